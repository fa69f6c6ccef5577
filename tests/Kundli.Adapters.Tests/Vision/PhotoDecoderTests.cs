using Kundli.Adapters.Vision;
using Kundli.Features.Plants;
using Kundli.Testing;
using SkiaSharp;
using Xunit;

namespace Kundli.Adapters.Tests.Vision;

/// <summary>Every picture here is drawn by the test.</summary>
public sealed class PhotoDecoderTests
{
    private static readonly SkiaPhotoDecoder Decoder = new();

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void Each_format_becomes_a_clean_jpeg_and_a_square(SKEncodedImageFormat format)
    {
        var photo = Decoder.Decode(Drawn(400, 300, format)).Value;
        Assert.Equal((400, 300, CleanPhoto.SquareSide * CleanPhoto.SquareSide * 3), (photo.Width, photo.Height, photo.Square.Length));
        Assert.Equal(PhotoFormat.Jpeg, PhotoHeader.Read(photo.Jpeg).Value.Format);
        Assert.InRange(photo.Greenness, 0.4, 0.6);
    }

    [Theory]
    [InlineData(1, 400, 300)]
    [InlineData(3, 400, 300)]
    [InlineData(6, 300, 400)]
    [InlineData(8, 300, 400)]
    public void A_turned_photo_is_set_upright(byte orientation, int width, int height)
    {
        var photo = Decoder.Decode(WithOrientation(Drawn(400, 300, SKEncodedImageFormat.Jpeg), orientation)).Value;
        Assert.Equal((width, height), (photo.Width, photo.Height));
        // The drawing is green on the left: turned by half, green is on the right; by a quarter to the right, on top; to the left, at the bottom.
        var (x, y) = orientation switch { 3 => (200, 112), 6 => (112, 20), 8 => (112, 200), _ => (20, 112) };
        var at = (y * CleanPhoto.SquareSide + x) * 3;
        Assert.True(photo.Square[at + 1] > photo.Square[at] + 50, $"({x}, {y}) is {photo.Square[at]}, {photo.Square[at + 1]}, {photo.Square[at + 2]}.");
    }

    [Fact]
    public void Metadata_and_whatever_is_appended_are_gone()
    {
        byte[] polyglot = [.. WithOrientation(Drawn(300, 300, SKEncodedImageFormat.Jpeg), 1), .. "<script>alert('secret-canary')</script>PK\x03\x04"u8];
        var text = System.Text.Encoding.Latin1.GetString(Decoder.Decode(polyglot).Value.Jpeg);
        Assert.DoesNotContain("secret-canary", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void A_photo_that_is_cut_off_is_unreadable_wherever_the_cut_is(SKEncodedImageFormat format)
    {
        var whole = Drawn(400, 300, format);
        for (var share = 1; share <= 9; share++)
            Assert.Equal("photo-unreadable", Decoder.Decode(whole.AsMemory(0, whole.Length * share / 10)).Problem?.Name);
    }

    [Fact]
    public void Nothing_at_all_is_unreadable() => Assert.Equal("photo-unreadable", Decoder.Decode(ReadOnlyMemory<byte>.Empty).Problem?.Name);

    [Fact]
    public void A_grey_photo_has_three_equal_channels()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(300, 300, SKColorType.Gray8, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.Gray);
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        var square = Decoder.Decode(data.ToArray()).Value.Square;
        Assert.All(square.Chunk(3), pixel => Assert.True(pixel[0] == pixel[1] && pixel[1] == pixel[2]));
    }

    [Fact]
    public void Sixteen_bits_a_channel_are_taken()
    {
        var photo = Decoder.Decode(DrawnPng.GreenInSixteenBits(64)).Value;
        Assert.Equal((64, 1.0), (photo.Width, Math.Round(photo.Greenness, 3)));
    }

    [Fact]
    public void A_large_photo_is_kept_smaller()
    {
        var photo = Decoder.Decode(Drawn(4000, 3000, SKEncodedImageFormat.Jpeg)).Value;
        var kept = PhotoHeader.Read(photo.Jpeg).Value;
        Assert.Equal((4000, 3000), (photo.Width, photo.Height));
        Assert.Equal(Limits.KeptSideMax, Math.Max(kept.Width, kept.Height));
    }

    [Fact]
    public void The_square_is_a_triangle_filter_of_the_centre()
    {
        // A ramp along x: from 4 columns to 2, the filter is 2 wide, so each pixel weighs three columns by 3, 3 and 1: (0, 40, 80, 120) becomes 50 / 1.75 and 160 / 1.75.
        byte[] ramp = [.. Enumerable.Range(0, 4).SelectMany(_ => Enumerable.Range(0, 4).SelectMany(x => new byte[] { (byte)(x * 40), (byte)(x * 40), (byte)(x * 40), 255 }))];
        var square = CentreSquare.Of(ramp, 4, 4, 2);
        Assert.Equal([29, 29, 29, 91, 91, 91], square[..6]);
    }

    private static byte[] Drawn(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor(150, 60, 150));
        using var paint = new SKPaint { Color = new SKColor(40, 160, 40) };
        canvas.DrawRect(0, 0, width / 2f, height, paint);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    /// <summary>Puts an EXIF block with the orientation behind the beginning of a JPEG.</summary>
    private static byte[] WithOrientation(byte[] jpeg, byte orientation) =>
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0, .. jpeg.AsSpan(2),
    ];
}
