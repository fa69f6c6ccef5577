using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Drawings;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Kundli.Features.Tests.Cases;
using Kundli.Jyotish.Vargas;
using Kundli.Jyotish.Zodiac;
using Xunit;
using Drawing = Kundli.Features.Drawings.Drawing;

namespace Kundli.Features.Tests.Drawings;

/// <summary>The drawings of ten charts, read as a customer's eye reads them, against the numbers that the chart itself answers.</summary>
public sealed class TenChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly StandingClock Clock = new();
    private static readonly DrawPicture Pictures = new(Verbs.Draw, new NoRaster(), Clock);

    // The eight of February 1962 and the seven of May 2000 crowd one sign; the others are spread over centuries and the Earth.
    private static readonly ChartRequest[] Births =
    [
        Birth("1990-05-15", "14:30:00", 28.6139, 77.2090, "Asia/Kolkata"),
        Birth("1962-02-05", "06:45:00", 13.0827, 80.2707, "Asia/Kolkata"),
        Birth("2000-05-04", "05:10:00", 19.0760, 72.8777, "Asia/Kolkata"),
        Birth("1869-10-02", "07:12:00", 21.6417, 69.6293, "Asia/Kolkata"),
        Birth("1955-02-24", "19:15:00", 37.7749, -122.4194, "America/Los_Angeles"),
        Birth("1815-12-10", "13:00:00", 51.5074, -0.1278, "Europe/London"),
        Birth("2026-11-23", "00:00:00", -33.8688, 151.2093, "Australia/Sydney"),
        Birth("1912-06-23", "02:15:00", 51.5290, -0.1850, "Europe/London"),
        Birth("2150-03-01", "23:59:00", -1.2921, 36.8219, "Africa/Nairobi"),
        Birth("1947-08-15", "00:00:01", 22.5726, 88.3639, "Asia/Kolkata"),
    ];

    private static readonly Dictionary<string, (string En, string Hi)> Written = new()
    {
        ["sun"] = ("Su", "सू"), ["moon"] = ("Mo", "चं"), ["mars"] = ("Ma", "मं"), ["mercury"] = ("Me", "बु"), ["jupiter"] = ("Ju", "गु"), ["venus"] = ("Ve", "शु"),
        ["saturn"] = ("Sa", "श"), ["rahu"] = ("Ra", "रा"), ["ketu"] = ("Ke", "के"), ["uranus"] = ("Ur", "अ"), ["neptune"] = ("Ne", "व"), ["pluto"] = ("Pl", "य"),
    };

    // Where the middle of a cell lies on a square of one, as the books draw it: of the houses in the north, of the signs from Aries on in the south and the east.
    private static readonly (double X, double Y)[] North =
        [(6, 3), (3, 1), (1, 3), (3, 6), (1, 9), (3, 11), (6, 9), (9, 11), (11, 9), (9, 6), (11, 3), (9, 1)];

    private static readonly (double X, double Y)[] South =
        [(4.5, 1.5), (7.5, 1.5), (10.5, 1.5), (10.5, 4.5), (10.5, 7.5), (10.5, 10.5), (7.5, 10.5), (4.5, 10.5), (1.5, 10.5), (1.5, 7.5), (1.5, 4.5), (1.5, 1.5)];

    private static readonly (double X, double Y)[] East =
        [(6, 2), (2.67, 1.33), (1.33, 2.67), (2, 6), (1.33, 9.33), (2.67, 10.67), (6, 10), (9.33, 10.67), (10.67, 9.33), (10, 6), (10.67, 2.67), (9.33, 1.33)];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Births.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_chart_is_drawn_as_its_numbers_are(int number)
    {
        var answer = Verbs.Draw.Run(Births[number]).Value;
        foreach (var varga in new[] { Varga.D1, Varga.D9 })
        foreach (var style in Enum.GetValues<ChartStyle>())
        foreach (var language in new[] { "en", "hi" })
        {
            var drawing = Read(Pictures.Run(Births[number], new(style, varga, Language: language)).Value);
            var (lagna, signs) = (answer.Vargas![Words.Key(varga)].Lagna!.Value, answer.Vargas[Words.Key(varga)].Grahas);
            var names = drawing.Descendants(Svg + "tspan").Where(name => (string)name.Attribute("data-graha")! != "lagna").ToList();
            Assert.Equal(answer.Grahas.Select(graha => Words.Key(graha.Graha)).Order(), names.Select(name => (string)name.Attribute("data-graha")!).Order());
            foreach (var graha in answer.Grahas)
            {
                var id = Words.Key(graha.Graha);
                var name = names.Single(name => (string)name.Attribute("data-graha")! == id);
                var star = graha.Retrograde == true && !graha.Graha.IsNode() ? "*" : "";
                Assert.Equal((language == "hi" ? Written[id].Hi : Written[id].En) + star, name.Value);

                var cell = name.Ancestors(Svg + "g").First();
                var sign = (int)signs[id];
                var house = ((sign - (int)lagna + 12) % 12) + 1;
                Assert.Equal((house, Words.Key((Rashi)sign)), ((int)cell.Attribute("data-house")!, (string)cell.Attribute("data-sign")!));
                var expected = style switch { ChartStyle.North => North[house - 1], ChartStyle.South => South[sign], _ => East[sign] };
                var middle = MiddleOf(cell);
                Assert.True(Math.Abs(middle.X - expected.X) < 0.1 && Math.Abs(middle.Y - expected.Y) < 0.1, $"{style}: {id} in house {house} stands at {middle}, not {expected}.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_timeline_has_the_periods_of_the_dasha_and_marks_what_runs(int number)
    {
        var dashas = new ChartDashas(Verbs.Draw, Clock).Run(Births[number], new(Depth: 2)).Value;
        var birth = Verbs.Draw.Run(Births[number]).Value.Birth!.Instant;
        foreach (var language in new[] { "en", "hi" })
        {
            var drawing = Read(Pictures.Run(Births[number], new(Kind: PictureKind.DashaTimeline, Language: language)).Value);
            var drawn = drawing.Elements(Svg + "g").Select(rung => (
                Lord: (string)rung.Attribute("data-lord")!,
                Parts: rung.Elements(Svg + "g").Select(part => (Lord: (string)part.Attribute("data-lord")!, Start: (string)part.Attribute("data-start")!, End: (string)part.Attribute("data-end")!)).ToList())).ToList();

            Assert.Equal(dashas.Dasha.Periods!.Select(period => period.Lord), drawn.Select(rung => rung.Lord));
            foreach (var (period, rung) in dashas.Dasha.Periods!.Zip(drawn))
                Assert.Equal(period.Periods.Where(part => part.End > birth).Select(part => (part.Lord, Date(part.Start), Date(part.End))), rung.Parts);
            Assert.Equal(dashas.Current.Count > 0 ? 2 : 0, drawing.Descendants(Svg + "polygon").Count());
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_heat_map_has_the_bindus_of_the_ashtakavarga_and_the_more_the_greener(int number)
    {
        var bindus = new ChartStrengths(Verbs.Draw).Run(Births[number]).Value.Ashtakavarga!;
        foreach (var theme in Enum.GetValues<DrawingTheme>())
        {
            var rows = Read(Pictures.Run(Births[number], new(Kind: PictureKind.Ashtakavarga, Language: "hi", Theme: theme)).Value).Elements(Svg + "g").ToList();
            Assert.Equal(12, rows.Count);
            foreach (var (row, sign) in rows.Select((row, sign) => (row, sign)))
                foreach (var cell in row.Elements(Svg + "g"))
                {
                    var id = (string)cell.Attribute("data-graha")!;
                    var count = id == "sarva" ? bindus.Sarva[sign] : bindus.Bhinna[id][sign];
                    Assert.Equal(count.ToString(CultureInfo.InvariantCulture), cell.Element(Svg + "text")!.Value);
                    var (red, green) = Tint((string)cell.Element(Svg + "rect")!.Attribute("fill")!);
                    if (count > (id == "sarva" ? 30 : 4))
                        Assert.True(green > red, $"{id} has {count}");
                    if (count < (id == "sarva" ? 26 : 4))
                        Assert.True(red > green, $"{id} has {count}");
                }
        }
    }

    [Theory]
    [InlineData(23.1765, 75.7885, "2026-11", "Asia/Kolkata")]
    [InlineData(78.22, 15.65, "2026-12", "Arctic/Longyearbyen")]
    [InlineData(-33.8688, 151.2093, "2026-02", "Australia/Sydney")]
    public void A_month_sheet_has_every_date_under_its_weekday_and_lists_what_is_kept(double latitude, double longitude, string month, string zone)
    {
        var read = new ReadMonth(new ZoneMap(), Clock);
        var answer = read.Run(new(latitude, longitude, month, zone));
        var drawing = Read(new DrawMonth(read, new NoRaster()).Run(new(latitude, longitude, month, zone)));
        var cells = drawing.Elements(Svg + "g").ToList();

        Assert.Equal(answer.Days.Select(day => (Text(day.Date), $"{day.Tithi.Number}", day.Nakshatra.Name)), cells.Select(cell => ((string)cell.Attribute("data-date")!, (string)cell.Attribute("data-tithi")!, (string)cell.Attribute("data-nakshatra")!)));
        foreach (var (day, cell) in answer.Days.Zip(cells))
        {
            var box = cell.Element(Svg + "rect")!;
            Assert.Equal((int)day.Date.DayOfWeek, (int)Math.Round((double)box.Attribute("x")! / (double)box.Attribute("width")!));
            Assert.Equal(Text(day.Date)[8..].TrimStart('0'), cell.Elements(Svg + "text").First().Value);
        }
        var listed = string.Join(" · ", drawing.Elements(Svg + "text").Select(text => text.Value));
        Assert.All(answer.Festivals.Where(kept => kept.Tradition != Jyotish.Festivals.Tradition.Vaishnava), kept => Assert.Contains(kept.Name, listed, StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_birth_or_its_time_there_is_a_problem_and_no_empty_frame()
    {
        var given = new ChartRequest(Longitudes: new Dictionary<string, double> { ["moon"] = 15 });
        var unknown = Birth("1990-05-15", null!, 28.6139, 77.2090, "Asia/Kolkata");

        Assert.Equal("/birth", Assert.Single(Pictures.Run(given, new(Kind: PictureKind.DashaTimeline)).Problem!.Errors!).Pointer);
        Assert.Equal(DrawPicture.NoLagna, Pictures.Run(unknown with { Birth = unknown.Birth! with { TimeAccuracy = TimeAccuracy.Unknown } }, new(Kind: PictureKind.DashaTimeline)).Problem);
        Assert.Equal(DrawPicture.NoLagna, Pictures.Run(given, new(Kind: PictureKind.Ashtakavarga)).Problem);
    }

    [Fact]
    public void Every_wrong_field_of_a_month_sheet_is_named()
    {
        var result = new MonthSheetQueryRules().Validate(new MonthSheetQuery(91, 181, "2026-13", "Mars/Olympus", "+99:00", Language: "xx", Width: 3));

        Assert.Equal(["Language", "Latitude", "Longitude", "Month", "TimeZone", "UtcOffset", "Width"], result.Errors.Select(error => error.PropertyName).Order());
    }

    private static ChartRequest Birth(string date, string time, double latitude, double longitude, string zone) => new(
        Birth: new(date, time, latitude, longitude, TimeZone: zone), Settings: ChartSettings.Default with { OuterPlanets = true, Vargas = [Varga.D1, Varga.D9] });

    private static XElement Read(Drawing drawing) => XElement.Parse(Encoding.UTF8.GetString(drawing.Content));

    /// <summary>The centre of gravity of a cell's corners, in twelfths of the drawing.</summary>
    private static (double X, double Y) MiddleOf(XElement cell)
    {
        var corners = ((string)cell.Element(Svg + "polygon")!.Attribute("points")!).Split(' ').Select(pair => pair.Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray()).ToList();
        return (corners.Average(corner => corner[0]) / 35, corners.Average(corner => corner[1]) / 35);
    }

    private static (int Red, int Green) Tint(string colour) => (int.Parse(colour.AsSpan(1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture), int.Parse(colour.AsSpan(3, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static string Date(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    }

    private sealed class NoRaster : IDrawingRaster
    {
        public byte[] ToPng(string svg, int width) => throw new InvalidOperationException("Only lines are asked for here.");
    }
}
