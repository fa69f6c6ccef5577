using System.Text;
using System.Text.Json;
using Kundli.Adapters.Reports;
using Kundli.Adapters.Tests.SavedCharts;
using Kundli.Features.Catalog;
using Kundli.Features.Charts;
using Kundli.Features.Claims;
using Kundli.Features.Drawings;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Kundli.Features.Plants;
using Kundli.Features.Readings;
using Kundli.Features.Reports;
using Kundli.Features.SavedCharts;
using Kundli.Jyotish.Yogas;
using Kundli.Testing;
using UglyToad.PdfPig;
using Xunit;

namespace Kundli.Adapters.Tests.Reports;

/// <summary>Printed reports, read back by another program's PDF reader. <c>KUNDLI_KEEP_PDF</c> names a folder to look at them in.</summary>
public sealed class ReportTests
{
    private readonly SavedChartWorld _world = new();

    [Theory]
    [InlineData("en", ChartStyle.North)]
    [InlineData("en", ChartStyle.South)]
    [InlineData("hi", ChartStyle.North)]
    public async Task A_report_has_8_to_20_pages_of_real_text_from_cover_to_conventions(string language, ChartStyle style)
    {
        var (content, printed) = await PrintAsync(SavedChartWorld.Delhi, language, style);

        using var pdf = PdfDocument.Open(printed.Pdf);
        Assert.Equal(printed.Pages, pdf.NumberOfPages);
        Assert.InRange(pdf.NumberOfPages, 8, 20);
        Assert.All(pdf.GetPages(), page => Assert.True(page.Letters.Count > 60, $"Page {page.Number} is nearly empty."));
        var text = Squeezed(string.Concat(pdf.GetPages().Select(page => page.Text)));
        if (language == "en")
            Assert.All(Words(content).Take(400), word => Assert.Contains(Squeezed(word), text, StringComparison.Ordinal));
        Assert.Contains("1990", pdf.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("hi")]
    public async Task Nothing_in_a_report_is_for_sale_claims_or_has_an_unfilled_place(string language)
    {
        var (content, _) = await PrintAsync(SavedChartWorld.Delhi, language, ChartStyle.North);
        Assert.All(Words(content), text =>
        {
            Assert.True(ForbiddenClaims.IsClean(text), text);
            Assert.DoesNotContain('{', text);
            Assert.DoesNotContain("₹", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_report_in_Hindi_has_no_English_sentence()
    {
        var (content, _) = await PrintAsync(SavedChartWorld.Delhi, "hi", ChartStyle.North);
        Assert.All(content.Blocks.OfType<ReportBlock.Paragraph>().Where(paragraph => !paragraph.IsNote), paragraph => Assert.Contains(paragraph.Text, letter => letter is >= '\u0900' and <= '\u097F'));
    }

    [Fact]
    public void Every_yoga_has_its_name_in_Devanagari_and_every_book_too()
    {
        var words = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Repository.At("functions", "Features", "Reports", "Data", "hi.json")))!;
        Assert.All(YogaRules.All, rule => Assert.Matches(@"^[\u0900-\u097F():\s]+$", words[$"yoga.{rule.Id}"]));
        var books = words.Where(word => word.Key.StartsWith("book.", StringComparison.Ordinal)).Select(word => word.Key["book.".Length..]).OrderByDescending(book => book.Length).ToList();
        Assert.All(YogaRules.All, rule => Assert.DoesNotMatch("[A-Za-z]", books.Aggregate(rule.Source, (source, book) => source.Replace(book, "", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Without_a_time_of_birth_a_report_tells_what_the_day_allows_and_leaves_out_what_it_can_not_know()
    {
        var (content, printed) = await PrintAsync(SavedChartWorld.Delhi with { Time = null, TimeAccuracy = TimeAccuracy.Unknown }, "en", ChartStyle.North);
        Assert.InRange(printed.Pages, 8, 20);
        Assert.DoesNotContain(content.Blocks.OfType<ReportBlock.Chapter>(), chapter => chapter.Text is "Divisions" or "Strengths" or "Ashtakavarga");
        var day = content.Blocks.OfType<ReportBlock.Table>().Single(table => table.Rows[0][0] == "Clock");
        Assert.Equal(["00:00", "02:00", "04:00", "06:00", "08:00", "10:00", "12:00", "14:00", "16:00", "18:00", "20:00", "22:00"], day.Rows.Skip(1).Select(row => row[0]));
        Assert.All(day.Rows.Skip(1), row => Assert.Equal(_world.Draw.Find(new ChartRequest(null, SavedChartWorld.Delhi with { Time = $"{row[0]}:00" })).Value.Chart.LagnaSign.ToString(), row[1]));
    }

    [Fact]
    public async Task Without_a_time_of_birth_nothing_that_the_day_changes_stands_as_certain()
    {
        var (content, _) = await PrintAsync(SavedChartWorld.Delhi with { Time = null, TimeAccuracy = TimeAccuracy.Unknown }, "en", ChartStyle.North);
        var glance = content.Blocks.OfType<ReportBlock.Table>().First().Rows.ToDictionary(row => row[0], row => row[1]);
        // On that day Sun and Moon change their signs, and the Moon its star.
        Assert.All(new[] { "Moon sign", "Sun sign", "Birth star", "Lord of the birth star" }, key => Assert.EndsWith("(not certain)", glance[key], StringComparison.Ordinal));
        Assert.Contains(content.Blocks.OfType<ReportBlock.Paragraph>(), paragraph => paragraph.Text.Contains("positions of noon", StringComparison.Ordinal));
        // Both trees stand under the remedies; no other chapter says that there is none.
        Assert.DoesNotContain(content.Blocks.OfType<ReportBlock.Paragraph>(), paragraph => paragraph.Text.Contains("plants of the chart", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_a_day_that_changes_its_clocks_the_rows_show_the_clock_of_the_place()
    {
        var (content, _) = await PrintAsync(new("1990-04-01", null, 40.7128, -74.0060, TimeZone: "America/New_York", TimeAccuracy: TimeAccuracy.Unknown), "en", ChartStyle.North);
        var clocks = content.Blocks.OfType<ReportBlock.Table>().Single(table => table.Rows[0][0] == "Clock").Rows.Skip(1).Select(row => row[0]);
        Assert.Equal(["00:00", "03:00", "05:00", "07:00", "09:00", "11:00", "13:00", "15:00", "17:00", "19:00", "21:00", "23:00"], clocks);
    }

    // North and south, both sides of the date line, beyond the polar circle in both solstices, before sunrise, a child, a day that moved its clocks: what pages must hold everywhere.
    [Theory]
    [InlineData("en", ChartStyle.North, "1975-01-03", null, 51.5074, -0.1278, "Europe/London", "London")]
    [InlineData("en", ChartStyle.South, "1983-12-25", "06:10", -33.8688, 151.2093, "Australia/Sydney", "Sydney")]
    [InlineData("en", ChartStyle.North, "2001-07-01", "23:50", -18.1416, 178.4419, "Pacific/Fiji", "Suva")]
    [InlineData("hi", ChartStyle.North, "2011-12-31", null, -13.8333, -171.7667, "Pacific/Apia", "Apia")]
    [InlineData("en", ChartStyle.North, "1999-12-21", "12:00", 69.6492, 18.9553, "Europe/Oslo", "Tromsø")]
    [InlineData("hi", ChartStyle.South, "1999-06-21", null, 69.6492, 18.9553, "Europe/Oslo", "Tromsø")]
    [InlineData("hi", ChartStyle.South, "2018-08-15", "09:12:30", 19.0760, 72.8777, "Asia/Kolkata", "मुंबई")]
    [InlineData("en", ChartStyle.North, "1960-04-10", null, -34.6037, -58.3816, "America/Argentina/Buenos_Aires", "Buenos Aires")]
    [InlineData("hi", ChartStyle.North, "1935-10-08", "05:20", 25.3176, 82.9739, "Asia/Kolkata", "वाराणसी")]
    [InlineData("en", ChartStyle.South, "1990-04-01", null, 40.7128, -74.0060, "America/New_York", "New York")]
    public async Task Wherever_one_is_born_pages_are_full_and_titles_stand_with_what_follows(string language, ChartStyle style, string date, string? time, double latitude, double longitude, string zone, string place)
    {
        var (content, printed) = await PrintAsync(new(date, time, latitude, longitude, time is null ? TimeAccuracy.Unknown : TimeAccuracy.Exact, zone, Place: place), language, style);

        using var pdf = PdfDocument.Open(printed.Pdf);
        Assert.InRange(pdf.NumberOfPages, 8, 20);
        Assert.All(pdf.GetPages().Skip(1).SkipLast(1), page => Assert.True(Fill(page) >= 0.45, $"Page {page.Number} is filled to {Fill(page):P0}."));
        var titles = content.Blocks.Select(block => block switch { ReportBlock.Chapter chapter => chapter.Text, ReportBlock.Heading heading => heading.Text, _ => null }).OfType<string>().Select(Squeezed).ToHashSet();
        Assert.All(pdf.GetPages().Skip(1), page => Assert.DoesNotContain(Squeezed(LastLine(page)), titles));
        Assert.All(Words(content), text => Assert.DoesNotContain('{', text));
        if (language == "hi")
            Assert.All(Sentences(content), text => Assert.DoesNotMatch("[A-Za-z]", text.Replace("JPL", "", StringComparison.Ordinal)));
    }

    // As a table of longitudes from another program, with a lagna and without one.
    [Theory]
    [InlineData("en", true)]
    [InlineData("hi", false)]
    public async Task A_report_from_given_longitudes_is_whole_too(string language, bool hasLagna)
    {
        var longitudes = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["sun"] = 30.5, ["moon"] = 280.2, ["mars"] = 324.4, ["mercury"] = 14.3, ["jupiter"] = 75.8, ["venus"] = 348.8, ["saturn"] = 271.5, ["rahu"] = 287.6, ["ketu"] = 107.6,
        };
        if (hasLagna)
            longitudes["lagna"] = 150.1;
        var (content, printed) = await PrintAsync(await _world.SaveAsync(longitudes: longitudes), language, ChartStyle.North, $"longitudes-{hasLagna}");

        Assert.InRange(printed.Pages, 8, 20);
        Assert.NotEmpty(content.Cover.Drawings);
        Assert.All(Words(content), text => Assert.DoesNotContain('{', text));
    }

    // No marriage in the report of a child, and nothing about Mars that custom ties to it; with a time and without.
    [Theory]
    [InlineData("09:12", "en")]
    [InlineData(null, "hi")]
    public async Task The_report_of_a_child_speaks_of_no_marriage(string? time, string language)
    {
        var (content, printed) = await PrintAsync(new("2018-08-16", time, 19.0760, 72.8777, time is null ? TimeAccuracy.Unknown : TimeAccuracy.Exact, "Asia/Kolkata"), language, ChartStyle.North);

        Assert.InRange(printed.Pages, 8, 20);
        Assert.All(Words(content), text => Assert.DoesNotMatch("(?i)marriage|manglik|spouse|विवाह|मांगलिक|दाम्पत्य", text));
    }

    private static IEnumerable<string> Sentences(ReportContent content) => content.Blocks.Select(block => block switch
    {
        ReportBlock.Chapter chapter => chapter.Text,
        ReportBlock.Heading heading => heading.Text,
        ReportBlock.Paragraph paragraph => paragraph.Text,
        _ => "",
    });

    // The foot of a page is 40 points high, its margin above 44.
    private static IEnumerable<UglyToad.PdfPig.Content.Letter> LettersOf(UglyToad.PdfPig.Content.Page page) => page.Letters.Where(letter => letter.StartBaseLine.Y > 50);

    private static double Fill(UglyToad.PdfPig.Content.Page page) => (page.Height - 44 - LettersOf(page).Min(letter => letter.StartBaseLine.Y)) / 742;

    private static string LastLine(UglyToad.PdfPig.Content.Page page)
    {
        var bottom = LettersOf(page).Min(letter => letter.StartBaseLine.Y);
        return string.Concat(LettersOf(page).Where(letter => Math.Abs(letter.StartBaseLine.Y - bottom) < 1).OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value));
    }

    [Fact]
    public async Task The_same_chart_at_the_same_time_prints_the_same_report()
    {
        var (_, one) = await PrintAsync(SavedChartWorld.Delhi, "hi", ChartStyle.North);
        var (_, other) = await PrintAsync(SavedChartWorld.Delhi, "hi", ChartStyle.North);
        Assert.Equal(one.Pages, other.Pages);
        Assert.Equal(one.Pdf.Length, other.Pdf.Length);
    }

    private async Task<(ReportContent Content, PrintedReport Printed)> PrintAsync(BirthInput birth, string language, ChartStyle style) =>
        await PrintAsync(await _world.SaveAsync(birth: birth), language, style, $"{birth.Date}-{birth.Latitude:0}-{birth.TimeAccuracy}");

    private async Task<(ReportContent Content, PrintedReport Printed)> PrintAsync(SavedChart saved, string language, ChartStyle style, string name)
    {
        var offers = new OfferPlants(new NoCatalog());
        var content = (await new ComposeReport(_world.Read, _world.Draw, new ComposeReading(_world.Draw, _world.Clock), new SuggestRemedies(_world.Draw, offers, _world.Clock), new SpeciesTable(), new ReadDay(new ZoneMap(), _world.Clock), _world.Clock).RunAsync(saved, language, style, default)).Value;
        var printed = new SkiaReportPrinter().Print(content);
        if (Environment.GetEnvironmentVariable("KUNDLI_KEEP_PDF") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"report-{language}-{style}-{name}.pdf"), printed.Pdf);
        return (content, printed);
    }

    private static IEnumerable<string> Words(ReportContent content) => new[] { content.Cover.Title, content.Cover.Name }.Concat(content.Cover.Lines).Concat(content.Blocks.SelectMany(block => block switch
    {
        ReportBlock.Chapter chapter => [chapter.Text],
        ReportBlock.Heading heading => [heading.Text],
        ReportBlock.Paragraph paragraph => [paragraph.Text],
        ReportBlock.Table table => table.Rows.SelectMany(row => row),
        ReportBlock.Bars bars => bars.Items.SelectMany(item => new[] { item.Label, item.Text }),
        _ => (IEnumerable<string>)[],
    })).Where(text => text.Length > 0);

    /// <summary>A shop that must not be asked.</summary>
    private sealed class NoCatalog : ICatalogIndex
    {
        public ValueTask<CatalogIndex> CurrentAsync(CancellationToken cancellation) => throw new InvalidOperationException("A report asks for nothing that is for sale.");
    }

    // Lines are broken where the page ends, and a reader finds no blanks there.
    private static string Squeezed(string text) => new StringBuilder(text.Length).AppendJoin("", text.Where(letter => !char.IsWhiteSpace(letter))).ToString();
}
