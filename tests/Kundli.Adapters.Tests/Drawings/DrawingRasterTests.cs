using System.Globalization;
using System.Xml.Linq;
using Kundli.Adapters.Drawings;
using Kundli.Adapters.Text;
using Kundli.Features.Charts;
using Kundli.Features.Drawings;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Kundli.Jyotish.Vargas;
using Microsoft.Extensions.Time.Testing;
using SkiaSharp;
using Xunit;
using Drawing = Kundli.Features.Drawings.Drawing;

namespace Kundli.Adapters.Tests.Drawings;

/// <summary>
/// Every drawing in its own letters. With <c>KUNDLI_GALLERY</c> set to a folder the pictures are written there, to be looked at.
/// </summary>
public sealed class DrawingRasterTests
{
    private static readonly ZoneMap Zones = new();
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));
    private static readonly DrawPicture Draw = new(new DrawChart(Zones, Clock), new SkiaDrawingRaster(), Clock);
    private static readonly DrawMonth Month = new(new ReadMonth(Zones, Clock), new SkiaDrawingRaster());

    /// <summary>An everyday chart, and the one of eight grahas in Capricorn.</summary>
    private static readonly Dictionary<string, ChartRequest> Births = new()
    {
        ["asha"] = new(Name: "Asha", Birth: new("1990-05-15", "14:30:00", 28.6139, 77.2090, TimeZone: "Asia/Kolkata")),
        ["crowded"] = new(Name: "Crowded", Birth: new("1962-02-05", "06:45:00", 13.0827, 80.2707, TimeZone: "Asia/Kolkata"), Settings: ChartSettings.Default with { OuterPlanets = true }),
    };

    public static TheoryData<string, string> Names
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var birth in Births.Keys)
                foreach (var kind in new[] { "north", "south", "east", "dashaTimeline", "ashtakavarga" })
                    names.Add(birth, kind);
            names.Add("ujjain", "month");
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_drawing_becomes_a_picture_as_wide_as_asked_in_both_languages_and_on_both_grounds(string subject, string kind)
    {
        foreach (var language in new[] { "en", "hi" })
            foreach (var theme in Enum.GetValues<DrawingTheme>())
            {
                var picture = Make(subject, kind, language, theme, PictureFormat.Png, 640);
                Keep($"{subject}-{kind}-{language}-{theme}.png", picture.Content);
                using var bitmap = SKBitmap.Decode(picture.Content);

                Assert.Equal(640, bitmap.Width);
                Assert.InRange(bitmap.Height, 500, 1700);
                Assert.Equal(theme == DrawingTheme.Light ? SKColors.White : SKColor.Parse("#111827"), bitmap.GetPixel(1, 1));
                // Lines and letters cover a part of the ground, not all of it.
                var ink = bitmap.Pixels.Count(pixel => pixel != bitmap.GetPixel(1, 1)) / (double)bitmap.Pixels.Length;
                Assert.InRange(ink, 0.02, 0.95);
            }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_stays_within_its_cell_and_is_at_least_nine_pixels_high_at_320(string subject, string kind)
    {
        foreach (var language in new[] { "en", "hi" })
        {
            var root = XElement.Parse(System.Text.Encoding.UTF8.GetString(Make(subject, kind, language, DrawingTheme.Light, PictureFormat.Svg, 640).Content), LoadOptions.PreserveWhitespace);
            var box = SvgCanvas.ViewBox(root);
            foreach (var text in Named(root, "text"))
            {
                var size = Number(text, "font-size");
                Assert.True(size * 320 / box.Width >= 8.9, $"{text.Value}: {size * 320 / box.Width:0.0} pixels");
                using var shaped = new ShapedText(text.Value, size, (string?)text.Attribute("font-weight") == "bold");
                var left = Number(text, "x") - (shaped.Width * ((string)text.Attribute("text-anchor")! switch { "middle" => 0.5f, "end" => 1, _ => 0 }));
                Assert.True(left >= box.Left && left + shaped.Width <= box.Right, $"{language}: “{text.Value}” leaves the sheet.");
                if (CellOf(text) is { } outline)
                    foreach (var x in new[] { left - 1, left + shaped.Width + 1 })
                        Assert.True(Contains(outline, x, Number(text, "y") - (size * 0.35f)), $"{kind}, {language}: “{text.Value}” leaves its cell.");
            }
        }
    }

    [Fact]
    public void Devanagari_is_shaped()
    {
        using var joined = new ShapedText("क्ष", 16);
        using var font = new SKFont(Typefaces.Devanagari, 16);
        // Three letters side by side, as they stand in the text, against the one that they make.
        Assert.True(joined.Width < 0.8 * font.MeasureText("क्ष"), $"{joined.Width} of {font.MeasureText("क्ष")}");
    }

    [Fact]
    public void What_cannot_be_drawn_is_no_silent_gap() =>
        Assert.Throws<InvalidOperationException>(() => new SkiaDrawingRaster().ToPng("""<svg viewBox="0 0 10 10"><path d="M0 0"/></svg>""", 320));

    private static Drawing Make(string subject, string kind, string language, DrawingTheme theme, PictureFormat format, int width)
    {
        if (kind == "month")
            return Month.Run(new(23.1765, 75.7885, "2026-11", "Asia/Kolkata", Format: format, Language: language, Theme: theme, Width: width));
        var style = Enum.TryParse<ChartStyle>(kind, ignoreCase: true, out var found) ? found : ChartStyle.North;
        var what = Enum.TryParse<PictureKind>(kind, ignoreCase: true, out var other) ? other : PictureKind.Chart;
        return Draw.Run(Births[subject], new(style, Varga.D1, format, language, theme, what, width)).Value;
    }

    private static void Keep(string name, byte[] content)
    {
        if (Environment.GetEnvironmentVariable("KUNDLI_GALLERY") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(folder).FullName, name), content);
    }

    private static IEnumerable<XElement> Named(XElement root, string name) => root.Descendants().Where(element => element.Name.LocalName == name);

    /// <summary>The corners of the only shape that stands beside a text, or null.</summary>
    private static List<(float X, float Y)>? CellOf(XElement text)
    {
        if (text.Parent!.Name.LocalName != "g" || text.Parent.Attribute("data-house") is null && text.Parent.Elements().Count(element => element.Name.LocalName == "rect") != 1
            || text.Parent.Elements().Any(element => element.Name.LocalName == "g"))
            return null;
        if (text.Parent.Elements().FirstOrDefault(element => element.Name.LocalName == "polygon") is { } polygon)
            return [.. ((string)polygon.Attribute("points")!).Split(' ').Select(pair => pair.Split(',')).Select(pair => (Number(pair[0]), Number(pair[1])))];
        var rect = text.Parent.Elements().First(element => element.Name.LocalName == "rect");
        var (x, y, width, height) = (Number(rect, "x"), Number(rect, "y"), Number(rect, "width"), Number(rect, "height"));
        return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
    }

    private static bool Contains(List<(float X, float Y)> outline, float x, float y)
    {
        var inside = false;
        for (var (i, j) = (0, outline.Count - 1); i < outline.Count; j = i++)
            if (outline[i].Y > y != outline[j].Y > y && x < ((outline[j].X - outline[i].X) * (y - outline[i].Y) / (outline[j].Y - outline[i].Y)) + outline[i].X)
                inside = !inside;
        return inside;
    }

    private static float Number(XElement element, string name) => Number((string)element.Attribute(name)!);

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
