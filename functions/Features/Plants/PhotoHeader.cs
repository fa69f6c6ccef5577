using System.Buffers.Binary;

namespace Kundli.Features.Plants;

/// <summary>The kinds of picture that are taken.</summary>
public enum PhotoFormat
{
    /// <summary>ISO 10918, baseline or progressive.</summary>
    Jpeg,

    /// <summary>ISO 15948.</summary>
    Png,

    /// <summary>RFC 9649.</summary>
    Webp,
}

/// <summary>
/// What the first bytes of a picture say about it. They are judged before anything is decoded, since a few bytes can ask for gigabytes; the name
/// and the media type that a client sends are not asked at all.
/// </summary>
/// <param name="Format">The format, by its magic bytes.</param>
/// <param name="Width">Pixels, before any rotation that the metadata asks for.</param>
/// <param name="Height">Pixels, before any rotation that the metadata asks for.</param>
public sealed record PhotoHeader(PhotoFormat Format, int Width, int Height)
{
    /// <summary>Not a JPEG, PNG or WebP picture.</summary>
    public static readonly Problem UnsupportedFormat = new("unsupported-photo-format", "Only JPEG, PNG and WebP photos are taken.");

    /// <summary>The picture is cut off or malformed.</summary>
    public static readonly Problem Unreadable = new("photo-unreadable", "The photo is cut off or damaged.");

    /// <summary>The picture moves.</summary>
    public static readonly Problem Animated = new("photo-animated", "Animated pictures are not taken.");

    /// <summary>The picture has too few or too many pixels.</summary>
    public static readonly Problem BadSize = new("photo-size", "The photo has too few or too many pixels.")
    {
        Detail = $"Each side has {Limits.SideMin} to {Limits.SideMax} pixels, and there are at most {Limits.PixelsMax / 1_000_000} million of them.",
    };

    private static ReadOnlySpan<byte> PngMagic => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Reads the header from a picture's first bytes, at most <see cref="Limits.HeaderBytesMax"/> of them.</summary>
    public static Outcome<PhotoHeader> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF)
            return ReadJpeg(bytes).Then(Judge);
        if (bytes.StartsWith(PngMagic))
            return ReadPng(bytes).Then(Judge);
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8))
            return ReadWebp(bytes).Then(Judge);
        return UnsupportedFormat;
    }

    private static Outcome<PhotoHeader> Judge(PhotoHeader header) =>
        Math.Min(header.Width, header.Height) < Limits.SideMin || Math.Max(header.Width, header.Height) > Limits.SideMax || (long)header.Width * header.Height > Limits.PixelsMax
            ? BadSize
            : header;

    /// <summary>Walks the segments up to the frame header (ISO 10918-1, B.1.1.4 and B.2.2).</summary>
    private static Outcome<PhotoHeader> ReadJpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 4 <= bytes.Length;)
        {
            if (bytes[at] != 0xFF)
                return Unreadable;
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += 2;
                continue;
            }
            if (marker is 0xD8 or 0xD9 or 0xDA)
                return Unreadable;
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return at + 9 <= bytes.Length
                    ? new PhotoHeader(PhotoFormat.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]))
                    : Unreadable;
            at += 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]));
        }
        return Unreadable;
    }

    /// <summary>Reads IHDR and looks for the animation's control chunk, which stands before the data.</summary>
    private static Outcome<PhotoHeader> ReadPng(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 33 || !bytes[12..].StartsWith("IHDR"u8))
            return Unreadable;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]));
        for (long at = 8; at + 8 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            if (chunk[4..].StartsWith("acTL"u8))
                return Animated;
            if (chunk[4..].StartsWith("IDAT"u8))
                break;
            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
        }
        return new PhotoHeader(PhotoFormat.Png, Clamp(width), Clamp(height));
    }

    /// <summary>Reads the first chunk: lossy, lossless or extended (RFC 9649, 2.5 to 2.7).</summary>
    private static Outcome<PhotoHeader> ReadWebp(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30)
            return Unreadable;
        var body = bytes[20..];
        if (bytes[12..].StartsWith("VP8 "u8))
            return body[3] == 0x9D && body[4] == 0x01 && body[5] == 0x2A
                ? new PhotoHeader(PhotoFormat.Webp, BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF)
                : Unreadable;
        if (bytes[12..].StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return body[0] == 0x2F ? new PhotoHeader(PhotoFormat.Webp, (int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1) : Unreadable;
        }
        if (!bytes[12..].StartsWith("VP8X"u8))
            return Unreadable;
        const byte animation = 0b10;
        return (body[0] & animation) != 0
            ? Animated
            : new PhotoHeader(PhotoFormat.Webp, (body[4] | body[5] << 8 | body[6] << 16) + 1, (body[7] | body[8] << 8 | body[9] << 16) + 1);
    }

    private static int Clamp(uint value) => (int)Math.Min(value, int.MaxValue);
}
