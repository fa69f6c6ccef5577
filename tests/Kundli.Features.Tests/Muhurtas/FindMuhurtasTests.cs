using System.Globalization;
using CsCheck;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Muhurtas;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Kundli.Features.Tests.Cases;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Muhurtas;
using Kundli.Jyotish.Zodiac;
using Xunit;

namespace Kundli.Features.Tests.Muhurtas;

public sealed class FindMuhurtasTests
{
    private static readonly FindMuhurtas Find = new(Verbs.Draw, new ZoneMap(), TimeProvider.System);

    private static readonly Gen<MuhurtaQuery> Anywhere =
        from purpose in Gen.Enum<Purpose>()
        from latitude in Gen.Double[-60, 60]
        from longitude in Gen.Double[-180, 180]
        from day in Gen.Int[0, 73000]
        from moon in Gen.Double[0, 359.99]
        let first = new DateOnly(1900, 1, 1).AddDays(day)
        select new MuhurtaQuery(
            purpose, latitude, longitude, Text(first), Text(first.AddDays(12)), UtcOffset: Offset(longitude), Moon: moon.ToString("0.####", CultureInfo.InvariantCulture));

    [Fact]
    public void No_window_anywhere_in_200_years_touches_what_the_day_forbids() => Anywhere.Sample(
        query =>
        {
            var found = Find.Run(query);
            var rules = PurposeRules.Of(query.Purpose);
            foreach (var window in found.Items)
            {
                var day = Verbs.Day.Run(new(query.Latitude, query.Longitude, Text(window.Date), UtcOffset: query.UtcOffset));
                Assert.True(window.Start < window.End && window.Start >= day.StartsAt && window.End <= (rules.ByNight ? day.EndsAt : day.Sunset ?? day.EndsAt));
                Assert.DoesNotContain((window.Tithi - 1) % 15 + 1, new[] { 4, 9, 14 });
                Assert.NotEqual(30, window.Tithi);
                Assert.Contains(window.Nakshatra, rules.Good.Concat(rules.Middling));
                IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> shut =
                [
                    .. day.Durmuhurtas.Concat(day.Varjyams).Append(day.RahuKalam!).Where(span => span is not null).Select(span => (span.Start, span.End)),
                    .. day.Karanas.Where(karana => karana.Name == "vishti").Concat(day.Yogas.Where(yoga => yoga.Name is "vyatipata" or "vaidhriti")).Select(limb => (limb.StartsAt, limb.EndsAt)),
                ];
                // Instants are rounded to a tick each on its own way.
                Assert.All(shut, span => Assert.True(window.Start >= span.End.AddMilliseconds(-1) || window.End <= span.Start.AddMilliseconds(1)));
                Assert.All(window.For.Concat(window.Against).Where(reason => reason.Start is not null), reason => Assert.True(reason.Start >= window.Start && reason.End <= window.End));
            }
        },
        iter: 60);

    [Fact]
    public void Every_date_has_a_window_or_says_what_shuts_it_and_every_reason_has_its_source_and_its_Hindi() => Anywhere.Sample(
        query =>
        {
            var found = Find.Run(query);
            var dates = found.Items.Select(window => window.Date).Distinct().Concat(found.Refused.Select(day => day.Date)).Order().ToList();
            Assert.Equal(Enumerable.Range(0, 13).Select(found.From.AddDays), dates);
            Assert.All(found.Refused, day => Assert.NotEmpty(day.Reasons));
            var reasons = found.Items.SelectMany(window => window.For.Concat(window.Against)).Concat(found.Refused.SelectMany(day => day.Reasons)).ToList();
            Assert.All(reasons, reason => Assert.True(reason.Source.Length > 5 && reason.Texts.Hi.Any(letter => letter > 'ऀ') && reason.Text.EndsWith('.')));
            Assert.All(found.Items.Zip(found.Items.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        },
        iter: 60);

    /// <summary>The dates of marriages of the Mithila almanac of 2024–25 (Kameshwar Singh Darbhanga Sanskrit University, as newspapers printed them in 2024).</summary>
    [Fact]
    public void Most_marriage_dates_of_a_printed_almanac_are_found_and_none_of_its_shut_season()
    {
        string[] printed =
        [
            "2024-11-18", "2024-11-22", "2024-11-25", "2024-11-27", "2024-12-01", "2024-12-02", "2024-12-05", "2024-12-06", "2024-12-11",
            "2025-01-16", "2025-01-19", "2025-01-20", "2025-01-23", "2025-01-24", "2025-01-29", "2025-01-30", "2025-02-02", "2025-02-03", "2025-02-06", "2025-02-07", "2025-02-16", "2025-02-19",
            "2025-02-20", "2025-02-21", "2025-02-24", "2025-02-26", "2025-03-02", "2025-03-03", "2025-03-06", "2025-03-07", "2025-04-16", "2025-04-18", "2025-04-20", "2025-04-21", "2025-04-23",
            "2025-04-25", "2025-04-30", "2025-05-01", "2025-05-07", "2025-05-08", "2025-05-09", "2025-05-11", "2025-05-18", "2025-05-19", "2025-05-22", "2025-05-23", "2025-05-25", "2025-05-28",
            "2025-06-01", "2025-06-02", "2025-06-03", "2025-06-04",
        ];
        var (found, refused) = (new HashSet<string>(), new Dictionary<string, string[]>());
        for (var first = new DateOnly(2024, 7, 18); first < new DateOnly(2025, 7, 6); first = first.AddDays(90))
        {
            var answer = Find.Run(new(Purpose.Marriage, 26.1542, 85.8918, Text(first), Text(first.AddDays(89)), "Asia/Kolkata"));
            found.UnionWith(answer.Items.Select(window => Text(window.Date)));
            foreach (var day in answer.Refused)
                refused[Text(day.Date)] = [.. day.Reasons.Select(reason => reason.Rule)];
        }

        // 46 of 52. The others fall on what every book names and that almanac passes over.
        string[] passedOver = ["2025-02-24", "2025-02-26", "2025-04-16", "2025-04-23", "2025-05-11", "2025-06-03"];
        Assert.Equal(passedOver, printed.Except(found));
        Assert.All(passedOver, date => Assert.True(refused[date].Intersect(["yoga", "rikta", "bhadra"]).Any(), string.Join(' ', refused[date])));
        // Chaturmasa, and the months in which the Sun is in Sagittarius and Pisces.
        Assert.DoesNotContain(found, date => string.CompareOrdinal(date, "2024-11-11") <= 0 && string.CompareOrdinal(date, "2024-07-18") >= 0);
        Assert.DoesNotContain(found, date => string.CompareOrdinal(date, "2024-12-16") >= 0 && string.CompareOrdinal(date, "2025-01-13") <= 0);
        Assert.DoesNotContain(found, date => string.CompareOrdinal(date, "2025-03-15") >= 0 && string.CompareOrdinal(date, "2025-04-12") <= 0);
    }

    [Fact]
    public void A_chart_makes_the_search_its_own()
    {
        // Krittika, second quarter: Taurus. Its seventh star, Magha's fellow of nines, is Ashlesha; the eighth sign from Taurus is Sagittarius.
        var chart = new ChartRequest(Birth: new("1990-05-15", "14:30:00", 28.6139, 77.2090, TimeZone: "Asia/Kolkata"));
        var moon = Verbs.Draw.Run(chart).Value.Grahas.Single(graha => graha.Graha == Graha.Moon).Longitude!;
        var query = new MuhurtaQuery(Purpose.Travel, 28.6139, 77.2090, "2026-11-01", "2026-12-31", "Asia/Kolkata");

        var (everybody, own) = (Find.Run(query), Find.Run(chart, query).Value);

        Assert.Equal((0, 1), (everybody.People, own.People));
        Assert.True(own.Items.Sum(window => (window.End - window.Start).TotalHours) < everybody.Items.Sum(window => (window.End - window.Start).TotalHours));
        var birth = new SiderealLongitude(moon);
        foreach (var window in own.Items)
        {
            var tara = (window.Nakshatra.CountFrom(birth.Nakshatra) - 1) % 9 + 1;
            Assert.NotEqual(7, tara);
            Assert.Contains(tara is 1 or 3 or 5 ? window.Against : window.For, reason => reason is { Rule: "tarabala", Person: 1 });
            Assert.Contains(window.For.Concat(window.Against), reason => reason is { Rule: "chandrabala", Person: 1 });
        }
        Assert.Contains(own.Refused.SelectMany(day => day.Reasons), reason => reason.Rule == "chandrabala" && reason.Text.Contains(" 8 ", StringComparison.Ordinal));
        Assert.DoesNotContain(everybody.Items.SelectMany(window => window.For), reason => reason.Person is not null);
    }

    [Fact]
    public void Two_people_are_each_counted()
    {
        var found = Find.Run(new(Purpose.Marriage, 28.6139, 77.2090, "2026-11-20", "2026-12-15", "Asia/Kolkata", Moon: "40.5,203.25"));

        Assert.Equal(2, found.People);
        Assert.NotEmpty(found.Items);
        Assert.All(found.Items, window => Assert.Equal([1, 2], window.For.Concat(window.Against).Where(reason => reason.Rule == "tarabala").Select(reason => reason.Person!.Value).Order()));
    }

    [Fact]
    public void A_journey_is_shut_towards_the_direction_of_its_weekday()
    {
        var query = new MuhurtaQuery(Purpose.Travel, 28.6139, 77.2090, "2026-11-20", "2026-12-15", "Asia/Kolkata");

        // Monday and Saturday east, Sunday and Friday west, Tuesday and Wednesday north, Thursday south.
        foreach (var (direction, shut) in new[]
        {
            (Direction.East, new[] { DayOfWeek.Monday, DayOfWeek.Saturday }), (Direction.West, [DayOfWeek.Sunday, DayOfWeek.Friday]),
            (Direction.North, [DayOfWeek.Tuesday, DayOfWeek.Wednesday]), (Direction.South, [DayOfWeek.Thursday]),
        })
        {
            var found = Find.Run(query with { Direction = direction });
            Assert.NotEmpty(found.Items);
            Assert.DoesNotContain(found.Items, window => shut.Contains(window.Date.DayOfWeek));
            Assert.All(found.Refused.Where(day => shut.Contains(day.Date.DayOfWeek)), day => Assert.Contains(day.Reasons, reason => reason.Rule == "dikShula"));
        }
    }

    [Fact]
    public void A_chart_without_a_certain_star_is_refused_and_so_is_every_wrong_field()
    {
        var query = new MuhurtaQuery(Purpose.Naming, 28.6139, 77.2090, "2026-11-20", "2026-12-15");
        var birth = new BirthInput("1990-05-15", null, 28.6139, 77.2090, TimeAccuracy.Unknown, TimeZone: "Asia/Kolkata");
        Assert.Equal("/birth/time", Assert.Single(Find.Run(new ChartRequest(Birth: birth), query).Problem!.Errors!).Pointer);
        Assert.Equal("/longitudes/moon", Assert.Single(Find.Run(new ChartRequest(Longitudes: new Dictionary<string, double> { ["sun"] = 1 }), query).Problem!.Errors!).Pointer);

        Assert.Equal(["Date", "Direction", "Latitude", "Longitude", "Moon", "TimeZone", "UtcOffset"], [.. Wrong(new(Purpose.Naming, 91, 181, "2026-02-30", "2026-01-32", "Mars/Olympus", "+99:00", Direction: Direction.East, Moon: "1,2,3")).Select(name => name is "From" or "To" ? "Date" : name).Distinct().Order()]);
        Assert.Equal(["To"], Wrong(query with { From = "2026-01-01", To = "2026-04-03" }));
        Assert.Equal([], Wrong(query with { From = "2026-01-01", To = "2026-04-02" }));
        Assert.Equal(["To"], Wrong(query with { From = "2026-01-02", To = "2026-01-01" }));
        Assert.Equal(["From"], Wrong(query with { From = null, To = "2026-01-01" }));
        Assert.Equal(["Moon"], Wrong(query with { Moon = "360" }));
    }

    private static IEnumerable<string> Wrong(MuhurtaQuery query) => new MuhurtaQueryRules().Validate(query).Errors.Select(error => error.PropertyName);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Offset(double longitude) => string.Create(CultureInfo.InvariantCulture, $"{(longitude < 0 ? '-' : '+')}{(int)Math.Round(Math.Abs(longitude) / 15):00}:00");
}
