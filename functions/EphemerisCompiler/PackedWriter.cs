using System.Numerics;
using Kundli.Astronomy.Ephemeris;

namespace Kundli.EphemerisCompiler;

/// <summary>Writes what <see cref="PackedFile"/> reads.</summary>
internal static class PackedWriter
{
    public static byte[] File(IReadOnlyList<(SeriesId Id, byte[] Series)> all)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(PackedFile.Magic);
        writer.Write(PackedFile.Version);
        writer.Write(all.Count);
        foreach (var (id, series) in all)
        {
            writer.Write((uint)id);
            writer.Write(series);
        }
        writer.Flush();
        return stream.ToArray();
    }

    /// <param name="plan">How the body is cut.</param>
    /// <param name="start">Beginning of the first segment.</param>
    /// <param name="integers">By segment, coordinate and coefficient.</param>
    /// <param name="quanta">What one unit of each coordinate is.</param>
    public static byte[] Series(Plan plan, double start, long[][][] integers, double[] quanta)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(start);
        writer.Write(plan.Days);
        writer.Write(integers.Length);
        writer.Write(plan.Degrees.Max() + 1);
        for (var coordinate = 0; coordinate < PackedFile.Coordinates; coordinate++)
        {
            var widths = Enumerable.Range(0, plan.Degrees[coordinate] + 1).Select(k => integers.Max(segment => Width(segment[coordinate][k]))).ToArray();
            var bits = Bits(integers, coordinate, widths);
            writer.Write(widths.Length);
            writer.Write(quanta[coordinate]);
            writer.Write([.. widths.Select(width => (byte)width)]);
            writer.Write(bits.Length);
            writer.Write(bits);
        }
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Bits of a two's complement number; none for zero.</summary>
    private static int Width(long value) => value == 0 ? 0 : 65 - BitOperations.LeadingZeroCount((ulong)(value < 0 ? ~value : value));

    private static byte[] Bits(long[][][] integers, int coordinate, int[] widths)
    {
        var bytes = new List<byte>();
        var (held, count) = (0UL, 0);
        foreach (var segment in integers)
            for (var k = 0; k < widths.Length; k++)
            {
                held |= ((ulong)segment[coordinate][k] & ((1UL << widths[k]) - 1)) << count;
                for (count += widths[k]; count >= 8; count -= 8)
                {
                    bytes.Add((byte)held);
                    held >>= 8;
                }
            }
        if (count > 0)
            bytes.Add((byte)held);
        return [.. bytes];
    }
}
