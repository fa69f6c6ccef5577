using Kundli.Features;
using Kundli.Features.Plants;
using SkiaSharp;

namespace Kundli.Adapters.Vision;

/// <summary>
/// Photos through Skia. The header was judged before, so what is allocated is bounded. The result holds pixels only: metadata, further pictures in
/// the file and whatever was appended to it are gone.
/// </summary>
public sealed class SkiaPhotoDecoder : IPhotoDecoder
{
    private const int JpegQuality = 88;

    /// <inheritdoc/>
    public Outcome<CleanPhoto> Decode(ReadOnlyMemory<byte> bytes)
    {
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null)
            return PhotoHeader.Unreadable;
        if (codec.FrameCount > 1)
            return PhotoHeader.Animated;
        using var raw = Read(codec);
        if (raw is null)
            return PhotoHeader.Unreadable;
        // Most photos stand upright on nothing: a second copy of all their pixels would be for nothing.
        using var turnedUpright = codec.EncodedOrigin == SKEncodedOrigin.TopLeft && codec.Info.AlphaType == SKAlphaType.Opaque ? null : Upright(raw, codec.EncodedOrigin);
        var upright = turnedUpright ?? raw;
        var square = CentreSquare.Of(upright.GetPixelSpan(), upright.Width, upright.Height, CleanPhoto.SquareSide);
        var turned = IsTurned(codec.EncodedOrigin);
        return new CleanPhoto(
            Encode(upright, Limits.KeptSideMax), Encode(upright, Limits.ThumbnailSideMax), turned ? codec.Info.Height : codec.Info.Width, turned ? codec.Info.Width : codec.Info.Height, square, GreennessOf(square));
    }

    /// <summary>Decodes at the smallest scale that the format offers and that is still as large as what is kept.</summary>
    private static SKBitmap? Read(SKCodec codec)
    {
        var size = Enumerable.Range(1, 8).Select(eighths => codec.GetScaledDimensions(eighths / 8f))
            .FirstOrDefault(scaled => Math.Max(scaled.Width, scaled.Height) >= Limits.KeptSideMax, codec.Info.Size);
        var bitmap = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
            return bitmap;
        bitmap.Dispose();
        return null;
    }

    /// <summary>Turns and mirrors as the metadata asks (EXIF 2.32, tag 274), on white where the picture is transparent.</summary>
    private static SKBitmap Upright(SKBitmap raw, SKEncodedOrigin origin)
    {
        var (width, height) = IsTurned(origin) ? (raw.Height, raw.Width) : (raw.Width, raw.Height);
        var upright = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque, raw.ColorSpace));
        using var canvas = new SKCanvas(upright);
        canvas.Clear(SKColors.White);
        canvas.SetMatrix(MatrixOf(origin, raw.Width, raw.Height));
        canvas.DrawBitmap(raw, 0, 0);
        return upright;
    }

    private static bool IsTurned(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    private static SKMatrix MatrixOf(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static byte[] Encode(SKBitmap bitmap, int sideMax)
    {
        var longest = Math.Max(bitmap.Width, bitmap.Height);
        if (longest <= sideMax)
            return Jpeg(bitmap);
        var scale = (double)sideMax / longest;
        var size = new SKSizeI(Math.Max(1, (int)Math.Round(bitmap.Width * scale)), Math.Max(1, (int)Math.Round(bitmap.Height * scale)));
        using var smaller = bitmap.Resize(size, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return Jpeg(smaller);
    }

    private static byte[] Jpeg(SKBitmap bitmap)
    {
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return data.ToArray();
    }

    private static double GreennessOf(ReadOnlySpan<byte> square)
    {
        var green = 0;
        for (var at = 0; at < square.Length; at += 3)
            if (square[at + 1] > square[at] && square[at + 1] > square[at + 2])
                green++;
        return green / (square.Length / 3.0);
    }
}
