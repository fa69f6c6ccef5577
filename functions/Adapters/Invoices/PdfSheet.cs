using SkiaSharp;

namespace Kundli.Adapters.Invoices;

/// <summary>A PDF that is written from top to bottom, A4 in points. Text in Devanagari gets a font that has it.</summary>
internal sealed class PdfSheet : IDisposable
{
    public const float Width = 595;
    public const float Height = 842;
    public const float Margin = 40;
    private const float Bottom = Height - 50;

    private static readonly SKTypeface Regular = Load("NotoSans-Regular.ttf");
    private static readonly SKTypeface Heavy = Load("NotoSans-Bold.ttf");
    private static readonly SKTypeface Devanagari = Load("NotoSansDevanagari-Regular.ttf");

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
        var runs = Runs(text, bold).Select(run => (run.Text, Font: new SKFont(run.Face, size))).ToArray();
        var at = right ? x - runs.Sum(run => run.Font.MeasureText(run.Text)) : x;
        foreach (var (part, font) in runs)
        {
            _canvas.DrawText(part, at, Y, font, _ink);
            at += font.MeasureText(part);
            font.Dispose();
        }
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
        using var font = new SKFont(Regular, size);
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.MeasureText(longer) > width)
            {
                lines.Add(line);
                line = word;
            }
            else
                line = longer;
        }
        lines.Add(line);
        return lines;
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

    private static IEnumerable<(string Text, SKTypeface Face)> Runs(string text, bool bold)
    {
        var start = 0;
        for (var index = 1; index <= text.Length; index++)
            if (index == text.Length || IsDevanagari(text[index]) != IsDevanagari(text[start]))
            {
                yield return (text[start..index], IsDevanagari(text[start]) ? Devanagari : bold ? Heavy : Regular);
                start = index;
            }
    }

    private static bool IsDevanagari(char letter) => letter is >= '\u0900' and <= '\u097F';

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(PdfSheet).Assembly.GetManifestResourceStream($"Kundli.Adapters.Invoices.Fonts.{name}")
            ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The font {name} can't be read.");
    }
}
