using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Kundli.Testing;

/// <summary>PNG pictures that no encoder at hand writes (ISO 15948).</summary>
public static class DrawnPng
{
    /// <summary>A green square of 16 bits a channel.</summary>
    public static byte[] GreenInSixteenBits(byte side)
    {
        // Each row begins with its filter; a pixel is three channels of two bytes.
        var row = new byte[1 + side * 6];
        for (var x = 0; x < side; x++)
            row[1 + x * 6 + 2] = 200;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var y = 0; y < side; y++)
                zlib.Write(row);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", [0, 0, 0, side, 0, 0, 0, side, 16, 2, 0, 0, 0]), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. body];
        var check = uint.MaxValue;
        foreach (var value in named)
        {
            check ^= value;
            for (var bit = 0; bit < 8; bit++)
                check = (check & 1) == 0 ? check >> 1 : 0xEDB88320 ^ (check >> 1);
        }
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), ~check);
        return chunk;
    }
}
