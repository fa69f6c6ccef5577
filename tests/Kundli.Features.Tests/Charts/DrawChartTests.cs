using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Places;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;
using Xunit;

namespace Kundli.Features.Tests.Charts;

public sealed class DrawChartTests
{
    private static readonly DrawChart Draw = new(new ZoneMap(), TimeProvider.System);

    private static readonly Dictionary<string, double> App2025 = new()
    {
        ["lagna"] = 209.8423, ["sun"] = 355.8057, ["moon"] = 138.8496, ["mars"] = 92.4202, ["mercury"] = 332.8196, ["jupiter"] = 53.1691,
        ["venus"] = 330.6416, ["saturn"] = 331.2942, ["rahu"] = 332.0571,
    };

    [Fact]
    public void Given_longitudes_become_a_chart_with_houses_stars_and_divisions()
    {
        var chart = Draw.Run(new ChartRequest(Longitudes: App2025)).Value;

        Assert.Equal(9, chart.Grahas.Count);
        Assert.Equal((Rashi.Libra, Nakshatra.Vishakha, 3), (chart.Lagna!.Sign, chart.Lagna.Nakshatra, chart.Lagna.Pada));
        Assert.Equal(152.0571, chart.Grahas[8].Longitude, 9);
        Assert.Equal(12, chart.Grahas[8].House);
        Assert.Equal(Rashi.Virgo, chart.Grahas[8].Sign);
        Assert.Equal((Nakshatra.PurvaPhalguni, 2, true), (chart.BirthStar!.Nakshatra, chart.BirthStar.Pada, chart.BirthStar.Certain));
        Assert.Equal(Dignity.Debilitated, chart.Grahas[2].Dignity);
        Assert.Equal("venus", chart.Dasha!.BalanceAtBirth.Lord);
        Assert.Null(chart.Dasha.Periods);
        Assert.Equal(12, chart.Panchang!.Tithi.Number);
        Assert.Null(chart.Panchang.Vara);
        Assert.Equal(Rashi.Virgo, chart.Vargas!["d9"].Grahas["moon"]);
    }

    [Fact]
    public void What_needs_a_graha_that_is_not_given_is_absent()
    {
        var chart = Draw.Run(new ChartRequest(Longitudes: new Dictionary<string, double> { ["moon"] = 12.3 })).Value;

        Assert.Null(chart.Lagna);
        Assert.Null(chart.Houses);
        Assert.Null(chart.Panchang);
        Assert.Equal(Nakshatra.Ashwini, chart.BirthStar!.Nakshatra);
        Assert.Equal("ketu", chart.Dasha!.BalanceAtBirth.Lord);
    }

    [Theory]
    [InlineData("1947-08-15", "00:30", "Asia/Kolkata", "+05:30", TimeBasis.TimeZone)]
    [InlineData("1943-06-01", "12:00", "Asia/Kolkata", "+06:30", TimeBasis.TimeZone)]
    [InlineData("1900-01-01", "12:00", "Europe/Amsterdam", "+00:17:30", TimeBasis.TimeZone)]
    public void War_time_and_old_offsets_are_those_of_the_zone(string date, string time, string zone, string offset, TimeBasis basis)
    {
        var moment = BirthMoment.Find(new BirthInput(date, time, 20, 77, TimeZone: zone), new ZoneMap()).Value;

        Assert.Equal(zone == "Europe/Amsterdam" ? BirthText.Text(NodaTime.DateTimeZoneProviders.Tzdb[zone].GetUtcOffset(moment.Instant)) : offset, BirthText.Text(moment.Offset));
        Assert.Equal(basis, moment.Basis);
    }

    [Fact]
    public void Before_standard_time_the_mean_time_of_the_place_itself_holds()
    {
        var moment = BirthMoment.Find(new BirthInput("1830-05-05", "06:00", 25.3176, 83.0, TimeZone: "Asia/Kolkata"), new ZoneMap()).Value;

        Assert.Equal(TimeBasis.LocalMeanTime, moment.Basis);
        Assert.Equal("+05:32", BirthText.Text(moment.Offset));
    }

    // Samoa went from 29 to 31 December 2011.
    [Fact]
    public void A_date_that_a_zone_skipped_is_refused_without_a_time_and_the_day_before_ends_where_the_next_begins()
    {
        static BirthInput Born(string date) => new(date, null, -13.8333, -171.7667, TimeAccuracy.Unknown, "Pacific/Apia");
        Assert.Equal("/birth/date", Assert.Single(BirthMoment.Find(Born("2011-12-30"), new ZoneMap()).Problem!.Errors).Pointer);
        var (before, after) = (BirthMoment.Find(Born("2011-12-29"), new ZoneMap()).Value, BirthMoment.Find(Born("2011-12-31"), new ZoneMap()).Value);
        Assert.Equal(before.DayEnd, after.DayStart);
    }

    [Theory]
    [InlineData("2021-03-14", "02:30", "did not exist")]
    [InlineData("2021-11-07", "01:30", "came twice")]
    public void A_skipped_or_ambiguous_time_is_refused_with_both_readings(string date, string time, string why)
    {
        var refused = BirthMoment.Find(new BirthInput(date, time, 40.7, -74, TimeZone: "America/New_York"), new ZoneMap()).Problem!;

        Assert.Equal("invalid-input", refused.Name);
        Assert.Contains(why, refused.Detail, StringComparison.Ordinal);
        Assert.Contains("-04:00", refused.Detail, StringComparison.Ordinal);
        Assert.Contains("-05:00", refused.Detail, StringComparison.Ordinal);
        Assert.Equal("/birth/time", Assert.Single(refused.Errors).Pointer);
        Assert.True(BirthMoment.Find(new BirthInput(date, time, 40.7, -74, TimeZone: "America/New_York", UtcOffset: "-04:00"), new ZoneMap()).IsOk);
    }

    [Fact]
    public void Every_wrong_field_is_named()
    {
        var request = new ChartRequest(
            Birth: new BirthInput("1990-02-30", "25:00", 91, 181, TimeZone: "Asia/Nowhere", UtcOffset: "+99:00"),
            Settings: new ChartSettings(DashaDepth: 9));

        var wrong = new ChartRequestRules().Validate(request).Errors.Select(error => error.PropertyName).Order().ToList();

        Assert.Equal(["Birth.Date", "Birth.Latitude", "Birth.Longitude", "Birth.Time", "Birth.TimeZone", "Birth.UtcOffset", "Settings.DashaDepth"], wrong);
    }

    [Fact]
    public void Unknown_names_and_impossible_longitudes_are_named()
    {
        var request = new ChartRequest(Longitudes: new Dictionary<string, double> { ["moon"] = 400, ["vulcan"] = 1, ["rahu"] = 10, ["ketu"] = -20 });

        var wrong = new ChartRequestRules().Validate(request).Errors.Select(error => error.PropertyName).Order().ToList();

        Assert.Equal(["Longitudes.ketu", "Longitudes.moon", "Longitudes.vulcan"], wrong);
    }

    [Fact]
    public void Nodes_of_constructed_examples_are_taken_as_given()
    {
        var request = new ChartRequest(Longitudes: new Dictionary<string, double>(App2025) { ["ketu"] = 10 });

        Assert.Empty(new ChartRequestRules().Validate(request).Errors);
        Assert.Equal((332.0571, 10), (Draw.Run(request).Value.Grahas[7].Longitude, Draw.Run(request).Value.Grahas[8].Longitude));
    }

    [Fact]
    public void Neither_birth_nor_longitudes_or_both_are_refused()
    {
        Assert.Single(new ChartRequestRules().Validate(new ChartRequest()).Errors);
        Assert.Single(new ChartRequestRules().Validate(new ChartRequest(Birth: new BirthInput("1990-05-15", "14:30", 28.6, 77.2), Longitudes: App2025)).Errors);
    }

    [Theory]
    [InlineData(28.6139, 77.2090, "Asia/Kolkata")]
    [InlineData(40.7128, -74.0060, "America/New_York")]
    [InlineData(-33.87, 151.21, "Australia/Sydney")]
    public void A_zone_is_found_from_coordinates(double latitude, double longitude, string zone) =>
        Assert.Equal(zone, new ZoneMap().ZoneAt(latitude, longitude));
}
