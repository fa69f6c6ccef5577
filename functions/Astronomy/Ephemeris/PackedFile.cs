using System.Buffers.Binary;

namespace Kundli.Astronomy.Ephemeris;

/// <summary>What the packed resource holds. The numbers are part of the file format.</summary>
internal enum SeriesId : byte
{
    Sun = 1,
    Moon,
    Mercury,
    Venus,
    Mars,
    Jupiter,
    Saturn,
    Uranus,
    Neptune,
    Pluto,
    TrueNode,
    Nutation,
}

/// <summary>
/// The packed resource: "KEPH", version, number of series; then for each series its id, start, length of a segment, number of segments, and for each coordinate
/// the number of coefficients, the quantum, the width in bits of each coefficient and the bits. A coefficient is a signed integer of that width times the
/// quantum; a coordinate's bits run segment after segment, lowest coefficient first.
/// </summary>
internal static class PackedFile
{
    internal const uint Magic = 0x4850454B;
    internal const int Version = 1;
    internal const int Coordinates = 3;

    /// <summary>Reads every series of a resource.</summary>
    internal static Dictionary<SeriesId, SegmentSeries> Read(ReadOnlySpan<byte> file)
    {
        var at = 0;
        if (ReadUInt(file, ref at) != Magic || ReadUInt(file, ref at) != Version)
            throw new InvalidDataException("This is not an ephemeris resource of this version.");
        var count = (int)ReadUInt(file, ref at);
        var all = new Dictionary<SeriesId, SegmentSeries>(count);
        for (var i = 0; i < count; i++)
            all.Add((SeriesId)ReadUInt(file, ref at), ReadSeries(file, ref at));
        return all;
    }

    private static SegmentSeries ReadSeries(ReadOnlySpan<byte> file, ref int at)
    {
        var start = ReadDouble(file, ref at);
        var days = ReadDouble(file, ref at);
        var segments = (int)ReadUInt(file, ref at);
        var termsMax = (int)ReadUInt(file, ref at);
        var coefficients = new double[segments * termsMax * SegmentSeries.Lanes];
        for (var coordinate = 0; coordinate < Coordinates; coordinate++)
        {
            var terms = (int)ReadUInt(file, ref at);
            var quantum = ReadDouble(file, ref at);
            var widths = file.Slice(at, terms);
            at += terms;
            var bytes = (int)ReadUInt(file, ref at);
            var bits = new BitReader(file.Slice(at, bytes));
            at += bytes;
            for (var segment = 0; segment < segments; segment++)
                for (var term = 0; term < terms; term++)
                    coefficients[(segment * termsMax + term) * SegmentSeries.Lanes + coordinate] = bits.ReadSigned(widths[term]) * quantum;
        }
        return new SegmentSeries(start, days, segments, termsMax, coefficients);
    }

    private static uint ReadUInt(ReadOnlySpan<byte> file, ref int at)
    {
        at += sizeof(uint);
        return BinaryPrimitives.ReadUInt32LittleEndian(file[(at - sizeof(uint))..]);
    }

    private static double ReadDouble(ReadOnlySpan<byte> file, ref int at)
    {
        at += sizeof(double);
        return BinaryPrimitives.ReadDoubleLittleEndian(file[(at - sizeof(double))..]);
    }

    /// <summary>Reads integers of any width up to 56 bits, least significant bit first.</summary>
    private ref struct BitReader(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private ulong _held;
        private int _count;
        private int _next;

        public long ReadSigned(int width)
        {
            if (width == 0)
                return 0;
            while (_count < width)
            {
                _held |= (ulong)_bytes[_next++] << _count;
                _count += 8;
            }
            var value = (long)(_held << (64 - width)) >> (64 - width);
            _held >>= width;
            _count -= width;
            return value;
        }
    }
}
