using System.Buffers.Binary;
using CsCheck;
using Kundli.Features.Plants;
using Xunit;

namespace Kundli.Features.Tests.Plants;

public sealed class PhotoHeaderTests
{
    private static readonly byte[][] Beginnings =
        [[0xFF, 0xD8, 0xFF], Png(100, 100)[..16], "RIFFxxxxWEBPVP8X"u8.ToArray(), "RIFFxxxxWEBPVP8L"u8.ToArray(), "RIFFxxxxWEBPVP8 "u8.ToArray()];

    [Fact]
    public void A_jpeg_tells_its_size_behind_its_metadata()
    {
        byte[] exif = [0xFF, 0xE1, 0x00, 0x08, 1, 2, 3, 4, 5, 6];
        byte[] frame = [0xFF, 0xC2, 0x00, 0x11, 8, 0x03, 0x00, 0x04, 0x00, 3];
        var header = PhotoHeader.Read([0xFF, 0xD8, .. exif, .. frame]).Value;
        Assert.Equal(new PhotoHeader(PhotoFormat.Jpeg, 1024, 768), header);
    }

    [Fact]
    public void A_picture_that_would_take_gigabytes_is_refused_by_its_header_alone() =>
        Assert.Equal("photo-size", PhotoHeader.Read(Png(30_000, 30_000)).Problem?.Name);

    [Fact]
    public void A_side_beyond_31_bits_is_refused_and_does_not_overflow() =>
        Assert.Equal("photo-size", PhotoHeader.Read(Png(uint.MaxValue, uint.MaxValue)).Problem?.Name);

    [Fact]
    public void An_animated_png_is_refused() =>
        Assert.Equal("photo-animated", PhotoHeader.Read([.. Png(64, 64), 0, 0, 0, 8, .. "acTL"u8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]).Problem?.Name);

    [Fact]
    public void An_animated_webp_is_refused() =>
        Assert.Equal("photo-animated", PhotoHeader.Read([.. "RIFF"u8, 99, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0b10, 0, 0, 0, 99, 0, 0, 99, 0, 0]).Problem?.Name);

    [Fact]
    public void An_extended_webp_tells_its_size() =>
        Assert.Equal(
            new PhotoHeader(PhotoFormat.Webp, 400, 300), PhotoHeader.Read([.. "RIFF"u8, 99, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x8F, 1, 0, 0x2B, 1, 0]).Value);

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("GIF89a................................")]
    [InlineData("....ftypheic............................")]
    [InlineData("%PDF-1.7 ..............................")]
    public void What_is_no_jpeg_png_or_webp_is_refused_whatever_it_is_called(string content) =>
        Assert.Equal("unsupported-photo-format", PhotoHeader.Read(System.Text.Encoding.Latin1.GetBytes(content)).Problem?.Name);

    [Fact]
    public void Any_bytes_behind_a_true_beginning_are_judged_and_never_throw() =>
        Gen.Select(Gen.Int[0, Beginnings.Length - 1], Gen.Byte.Array[0, 300])
            .Sample((start, rest) =>
            {
                var read = PhotoHeader.Read([.. Beginnings[start], .. rest]);
                Assert.True(!read.IsOk || (read.Value.Width >= Limits.SideMin && (long)read.Value.Width * read.Value.Height <= Limits.PixelsMax));
            });

    private static byte[] Png(uint width, uint height)
    {
        byte[] png = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), height);
        return png;
    }
}
