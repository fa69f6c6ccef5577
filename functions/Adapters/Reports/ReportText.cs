using Kundli.Adapters.Text;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Kundli.Adapters.Reports;

/// <summary>
/// Text of one report in Latin letters and Devanagari: measured, broken into lines and drawn. Shaping a word needs tables of its font, which are built once for
/// a report's thousands of words. Not for use by two threads at once.
/// </summary>
internal sealed class ReportText : IDisposable
{
    private readonly Dictionary<SKTypeface, SKShaper> _shapers = [];
    private readonly Dictionary<(SKTypeface, float), SKFont> _fonts = [];

    public float Width(string text, float size, bool bold = false)
    {
        var width = 0f;
        foreach (var (run, face) in Typefaces.Runs(text, bold))
            width += Shaper(face).Shape(run, Font(face, size)).Width;
        return width;
    }

    /// <summary>Draws at a base line and returns where the text ends.</summary>
    public float Draw(SKCanvas canvas, string text, float x, float y, float size, SKPaint ink, bool bold = false)
    {
        foreach (var (run, face) in Typefaces.Runs(text, bold))
        {
            var font = Font(face, size);
            canvas.DrawShapedText(Shaper(face), run, x, y, SKTextAlign.Left, font, ink);
            x += Shaper(face).Shape(run, font).Width;
        }
        return x;
    }

    /// <summary>Lines that fit a width, broken between words.</summary>
    public IReadOnlyList<string> Wrap(string text, float width, float size, bool bold = false) => LineBreaks.Of(text, width, line => Width(line, size, bold));

    public void Dispose()
    {
        foreach (var shaper in _shapers.Values)
            shaper.Dispose();
        foreach (var font in _fonts.Values)
            font.Dispose();
    }

    private SKShaper Shaper(SKTypeface face)
    {
        if (!_shapers.TryGetValue(face, out var shaper))
            _shapers[face] = shaper = new(face);
        return shaper;
    }

    private SKFont Font(SKTypeface face, float size)
    {
        if (!_fonts.TryGetValue((face, size), out var font))
            _fonts[(face, size)] = font = new SKFont(face, size) { Subpixel = true };
        return font;
    }
}
