using Kundli.Adapters.Vision;
using Kundli.Features.Plants;
using SkiaSharp;

namespace Kundli.Benchmarks;

/// <summary>One photo, one thread: from its decoded upload to its result (moderation, plant net, judgement), and from its bytes (decoding and both copies too).</summary>
internal static class PlantAnalysis
{
    private const int Width = 1600;
    private const int Height = 1200;

    private static readonly SkiaPhotoDecoder Decoder = new();
    private static readonly EmbeddedTrunk Trunk = new();
    private static readonly EmbeddedModeration Moderation = new(Trunk);
    private static readonly EmbeddedVision Vision = new(new EmbeddedModel(Trunk));
    private static readonly SpeciesTable Table = new();
    private static readonly byte[] Photo = Drawn();
    private static readonly CleanPhoto Decoded = Decoder.Decode(Photo).Value;

    /// <summary>The share of green, so that nothing is optimised away.</summary>
    public static double FromBytes(int operation) =>
        Analysed(PhotoHeader.Read(Photo.AsSpan(0, Math.Min(Photo.Length, Limits.HeaderBytesMax))).Then(_ => Decoder.Decode(Photo)).Value);

    /// <summary>As above. A new photo each time: what the nets share is kept by photo.</summary>
    public static double FromDecoded(int operation) => Analysed(Decoded with { Greenness = operation % 2 });

    private static double Analysed(CleanPhoto photo)
    {
        if (!Moderation.MayKeep(photo))
            return 0;
        // The embedded net never waits.
        var seen = Vision.LookAsync([photo], CancellationToken.None).GetAwaiter().GetResult();
        return Judgement.Of(seen, Table, []).Suggestions.Count + photo.Greenness;
    }

    /// <summary>A busy picture, so that decoding has as much to do as with a real one.</summary>
    private static byte[] Drawn()
    {
        using var bitmap = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(new SKColor(120, 110, 90));
        using var paint = new SKPaint { IsAntialias = true };
        for (var leaf = 0; leaf < 600; leaf++)
        {
            paint.Color = new SKColor((byte)(30 + leaf * 7 % 90), (byte)(110 + leaf * 13 % 120), (byte)(30 + leaf * 5 % 60));
            canvas.DrawOval(leaf * 7919 % Width, leaf * 104729 % Height, 20 + leaf % 60, 8 + leaf % 30, paint);
        }
        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90);
        return data.ToArray();
    }
}
