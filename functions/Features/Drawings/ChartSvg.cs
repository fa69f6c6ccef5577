using System.Globalization;
using System.Xml.Linq;

using Kundli.Jyotish.Zodiac;
using Graha = Kundli.Astronomy.Sky.Graha;

namespace Kundli.Features.Drawings;

/// <summary>
/// Draws a chart as SVG: lines, and text that is text, with title and description for those who don't see it. Colours are presentation attributes,
/// so that the drawing may stand within a page whose policy allows no inline style.
/// </summary>
public static class ChartSvg
{
    private const double LabelSize = 12;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly string[] ShortEnglish = ["Su", "Mo", "Ma", "Me", "Ju", "Ve", "Sa", "Ra", "Ke", "Ur", "Ne", "Pl"];
    private static readonly string[] ShortHindi = ["सू", "चं", "मं", "बु", "गु", "शु", "श", "रा", "के", "अ", "व", "य"];
    private static readonly string[] LongHindi = ["सूर्य", "चन्द्र", "मंगल", "बुध", "गुरु", "शुक्र", "शनि", "राहु", "केतु", "अरुण", "वरुण", "यम"];

    /// <summary>The drawing as an SVG document.</summary>
    /// <param name="picture">What it shows.</param>
    /// <param name="style">In which tradition.</param>
    /// <param name="language"><c>hi</c> for Hindi, anything else is English.</param>
    /// <param name="theme">On which ground.</param>
    public static string Draw(ChartPicture picture, ChartStyle style, string language, DrawingTheme theme)
    {
        var isHindi = language == "hi";
        var colours = Colours.Of(theme);
        var root = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"-4 -4 {Text(Cells.Side + 8)} {Text(Cells.Side + 8)}"),
            new XAttribute("role", "img"),
            new XAttribute("lang", isHindi ? "hi" : "en"),
            new XAttribute("font-family", "system-ui, 'Noto Sans', 'Noto Sans Devanagari', sans-serif"),
            new XElement(Svg + "title", picture.Title),
            new XElement(Svg + "desc", Describe(picture, isHindi)),
            new XElement(Svg + "rect", new XAttribute("x", -4), new XAttribute("y", -4), new XAttribute("width", Text(Cells.Side + 8)), new XAttribute("height", Text(Cells.Side + 8)), new XAttribute("fill", colours.Ground)));
        var (normal, small) = (Cells.Of(style, picture, Cells.Lettering.Normal), Cells.Of(style, picture, Cells.Lettering.Small));
        for (var i = 0; i < normal.Count; i++)
        {
            var isCrowded = NamesIn(picture, style, normal[i].House) > normal[i].Capacity;
            root.Add(Draw(isCrowded ? small[i] : normal[i], picture, style, isHindi, colours, (isCrowded ? Cells.Lettering.Small : Cells.Lettering.Normal).Size));
        }
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static int NamesIn(ChartPicture picture, ChartStyle style, int house) =>
        picture.Grahas.Count(graha => graha.Rashi == picture.RashiOf(house)) + (house == 1 && style != ChartStyle.North ? 1 : 0);

    private static XElement Draw(Cell cell, ChartPicture picture, ChartStyle style, bool isHindi, Colours colours, double size)
    {
        var rashi = picture.RashiOf(cell.House);
        var group = new XElement(
            Svg + "g",
            new XAttribute("data-house", cell.House),
            new XAttribute("data-sign", Camel(rashi.ToString())),
            new XElement(
                Svg + "polygon",
                new XAttribute("points", string.Join(' ', cell.Outline.Select(spot => $"{Text(spot.X)},{Text(spot.Y)}"))),
                new XAttribute("fill", cell.House == 1 ? colours.Lagna : "none"),
                new XAttribute("stroke", colours.Line),
                new XAttribute("stroke-width", "1.5"),
                new XAttribute("stroke-linejoin", "round")),
            Words(cell.Label, LabelSize, colours.Label, style == ChartStyle.North ? ((int)rashi + 1).ToString(CultureInfo.InvariantCulture) : Short(rashi, isHindi)));
        var names = new List<XElement>();
        if (cell.House == 1 && style != ChartStyle.North)
            names.Add(Name("lagna", isHindi ? "ल" : "As"));
        names.AddRange(picture.Grahas.Where(graha => graha.Rashi == rashi).Select(graha => Name(Camel(graha.Graha.ToString()), Short(graha, isHindi))));
        foreach (var (middle, row) in cell.Place(names))
            group.Add(Words(middle, size, colours.Name, Spaced(row)));
        return group;
    }

    private static XElement Name(string id, string text) => new(Svg + "tspan", new XAttribute("data-graha", id), text);

    private static object[] Spaced(IReadOnlyList<XElement> names) => [.. names.SelectMany((name, i) => i == 0 ? new object[] { name } : [" ", name])];

    private static XElement Words(Spot middle, double size, string colour, params object[] content) => new(
        Svg + "text",
        new XAttribute("x", Text(middle.X)),
        // The middle of the letters, not the line that they stand on.
        new XAttribute("y", Text(middle.Y + (size * 0.35))),
        new XAttribute("text-anchor", "middle"),
        new XAttribute("font-size", Text(size)),
        new XAttribute("fill", colour),
        content);

    private static string Short(DrawnGraha graha, bool isHindi) =>
        (isHindi ? ShortHindi : ShortEnglish)[(int)graha.Graha] + (graha.IsRetrograde && graha.Graha is not (Graha.Rahu or Graha.Ketu) ? "*" : "");

    private static string Short(Rashi rashi, bool isHindi) => isHindi ? Names.Of(rashi).Hi : rashi.ToString()[..3];

    private static string Describe(ChartPicture picture, bool isHindi)
    {
        var lagna = Names.Of(picture.Lagna);
        var grahas = picture.Grahas.Select(graha =>
        {
            var (sign, house) = (Names.Of(graha.Rashi), picture.HouseOf(graha.Rashi));
            var retrograde = graha.IsRetrograde ? isHindi ? ", वक्री" : ", retrograde" : "";
            return isHindi ? $"{LongHindi[(int)graha.Graha]} {sign.Hi} में, भाव {house}{retrograde}" : $"{graha.Graha} in {sign.En}, house {house}{retrograde}";
        });
        return (isHindi ? $"लग्न {lagna.Hi}। " : $"Lagna {lagna.En}. ") + string.Join("; ", grahas) + (isHindi ? "। तारांकित ग्रह वक्री हैं।" : ". A star marks a retrograde graha.");
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed record Colours(string Ground, string Line, string Lagna, string Label, string Name)
    {
        // Every text has a contrast of at least 4.5 : 1 with its ground.
        public static Colours Of(DrawingTheme theme) => theme == DrawingTheme.Dark
            ? new("#111827", "#8fc888", "#1b3d21", "#d1d5db", "#f9fafb")
            : new("#ffffff", "#265d2d", "#dcefd9", "#4b5563", "#111827");
    }
}
