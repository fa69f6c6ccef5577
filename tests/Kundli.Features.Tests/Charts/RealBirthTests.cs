using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Places;
using Kundli.Jyotish.Zodiac;
using Xunit;

namespace Kundli.Features.Tests.Charts;

/// <summary>Case swe-03-NewYork-2000: Swiss Ephemeris 2.09.03 values, Lahiri, mean node, apparent.</summary>
public sealed class RealBirthTests
{
    private static readonly DrawChart Draw = new(new ZoneMap(), TimeProvider.System);
    private static readonly BirthInput NewYork = new("2000-04-02", "01:30:00", 40.7128, -74.006, TimeZone: "America/New_York");

    [Fact]
    public void A_birth_in_New_York_has_the_places_of_the_reference()
    {
        var chart = Draw.Run(new ChartRequest(Birth: NewYork)).Value;

        Assert.Equal(2451636.770833, chart.Birth!.JulianDayUt, 6);
        Assert.Equal(23.85633, chart.Ayanamsa!.Degrees + chart.NutationLongitudeDegrees!.Value, 1e-4);
        Assert.Equal(258.1938, chart.Lagna!.Longitude, 0.001);
        double[] expected = [348.9653, 318.0378, 13.6098, 321.6206, 15.6056, 330.5826, 21.7899, 96.3243, 276.3243];
        Assert.All(expected.Zip(chart.Grahas), pair => Assert.Equal(pair.First, pair.Second.Longitude, 0.001));
        Assert.Equal([4, 3, 5, 3, 5, 4, 5, 8, 2], chart.Grahas.Select(graha => graha.House!.Value));
        Assert.Equal("rahu", chart.Dasha!.BalanceAtBirth.Lord);
        Assert.Equal(2.649, chart.Dasha.BalanceAtBirth.Years, 0.002);
        Assert.Equal(Nakshatra.Shatabhisha, chart.BirthStar!.Nakshatra);
        Assert.NotNull(chart.Panchang!.Vara);
        Assert.NotEmpty(chart.Doshas!.SadeSati!.Periods);
        Assert.NotEmpty(chart.Yogas!);
    }

    [Fact]
    public void Special_points_are_those_of_the_printout()
    {
        var birth = new BirthInput("2015-05-10", "10:44:22", 18.0, 79.583333, UtcOffset: "+05:30");
        var points = new ChartSpecialPoints(Draw).Run(new ChartRequest(Birth: birth, Settings: new ChartSettings(Ayanamsa.TrueChitra, Positions: PositionKind.True))).Value;

        Assert.Equal(160.683044, points.Upagrahas["gulika"].Longitude, 1.0);
        Assert.Equal(172.121689, points.Upagrahas["mandi"].Longitude, 1.0);
        Assert.Equal(37.779042, points.Upagrahas["kaala"].Longitude, 1.0);
        Assert.Equal(83.011164, points.Upagrahas["mrityu"].Longitude, 1.0);
        Assert.Equal(99.9317, points.SpecialLagnas["bhavaLagna"].Longitude, 0.05);
        Assert.Equal(174.867383, points.SpecialLagnas["horaLagna"].Longitude, 0.05);
        Assert.Equal(39.674433, points.SpecialLagnas["ghatiLagna"].Longitude, 0.05);
        Assert.Equal(246.421811, points.SpecialLagnas["varnadaLagna"].Longitude, 0.05);
        Assert.Equal(69.321861, points.SpecialLagnas["induLagna"].Longitude, 0.05);
        Assert.Equal(221.680483, points.SpecialLagnas["bhriguBindu"].Longitude, 0.05);
    }

    [Fact]
    public void An_unknown_time_gives_candidates_and_no_lagna()
    {
        var chart = Draw.Run(new ChartRequest(Birth: NewYork with { Time = null, TimeAccuracy = TimeAccuracy.Unknown })).Value;

        Assert.Null(chart.Lagna);
        Assert.Null(chart.Houses);
        Assert.Null(chart.Vargas);
        Assert.True(chart.BirthStar!.Certain || chart.BirthStar.Candidates!.Count >= 2);
        Assert.NotNull(chart.MoonChart);
    }
}
