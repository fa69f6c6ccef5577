using System.Xml.Linq;

using CsCheck;

using Kundli.Features.Drawings;
using Kundli.Jyotish.Zodiac;
using Xunit;
using Graha = Kundli.Astronomy.Sky.Graha;

namespace Kundli.Features.Tests.Drawings;

public sealed class ChartSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Gen<ChartPicture> Pictures =
        from lagna in Gen.Int[0, 11]
        from signs in Gen.Int[0, 11].Array[12]
        from retrograde in Gen.Bool.Array[12]
        select new ChartPicture("Chart", (Rashi)lagna, [.. signs.Select((sign, i) => new DrawnGraha((Graha)i, (Rashi)sign, retrograde[i]))]);

    private static readonly Gen<ChartStyle> Styles = Gen.Enum<ChartStyle>();

    [Fact]
    public void Every_graha_stands_once_and_in_the_cell_of_its_sign_and_house()
    {
        Gen.Select(Pictures, Styles).Sample(
            (picture, style) =>
            {
                var cells = CellsOf(picture, style);
                Assert.Equal(12, cells.Count);
                foreach (var graha in picture.Grahas)
                {
                    var cell = Assert.Single(cells, cell => NamesIn(cell).Contains(Id(graha.Graha)));
                    Assert.Equal(picture.HouseOf(graha.Rashi), (int)cell.Attribute("data-house")!);
                    Assert.Equal(graha.Rashi.ToString(), (string)cell.Attribute("data-sign")!, ignoreCase: true);
                }
            },
            iter: 500);
    }

    [Fact]
    public void Names_never_leave_their_cell_nor_run_into_each_other_however_crowded_a_house_is()
    {
        foreach (var style in Enum.GetValues<ChartStyle>())
        {
            foreach (var house in Enumerable.Range(0, 12))
            {
                var crowded = new ChartPicture("Crowded", Rashi.Aries, [.. Enum.GetValues<Graha>().Select(graha => new DrawnGraha(graha, (Rashi)house))]);
                var cell = CellsOf(crowded, style).Single(cell => NamesIn(cell).Count > 1);
                var outline = ((string)cell.Element(Svg + "polygon")!.Attribute("points")!).Split(' ').Select(pair => pair.Split(',').Select(double.Parse).ToArray()).ToList();
                var lines = cell.Elements(Svg + "text").Skip(1).Select(text => (X: (double)text.Attribute("x")!, Y: (double)text.Attribute("y")!)).ToList();

                Assert.All(lines, line => Assert.True(Contains(outline, line.X, line.Y - 5), $"{style}, house {house + 1}: {line} lies outside."));
                Assert.Equal(lines.Count, lines.Select(line => line.Y).Distinct().Count());
                Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.True(Math.Abs(pair.Second.Y - pair.First.Y) >= 15, $"{style}, house {house + 1}: lines touch."));
            }
        }
    }

    [Theory]
    [InlineData(ChartStyle.South)]
    [InlineData(ChartStyle.East)]
    public void A_chart_that_is_not_counted_from_the_lagna_writes_none(ChartStyle style)
    {
        var picture = new ChartPicture("Moon", Rashi.Leo, [new(Graha.Moon, Rashi.Leo)]);
        Assert.Contains(">As<", ChartSvg.Draw(picture, style, "en", DrawingTheme.Light), StringComparison.Ordinal);
        var moon = ChartSvg.Draw(picture with { IsFromLagna = false }, style, "en", DrawingTheme.Light);
        Assert.DoesNotContain(">As<", moon, StringComparison.Ordinal);
        Assert.Contains("Counted from Leo", moon, StringComparison.Ordinal);
    }

    [Fact]
    public void The_description_says_in_words_what_the_lines_show()
    {
        var picture = new ChartPicture("Asha", Rashi.Virgo, [new(Graha.Sun, Rashi.Taurus), new(Graha.Saturn, Rashi.Capricorn, IsRetrograde: true)]);

        var english = XDocument.Parse(ChartSvg.Draw(picture, ChartStyle.North, "en", DrawingTheme.Light)).Root!;
        var hindi = XDocument.Parse(ChartSvg.Draw(picture, ChartStyle.North, "hi", DrawingTheme.Dark)).Root!;

        Assert.Equal("Asha", (string)english.Element(Svg + "title")!);
        Assert.Equal("Lagna Virgo. Sun in Taurus, house 9; Saturn in Capricorn, house 5, retrograde. A star marks a retrograde graha.", (string)english.Element(Svg + "desc")!);
        Assert.StartsWith("लग्न कन्या। सूर्य वृषभ में, भाव 9; शनि मकर में, भाव 5, वक्री", (string)hindi.Element(Svg + "desc")!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_needs_no_inline_style_and_runs_nothing()
    {
        var drawing = XDocument.Parse(ChartSvg.Draw(new("<script>", Rashi.Leo, []), ChartStyle.East, "en", DrawingTheme.Dark));

        Assert.Empty(drawing.Descendants().Where(element => element.Name.LocalName is "script" or "style"));
        Assert.Empty(drawing.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
    }

    private static List<XElement> CellsOf(ChartPicture picture, ChartStyle style) =>
        [.. XDocument.Parse(ChartSvg.Draw(picture, style, "en", DrawingTheme.Light)).Root!.Elements(Svg + "g")];

    private static List<string> NamesIn(XElement cell) => [.. cell.Descendants(Svg + "tspan").Select(name => (string)name.Attribute("data-graha")!)];

    private static string Id(Graha graha) => char.ToLowerInvariant(graha.ToString()[0]) + graha.ToString()[1..];

    private static bool Contains(List<double[]> outline, double x, double y)
    {
        var inside = false;
        for (var (i, j) = (0, outline.Count - 1); i < outline.Count; j = i++)
            if (outline[i][1] > y != outline[j][1] > y && x < ((outline[j][0] - outline[i][0]) * (y - outline[i][1]) / (outline[j][1] - outline[i][1])) + outline[i][0])
                inside = !inside;
        return inside;
    }
}
