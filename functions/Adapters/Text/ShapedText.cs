using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Kundli.Adapters.Text;

/// <summary>A line of text. Devanagari is shaped, since its letters join and change places; it can't be read otherwise.</summary>
internal sealed class ShapedText : IDisposable
{
    private readonly List<(SKTextBlob Blob, float Width)> _runs = [];

    public ShapedText(string text, float size, bool bold = false)
    {
        foreach (var (part, face) in Typefaces.Runs(text, bold))
        {
            using var font = new SKFont(face, size) { Subpixel = true, Edging = SKFontEdging.Antialias };
            if ((face == Typefaces.Devanagari || face == Typefaces.DevanagariBold ? Shaped(part, font) : Plain(part, font)) is { } run)
                _runs.Add(run);
        }
    }

    /// <summary>How much room it takes.</summary>
    public float Width => _runs.Sum(run => run.Width);

    /// <summary>Draws it from a point of its base line on.</summary>
    public void Draw(SKCanvas canvas, float x, float y, SKPaint paint)
    {
        foreach (var (blob, width) in _runs)
        {
            canvas.DrawText(blob, x, y, paint);
            x += width;
        }
    }

    public void Dispose()
    {
        foreach (var run in _runs)
            run.Blob.Dispose();
    }

    private static (SKTextBlob, float)? Plain(string text, SKFont font) => SKTextBlob.Create(text, font) is { } blob ? (blob, font.MeasureText(text)) : null;

    private static (SKTextBlob, float)? Shaped(string text, SKFont font)
    {
        using var shaper = new SKShaper(font.Typeface);
        var shaped = shaper.Shape(text, font);
        using var builder = new SKTextBlobBuilder();
        builder.AddPositionedRun([.. shaped.Codepoints.Select(glyph => (ushort)glyph)], font, shaped.Points);
        return builder.Build() is { } blob ? (blob, shaped.Width) : null;
    }
}
