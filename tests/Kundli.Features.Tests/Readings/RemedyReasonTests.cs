using Kundli.Features.Catalog;
using Kundli.Features.Charts;
using Kundli.Features.Places;
using Kundli.Features.Readings;
using Xunit;

namespace Kundli.Features.Tests.Readings;

public sealed class RemedyReasonTests
{
    private static readonly SuggestRemedies Suggest = new(new DrawChart(new ZoneMap(), TimeProvider.System), new OfferPlants(new EmptyShop()), new Standing());

    [Fact]
    public async Task A_reason_is_a_sentence_in_both_languages_that_names_its_placement()
    {
        var remedies = await OfAsync("1990-05-15", "14:30:00");
        var star = remedies.Plants.Single(plant => plant.Role == "birthStar");
        Assert.Equal(("The Moon stands in Uttara Ashadha, the birth star, and this is its tree.", "चन्द्र उत्तराषाढ़ा में है, जो जन्म नक्षत्र है; यह उसका वृक्ष है।"), (star.Reason.Text.En, star.Reason.Text.Hi));
        var lagna = remedies.Plants.Single(plant => plant.Role == "lagna");
        Assert.Equal(("Virgo rises, and this is the tree of that sign.", "लग्न में कन्या राशि है; यह उस राशि का वृक्ष है।"), (lagna.Reason.Text.En, lagna.Reason.Text.Hi));
    }

    [Fact]
    public async Task Of_two_stars_that_a_day_without_a_time_leaves_open_none_is_called_the_birth_star()
    {
        for (var day = 1; day <= 28; day++)
        {
            var stars = (await OfAsync($"1983-11-{day:D2}", null)).Plants.Where(plant => plant.Role == "birthStar").ToList();
            Assert.All(stars, star => Assert.Equal(stars.Count > 1, star.Reason.Text.En.Contains("may have stood", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Every_reason_of_two_hundred_births_is_whole_and_in_one_script()
    {
        var random = new Random(7);
        var rules = new HashSet<string>(StringComparer.Ordinal);
        for (var birth = 0; birth < 200; birth++)
        {
            var remedies = await OfAsync(new DateOnly(1930, 1, 1).AddDays(random.Next(34_000)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"{random.Next(24):D2}:{random.Next(60):D2}:00");
            foreach (var reason in remedies.Plants.Select(plant => plant.Reason).Concat(remedies.Gemstones.Select(stone => stone.Reason)).Concat(remedies.Mantras.Select(mantra => mantra.Reason)))
            {
                rules.Add(reason.Rule);
                Assert.Matches("^[A-Z][A-Za-z ,]+\\.$", reason.Text.En);
                Assert.Matches("^[\\u0900-\\u097F ,;]+।$", reason.Text.Hi);
            }
        }
        Assert.Equal(["birthStarTree", "combustGraha", "debilitatedGraha", "lagnaTree", "moonSignTree", "runningDasha"], rules.Order(StringComparer.Ordinal));
    }

    private static async Task<Remedies> OfAsync(string date, string? time) =>
        (await Suggest.RunAsync(new ChartRequest(null, new BirthInput(date, time, 28.6139, 77.2090, TimeZone: "Asia/Kolkata")), default)).Value;

    private sealed class Standing : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => RandomCharts.Moment;
    }

    private sealed class EmptyShop : ICatalogIndex
    {
        public ValueTask<CatalogIndex> CurrentAsync(CancellationToken cancellation) => ValueTask.FromResult(new CatalogIndex(new CatalogSnapshot(1, DateTimeOffset.UnixEpoch, [])));
    }
}
