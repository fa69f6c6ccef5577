using Kundli.Adapters.Text;
using SkiaSharp;

namespace Kundli.Adapters.Invoices;

/// <summary>A PDF that is written from top to bottom, A4 in points. Text in Devanagari gets a font that has it.</summary>
internal sealed class PdfSheet : IDisposable
{
    public const float Width = 595;
    public const float Height = 842;
    public const float Margin = 40;
    private const float Bottom = Height - 50;

    private readonly MemoryStream _bytes = new();
    private readonly SKDocument _document;
    private readonly SKPaint _ink = new() { Color = SKColors.Black, IsAntialias = true };
    private readonly SKPaint _line = new() { Color = new SKColor(0x99, 0x99, 0x99), StrokeWidth = 0.6f };
    private SKCanvas _canvas;

    public PdfSheet(string title, DateTime at)
    {
        _document = SKDocument.CreatePdf(_bytes, new SKDocumentPdfMetadata { Title = title, Creation = at, Modified = at, Producer = "Kundli" });
        _canvas = _document.BeginPage(Width, Height);
        Y = Margin + 10;
    }

    /// <summary>Base line of the next text.</summary>
    public float Y { get; set; }

    public void Text(string text, float x, float size = 9, bool bold = false, bool right = false)
    {
        using var shaped = new ShapedText(text, size, bold);
        shaped.Draw(_canvas, right ? x - shaped.Width : x, Y, _ink);
    }

    /// <summary>Text that is broken between words where it would leave its column; moves down a line for each.</summary>
    public void Paragraph(string text, float x, float width, float size = 9, bool bold = false)
    {
        foreach (var line in Wrap(text, width, size))
        {
            Text(line, x, size, bold);
            Down(size * 1.35f);
        }
    }

    public static IReadOnlyList<string> Wrap(string text, float width, float size)
    {
        using var font = new SKFont(Typefaces.Regular, size);
        return LineBreaks.Of(text, width, line => font.MeasureText(line));
    }

    /// <summary>A JPEG in the width or height that it is given, whichever it fills first; nothing where it can't be read.</summary>
    public void Picture(byte[] jpeg, float x, float width, float height)
    {
        using var image = SKImage.FromEncodedData(jpeg);
        if (image is null)
            return;
        var scale = Math.Min(width / image.Width, height / image.Height);
        _canvas.DrawImage(image, new SKRect(x, Y, x + (image.Width * scale), Y + (image.Height * scale)), new SKSamplingOptions(SKFilterMode.Linear));
        Down(image.Height * scale);
    }

    public void Rule()
    {
        _canvas.DrawLine(Margin, Y, Width - Margin, Y, _line);
        Down(12);
    }

    public void Down(float distance)
    {
        Y += distance;
        if (Y <= Bottom)
            return;
        _document.EndPage();
        _canvas = _document.BeginPage(Width, Height);
        Y = Margin + 10;
    }

    public byte[] Finish()
    {
        _document.EndPage();
        _document.Close();
        return _bytes.ToArray();
    }

    public void Dispose()
    {
        _ink.Dispose();
        _line.Dispose();
        _document.Dispose();
        _bytes.Dispose();
    }
}
