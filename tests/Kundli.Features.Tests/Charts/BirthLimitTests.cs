using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Places;
using Xunit;

namespace Kundli.Features.Tests.Charts;

/// <summary>What lies outside the ephemeris is refused by name at the door; what lies at its edge is drawn.</summary>
public sealed class BirthLimitTests
{
    private static readonly DrawChart Draw = new(new ZoneMap(), TimeProvider.System);

    [Theory]
    [InlineData("1799-12-31")]
    [InlineData("2200-01-01")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("-1990-05-15")]
    public void A_birth_outside_1800_to_2199_is_refused_by_its_date(string date)
    {
        var failure = Assert.Single(new BirthInputRules().Validate(new BirthInput(date, "12:00", 20, 77, UtcOffset: "+05:30")).Errors);
        Assert.Equal("Date", failure.PropertyName);
        Assert.Contains("1800", failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1799-12-31T23:59:59Z", false)]
    [InlineData("1800-01-01T00:00:00Z", true)]
    [InlineData("2199-12-31T23:59:59Z", true)]
    [InlineData("2200-01-01T00:00:00Z", false)]
    public void Transits_are_asked_within_1800_to_2199(string instant, bool isWithin) =>
        Assert.Equal(isWithin, new TransitQueryRules().Validate(new TransitQuery(DateTimeOffset.Parse(instant))).IsValid);

    [Theory]
    [InlineData(double.NaN, 77)]
    [InlineData(double.PositiveInfinity, 77)]
    [InlineData(90.01, 77)]
    [InlineData(20, double.NaN)]
    [InlineData(20, double.NegativeInfinity)]
    [InlineData(20, -180.01)]
    public void A_place_that_is_none_is_refused_by_its_coordinate(double latitude, double longitude)
    {
        var failure = Assert.Single(new BirthInputRules().Validate(new BirthInput("1990-05-15", "12:00", latitude, longitude, UtcOffset: "+05:30")).Errors);
        Assert.Equal(latitude == 20 ? "Longitude" : "Latitude", failure.PropertyName);
    }

    /// <summary>The first and last moments, the dateline, the poles: sunrises of the day before, dashas and divisions included.</summary>
    [Theory]
    [InlineData("1800-01-01", "00:00:00", 28.6, 77.2, "+14:00")]
    [InlineData("1800-01-01", "00:00:00", -90, 180, "+14:00")]
    [InlineData("2199-12-31", "23:59:59", 28.6, 77.2, "-12:00")]
    [InlineData("2199-12-31", "23:59:59", 90, -180, "-12:00")]
    [InlineData("2026-06-21", "00:00:00", 78.2, 15.6, "+02:00")]
    [InlineData("2026-12-21", "12:00:00", 78.2, 15.6, "+01:00")]
    public void At_the_edges_of_time_and_of_the_Earth_a_whole_chart_is_drawn(string date, string time, double latitude, double longitude, string offset)
    {
        var birth = new BirthInput(date, time, latitude, longitude, UtcOffset: offset);
        Assert.True(new BirthInputRules().Validate(birth).IsValid);
        foreach (var system in new[] { HouseSystem.WholeSign, HouseSystem.Equal, HouseSystem.Sripati })
        {
            var chart = Draw.Run(new ChartRequest(Birth: birth, Settings: ChartSettings.Default with { HouseSystem = system })).Value;
            Assert.All(chart.Grahas, graha => Assert.InRange(graha.Longitude, 0, 360));
            Assert.InRange(chart.Lagna!.Longitude, 0, 360);
            Assert.NotNull(chart.BirthStar);
        }
    }

    [Theory]
    [InlineData(66.7)]
    [InlineData(-90)]
    public void Placidus_beyond_the_polar_circles_is_refused_by_its_setting(double latitude)
    {
        var refused = Draw.Run(new ChartRequest(Birth: new BirthInput("1990-05-15", "12:00", latitude, 25, UtcOffset: "+02:00"), Settings: ChartSettings.Default with { HouseSystem = HouseSystem.Placidus }));
        Assert.Equal("/settings/houseSystem", Assert.Single(refused.Problem!.Errors!).Pointer);
    }
}
