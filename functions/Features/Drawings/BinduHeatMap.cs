using System.Globalization;
using System.Xml.Linq;
using Kundli.Jyotish.Strengths;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Drawings;

/// <summary>Draws the bindus of ashtakavarga as a table of numbers, the fewer the redder and the more the greener: a row for each sign, a column for each graha, then the sum.</summary>
internal static class BinduHeatMap
{
    private const int BindusMax = 8;
    private const double Width = 360;
    private const double Margin = 10;
    private const double HeadSize = 16;
    private const double TextSize = 14;
    private const double HeadHeight = 34;
    private const double SignWidth = 96;
    private const double Row = 28;
    private const int Columns = 8;
    private const double Column = (Width - SignWidth) / Columns;

    // A sign of 28 is as good as it is bad; under 18 and over 38 is rare.
    private const double SarvaMiddle = 28;
    private const double SarvaReach = 10;

    /// <summary>The drawing as an SVG document.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="bindus">What is drawn.</param>
    /// <param name="lagna">The rising sign, whose row is marked.</param>
    /// <param name="language"><c>hi</c> for Hindi, anything else is English.</param>
    /// <param name="theme">On which ground.</param>
    /// <param name="withHeading">False where the page that it stands on says the same above it.</param>
    public static string Draw(string title, Ashtakavarga bindus, Rashi lagna, string language, DrawingTheme theme, bool withHeading = true)
    {
        var isHindi = language == "hi";
        var head = withHeading ? HeadHeight : 0;
        var palette = Palette.Of(theme);
        var sheet = Ink.Sheet(Width, head + ((Rashis.Count + 2) * Row), Margin, isHindi ? "hi" : "en", title, Describe(bindus, isHindi), palette);
        if (withHeading)
            sheet.Add(Ink.Heading(0, HeadHeight / 2, HeadSize, palette.Name, title));
        sheet.Add(Line(head, palette.Label, "", [.. Grahas.Seven.Select(graha => ShortNames.Of(graha, isHindi)), isHindi ? "योग" : "Sum"]));
        for (var sign = 0; sign < Rashis.Count; sign++)
            sheet.Add(Draw((Rashi)sign, head + ((sign + 1) * Row), bindus, lagna, isHindi, palette));
        sheet.Add(Line(
            head + ((Rashis.Count + 1) * Row), palette.Label, isHindi ? "योग" : "Sum",
            [.. bindus.Bhinna.Select(row => Number(row.Sum())), Number(bindus.Sarva.Sum())]));
        return Ink.Finish(sheet);
    }

    private static XElement Draw(Rashi sign, double top, Ashtakavarga bindus, Rashi lagna, bool isHindi, Palette palette)
    {
        var name = isHindi ? Names.Of(sign).Hi : Names.Of(sign).En;
        var mark = sign == lagna ? isHindi ? " (ल)" : " (As)" : "";
        var group = new XElement(Ink.Svg + "g", new XAttribute("data-sign", Charts.Words.Key(sign)), Ink.Left(0, top + (Row / 2), TextSize, palette.Name, name + mark));
        for (var i = 0; i < Grahas.Seven.Count; i++)
            group.Add(Cell(i, top, Charts.Words.Key(Grahas.Seven[i]), bindus.Bhinna[i][(int)sign], bindus.Bhinna[i][(int)sign] / (double)BindusMax, palette));
        var sum = bindus.Sarva[(int)sign];
        group.Add(Cell(Columns - 1, top, "sarva", sum, 0.5 + ((sum - SarvaMiddle) / SarvaReach / 2), palette));
        return group;
    }

    private static XElement Cell(int column, double top, string id, int count, double share, Palette palette)
    {
        var left = SignWidth + (column * Column);
        return new(
            Ink.Svg + "g",
            new XAttribute("data-graha", id),
            Ink.Box(left + 1, top + 1, Column - 2, Row - 2, palette.Scale(share)),
            Ink.Centred(left + (Column / 2), top + (Row / 2), TextSize, palette.Name, Number(count)));
    }

    private static IEnumerable<XElement> Line(double top, string colour, string name, IReadOnlyList<string> cells) =>
        cells.Select((cell, i) => Ink.Centred(SignWidth + ((i + 0.5) * Column), top + (Row / 2), TextSize, colour, cell)).Prepend(Ink.Left(0, top + (Row / 2), TextSize, colour, name));

    private static string Describe(Ashtakavarga bindus, bool isHindi)
    {
        var signs = bindus.Sarva.Select((sum, sign) => $"{(isHindi ? Names.Of((Rashi)sign).Hi : Names.Of((Rashi)sign).En)} {Number(sum)}");
        return (isHindi ? "सर्वाष्टक बिन्दु: " : "Bindus of all grahas: ") + string.Join(", ", signs) + (isHindi ? "।" : ".");
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
