using System.Xml.Linq;
using Kundli.Adapters.Drawings;
using SkiaSharp;

namespace Kundli.Adapters.Reports;

/// <summary>The pages of a report, A4 in points, with a foot on each.</summary>
internal sealed class ReportSheet : IDisposable
{
    public const float Width = 595;
    public const float Height = 842;
    public const float Margin = 44;
    public const float Inner = Width - (2 * Margin);

    /// <summary>What a page holds between its margin and its foot.</summary>
    public const float InnerHeight = Height - 56 - Margin;

    private readonly MemoryStream _bytes = new();
    private readonly SKDocument _document;
    private readonly string _foot;
    private readonly string _pageWord;

    private SKCanvas? _canvas;

    public ReportSheet(string title, DateTime at, string pageWord, ReportText text)
    {
        (_foot, _pageWord, Text) = (title, pageWord, text);
        _document = SKDocument.CreatePdf(_bytes, new SKDocumentPdfMetadata { Title = title, Creation = at, Modified = at, Producer = "Kundli" });
    }

    public static SKColor Green { get; } = SKColor.Parse("#265d2d");

    public static SKColor Leaf { get; } = SKColor.Parse("#dcefd9");

    public static SKColor Grey { get; } = SKColor.Parse("#4b5563");

    public ReportText Text { get; }

    public int Pages { get; private set; }

    private SKCanvas Canvas => _canvas ?? throw new InvalidOperationException("Nothing is drawn before the first page.");

    public void Write(string text, float x, float y, float size, SKColor colour, bool bold = false)
    {
        using var ink = new SKPaint { Color = colour, IsAntialias = true };
        Text.Draw(Canvas, text, x, y, size, ink, bold);
    }

    /// <summary>How high a drawing of a width is.</summary>
    public static float HeightOf(XElement drawing, float width)
    {
        var box = SvgCanvas.ViewBox(drawing);
        return width / box.Width * box.Height;
    }

    /// <summary>Draws a drawing.</summary>
    public void Draw(XElement drawing, float left, float top, float width)
    {
        var box = SvgCanvas.ViewBox(drawing);
        Canvas.Save();
        Canvas.Translate(left, top);
        Canvas.Scale(width / box.Width);
        Canvas.Translate(-box.Left, -box.Top);
        SvgCanvas.Draw(Canvas, drawing);
        Canvas.Restore();
    }

    public void Box(SKRect rect, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        Canvas.DrawRect(rect, paint);
    }

    public void Line(float x0, float y0, float x1, float y1, SKColor colour, float width = 0.6f)
    {
        using var paint = new SKPaint { Color = colour, StrokeWidth = width, IsAntialias = true };
        Canvas.DrawLine(x0, y0, x1, y1, paint);
    }

    public void NewPage()
    {
        if (Pages > 0)
            _document.EndPage();
        _canvas = _document.BeginPage(Width, Height);
        Pages++;
        Line(Margin, Height - 40, Width - Margin, Height - 40, Leaf);
        Write(_foot, Margin, Height - 28, 8, Grey);
        var number = $"{_pageWord} {Pages}";
        Write(number, Width - Margin - Text.Width(number, 8), Height - 28, 8, Grey);
    }

    public byte[] Finish()
    {
        _document.EndPage();
        _document.Close();
        return _bytes.ToArray();
    }

    public void Dispose()
    {
        _document.Dispose();
        _bytes.Dispose();
    }
}
