using System.Buffers.Binary;
using System.Text;

namespace Kundli.Features.Places;

/// <summary>
/// The clock of any point of the Earth: that of the nearest known place within 20 km, else that of a quadtree of zones, which also covers the seas. Places where both
/// agree for 60 km around are not held. Read on first use; about 0.6 MB.
/// </summary>
public sealed class ZoneMap : ITimeZoneLookup
{
    private const double NearKilometres = 20;
    private const double KilometresPerDegree = 111.2;
    private const int Columns = 48;
    private const int Rows = 24;
    private const ushort Leaf = 0x8000;
    private const double LatitudeSteps = 360;
    private const double LongitudeSteps = 180;

    private readonly Lazy<Loaded> _loaded = new(Load);

    private sealed record Loaded(string[] Names, ushort[] Cells, double[] Latitudes, double[] Longitudes, ushort[] Zones, int[] FirstOfBand);

    /// <inheritdoc/>
    public string? ZoneAt(double latitude, double longitude)
    {
        if (!(latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180))
            return null;
        var map = _loaded.Value;
        return map.Names[Nearest(map, latitude, longitude) ?? InTree(map, latitude, longitude)];
    }

    /// <summary>Places are sorted by whole degrees of latitude and, within those, by longitude.</summary>
    private static int? Nearest(Loaded map, double latitude, double longitude)
    {
        var (best, found) = (NearKilometres, (int?)null);
        var shrink = Math.Cos(latitude * Math.PI / 180);
        var reach = NearKilometres / KilometresPerDegree / Math.Max(shrink, 0.01);
        var band = (int)Math.Floor(latitude) + 90;
        for (var near = Math.Max(band - 1, 0); near <= Math.Min(band + 1, map.FirstOfBand.Length - 2); near++)
        {
            var (first, last) = (map.FirstOfBand[near], map.FirstOfBand[near + 1]);
            var at = Array.BinarySearch(map.Longitudes, first, last - first, longitude - reach);
            for (var i = at < 0 ? ~at : at; i < last && map.Longitudes[i] <= longitude + reach; i++)
            {
                var (dy, dx) = ((map.Latitudes[i] - latitude) * KilometresPerDegree, (map.Longitudes[i] - longitude) * KilometresPerDegree * shrink);
                var distance = Math.Sqrt(dx * dx + dy * dy);
                if (distance < best)
                    (best, found) = (distance, map.Zones[i]);
            }
        }
        return found;
    }

    private static int InTree(Loaded map, double latitude, double longitude)
    {
        var x = Math.Min((longitude + 180) / 360, Math.BitDecrement(1)) * Columns;
        var y = Math.Min((90 - latitude) / 180, Math.BitDecrement(1)) * Rows;
        var cell = map.Cells[Columns * (int)y + (int)x];
        while ((cell & Leaf) == 0)
        {
            (x, y) = ((x - (int)x) * 2, (y - (int)y) * 2);
            cell = map.Cells[Columns * Rows + 4 * cell + 2 * (int)y + (int)x];
        }
        return cell & ~Leaf;
    }

    private static Loaded Load()
    {
        var content = Pack.Read("zones.br").AsSpan();
        var end = content.IndexOf((byte)'\n');
        var names = Encoding.ASCII.GetString(content[..end]).Split('\t');
        var body = content[(end + 1)..];
        var (cells, count) = (BinaryPrimitives.ReadInt32LittleEndian(body), BinaryPrimitives.ReadInt32LittleEndian(body[4..]));
        var at = 8 + cells * 2;
        var latitudes = Column(body[at..], count).Select(step => (short)step / LatitudeSteps).ToArray();
        var bands = new int[182];
        foreach (var latitude in latitudes)
            bands[(int)Math.Floor(latitude) + 91]++;
        for (var band = 1; band < bands.Length; band++)
            bands[band] += bands[band - 1];
        return new(
            names, Column(body[8..], cells), latitudes,
            [.. Column(body[(at + count * 2)..], count).Select(step => (short)step / LongitudeSteps)],
            Column(body[(at + count * 4)..], count), bands);
    }

    private static ushort[] Column(ReadOnlySpan<byte> from, int count)
    {
        var column = new ushort[count];
        for (var i = 0; i < count; i++)
            column[i] = BinaryPrimitives.ReadUInt16LittleEndian(from[(2 * i)..]);
        return column;
    }
}
