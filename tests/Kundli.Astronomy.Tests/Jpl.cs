using System.Globalization;
using Kundli.Astronomy.Ephemeris;
using Kundli.Testing;

namespace Kundli.Astronomy.Tests;

/// <summary>A vector in astronomical units, celestial reference frame.</summary>
internal readonly record struct Vector(double X, double Y, double Z)
{
    public double Length => Math.Sqrt(X * X + Y * Y + Z * Z);

    public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vector operator -(Vector a, Vector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vector operator *(Vector a, double by) => new(a.X * by, a.Y * by, a.Z * by);
}

/// <summary>JPL's DE405, 1959–2060 (Standish 1998), as an independent check: barycentric positions and velocities.</summary>
internal sealed class De405
{
    public const string Folder = "data/jpl-de405";
    public const double Start = 2436912.5;
    public const double LightAuPerDay = 173.144632674;
    private const double RecordDays = 32;
    private const int RecordBytes = 8160;
    private const int HeadBytes = 16;
    private const int RecordHeadBytes = 12;
    private const double KilometresPerAu = 149597870.691;
    private const double EarthPerMoon = 81.30056;

    /// <summary>JPL's order: first coefficient (0 = after the two dates), coefficients a coordinate, pieces a record.</summary>
    private static readonly Dictionary<string, (int First, int Terms, int Pieces)> Layout = new(StringComparer.Ordinal)
    {
        ["mercury"] = (0, 14, 4), ["venus"] = (168, 10, 2), ["emb"] = (228, 13, 2), ["mars"] = (306, 11, 1), ["jupiter"] = (339, 8, 1), ["saturn"] = (363, 7, 1),
        ["uranus"] = (384, 6, 1), ["neptune"] = (402, 6, 1), ["pluto"] = (420, 6, 1), ["moon"] = (438, 13, 8), ["sun"] = (750, 11, 2),
    };

    private readonly byte[] _table = File.ReadAllBytes(Repository.Shared("data", "jpl-de405", "casacore-table", "table.f0i"));

    public double End => Start + RecordDays * ((_table.Length - HeadBytes) / RecordBytes);

    public (Vector Position, Vector Velocity) Of(string body, double julianDay)
    {
        if (body == "earth")
        {
            var (balance, moon) = (Raw("emb", julianDay), Raw("moon", julianDay));
            return (balance.Position - moon.Position * (1 / (1 + EarthPerMoon)), balance.Velocity - moon.Velocity * (1 / (1 + EarthPerMoon)));
        }
        var raw = Raw(body, julianDay);
        if (body != "moon")
            return raw;
        var earth = Of("earth", julianDay);
        return (raw.Position + earth.Position, raw.Velocity + earth.Velocity);
    }

    /// <summary>The longitude at which a body is seen from the Earth's centre: light-time and aberration, mean ecliptic of date, degrees.</summary>
    public double SeenLongitude(string body, double julianDay)
    {
        var earth = Of("earth", julianDay);
        var (lightDays, from) = (0.0, default(Vector));
        for (var i = 0; i < 4; i++)
        {
            from = Of(body, julianDay - lightDays).Position - earth.Position;
            lightDays = from.Length / LightAuPerDay;
        }
        return Longitude(Aberrated(from, earth.Velocity), julianDay);
    }

    /// <summary>The ascending node of the orbit that touches the Moon's path, mean ecliptic of date, degrees.</summary>
    public double NodeLongitude(double julianDay)
    {
        var (position, velocity) = Raw("moon", julianDay);
        var centuries = (julianDay - 2451545) / 36525;
        var r = Precession.ToEclipticOfDate((position.X, position.Y, position.Z), centuries);
        var v = Precession.ToEclipticOfDate((velocity.X, velocity.Y, velocity.Z), centuries);
        return Math.Atan2(r.Y * v.Z - r.Z * v.Y, r.X * v.Z - r.Z * v.X) * 180 / Math.PI;
    }

    /// <summary>Classical aberration: the relativistic part is below 0.001″ and kept by the second-order term.</summary>
    public static Vector Aberrated(Vector from, Vector earthVelocity)
    {
        var direction = from * (1 / from.Length);
        var velocity = earthVelocity * (1 / LightAuPerDay);
        var along = direction.X * velocity.X + direction.Y * velocity.Y + direction.Z * velocity.Z;
        return direction * (1 - along / 2) + velocity;
    }

    private static double Longitude(Vector seen, double julianDay)
    {
        var (x, y, _) = Precession.ToEclipticOfDate((seen.X, seen.Y, seen.Z), (julianDay - 2451545) / 36525);
        return Math.Atan2(y, x) * 180 / Math.PI;
    }

    private (Vector Position, Vector Velocity) Raw(string body, double julianDay)
    {
        var (first, terms, pieces) = Layout[body];
        var record = (int)((julianDay - Start) / RecordDays);
        var place = (julianDay - Start - record * RecordDays) / RecordDays * pieces;
        var piece = Math.Min((int)place, pieces - 1);
        var x = 2 * (place - piece) - 1;
        Span<double> values = stackalloc double[3], rates = stackalloc double[3];
        for (var coordinate = 0; coordinate < 3; coordinate++)
        {
            var at = HeadBytes + record * RecordBytes + RecordHeadBytes + 8 * (first + (piece * 3 + coordinate) * terms);
            double b1 = 0, b2 = 0, d1 = 0, d2 = 0;
            for (var k = terms - 1; k > 0; k--)
            {
                var b = BitConverter.ToDouble(_table, at + 8 * k) + 2 * x * b1 - b2;
                var d = 2 * b1 + 2 * x * d1 - d2;
                (b2, b1, d2, d1) = (b1, b, d1, d);
            }
            values[coordinate] = (BitConverter.ToDouble(_table, at) + x * b1 - b2) / KilometresPerAu;
            rates[coordinate] = (b1 + x * d1 - d2) * 2 * pieces / RecordDays / KilometresPerAu;
        }
        return (new(values[0], values[1], values[2]), new(rates[0], rates[1], rates[2]));
    }
}

/// <summary>State vectors of JPL Horizons (DE441), by Julian day (TDB).</summary>
internal static class HorizonsVectors
{
    public static Dictionary<double, (Vector Position, Vector Velocity)> Read(string file)
    {
        var lines = File.ReadAllLines(Repository.Shared("data", "horizons", file));
        var all = new Dictionary<double, (Vector, Vector)>();
        for (var i = Array.FindIndex(lines, line => line.StartsWith("$$SOE", StringComparison.Ordinal)) + 1; !lines[i].StartsWith("$$EOE", StringComparison.Ordinal); i += 3)
            all[double.Parse(lines[i].Split('=')[0], CultureInfo.InvariantCulture)] = (Read3(lines[i + 1]), Read3(lines[i + 2]));
        return all;
    }

    private static Vector Read3(string line)
    {
        var numbers = line.Split('=').Skip(1).Select(part => double.Parse(part.Split('V', 'X', 'Y', 'Z')[0], CultureInfo.InvariantCulture)).ToArray();
        return new(numbers[0], numbers[1], numbers[2]);
    }
}
