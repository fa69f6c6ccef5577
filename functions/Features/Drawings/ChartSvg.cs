using System.Globalization;
using System.Xml.Linq;
using Kundli.Jyotish.Zodiac;
using Graha = Kundli.Astronomy.Sky.Graha;

namespace Kundli.Features.Drawings;

/// <summary>Draws a chart as SVG.</summary>
public static class ChartSvg
{
    private const double LabelSize = 12;
    private const double TitleSize = 15;
    private const int TitleOfSouth = 22;
    private const int TitleOfEast = 14;
    private const double Margin = 4;
    private const double FrameThickness = 1.5;

    /// <summary>The drawing as an SVG document.</summary>
    /// <param name="picture">What it shows.</param>
    /// <param name="style">In which tradition.</param>
    /// <param name="language"><c>hi</c> for Hindi, anything else is English.</param>
    /// <param name="theme">On which ground.</param>
    public static string Draw(ChartPicture picture, ChartStyle style, string language, DrawingTheme theme)
    {
        var isHindi = language == "hi";
        var palette = Palette.Of(theme);
        var sheet = Ink.Sheet(Cells.Side, Cells.Side, Margin, isHindi ? "hi" : "en", picture.Title, Describe(picture, isHindi), palette);
        var (normal, small) = (Cells.Of(style, picture, Cells.Lettering.Normal), Cells.Of(style, picture, Cells.Lettering.Small));
        for (var i = 0; i < normal.Count; i++)
        {
            var isCrowded = NamesIn(picture, style, normal[i].House) > normal[i].Capacity;
            sheet.Add(Draw(isCrowded ? small[i] : normal[i], picture, style, isHindi, palette, (isCrowded ? Cells.Lettering.Small : Cells.Lettering.Normal).Size));
        }
        // In these two the middle is free.
        if (style != ChartStyle.North)
            sheet.Add(Ink.Centred(Cells.Side / 2, Cells.Side / 2, TitleSize, palette.Label, Cut(picture.Title, style == ChartStyle.South ? TitleOfSouth : TitleOfEast)));
        return Ink.Finish(sheet);
    }

    private static int NamesIn(ChartPicture picture, ChartStyle style, int house) =>
        picture.Grahas.Count(graha => graha.Rashi == picture.RashiOf(house)) + (WritesLagna(picture, style, house) ? 1 : 0);

    // In the north the lagna is the upper diamond by its place alone.
    private static bool WritesLagna(ChartPicture picture, ChartStyle style, int house) => house == 1 && picture.IsFromLagna && style != ChartStyle.North;

    private static XElement Draw(Cell cell, ChartPicture picture, ChartStyle style, bool isHindi, Palette palette, double size)
    {
        var rashi = picture.RashiOf(cell.House);
        var group = new XElement(
            Ink.Svg + "g",
            new XAttribute("data-house", cell.House),
            new XAttribute("data-sign", Camel(rashi.ToString())),
            Ink.Polygon(cell.Outline, cell.House == 1 ? palette.Accent : "none", palette.Line, FrameThickness),
            Ink.Centred(cell.Label.X, cell.Label.Y, LabelSize, palette.Label, style == ChartStyle.North ? ((int)rashi + 1).ToString(CultureInfo.InvariantCulture) : Short(rashi, isHindi)));
        var names = new List<XElement>();
        if (WritesLagna(picture, style, cell.House))
            names.Add(Name("lagna", isHindi ? "ल" : "As"));
        names.AddRange(picture.Grahas.Where(graha => graha.Rashi == rashi).Select(graha => Name(Camel(graha.Graha.ToString()), Short(graha, isHindi))));
        foreach (var (middle, row) in cell.Place(names))
            group.Add(Ink.Centred(middle.X, middle.Y, size, palette.Name, Spaced(row)));
        return group;
    }

    private static XElement Name(string id, string text) => new(Ink.Svg + "tspan", new XAttribute("data-graha", id), text);

    private static object[] Spaced(IReadOnlyList<XElement> names) => [.. names.SelectMany((name, i) => i == 0 ? new object[] { name } : [" ", name])];

    private static string Short(DrawnGraha graha, bool isHindi) =>
        ShortNames.Of(graha.Graha, isHindi) + (graha.IsRetrograde && graha.Graha is not (Graha.Rahu or Graha.Ketu) ? "*" : "");

    private static string Short(Rashi rashi, bool isHindi) => isHindi ? Names.Of(rashi).Hi : rashi.ToString()[..3];

    private static string Describe(ChartPicture picture, bool isHindi)
    {
        var lagna = Names.Of(picture.Lagna);
        var grahas = picture.Grahas.Select(graha =>
        {
            var (sign, house) = (Names.Of(graha.Rashi), picture.HouseOf(graha.Rashi));
            var retrograde = graha.IsRetrograde ? isHindi ? ", वक्री" : ", retrograde" : "";
            return isHindi ? $"{Names.Of(graha.Graha).Hi} {sign.Hi} में, भाव {house}{retrograde}" : $"{graha.Graha} in {sign.En}, house {house}{retrograde}";
        });
        return (picture.IsFromLagna ? isHindi ? $"लग्न {lagna.Hi}। " : $"Lagna {lagna.En}. " : isHindi ? $"{lagna.Hi} से गिनी। " : $"Counted from {lagna.En}. ") + string.Join("; ", grahas) + (isHindi ? "। तारांकित ग्रह वक्री हैं।" : ". A star marks a retrograde graha.");
    }

    private static string Cut(string title, int letters) => title.Length <= letters ? title : title[..(letters - 1)].TrimEnd() + "…";

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
