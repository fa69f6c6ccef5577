using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Xunit;

namespace Kundli.Astronomy.Tests;

public sealed class CrossingTests
{
    /// <summary>Equinoxes, solstices and Moon phases as the Astronomical Almanac prints them, to the minute (UT).</summary>
    [Theory]
    [InlineData("2000-03-20T07:35:00Z", 0)]
    [InlineData("2025-06-21T02:42:00Z", 90)]
    [InlineData("2025-09-22T18:19:00Z", 180)]
    [InlineData("2025-12-21T15:03:00Z", 270)]
    public void The_sun_reaches_the_quarters_of_the_year_when_the_almanac_says(string instant, double longitude)
    {
        var printed = JulianDayUt.From(DateTimeOffset.Parse(instant));
        var found = Crossings.First(at => Angle.Wrap(Positions.Of(Graha.Sun, at).Longitude.Degrees - longitude), printed.ToTt() - 20, printed.ToTt() + 20, 5)!.Value;
        Assert.InRange(Math.Abs(found.ToUt() - printed) * 1440, 0, 0.6);
    }

    [Theory]
    [InlineData("2000-01-06T18:14:00Z", 0)]
    [InlineData("2025-09-07T18:09:00Z", 180)]
    [InlineData("2025-03-14T06:55:00Z", 180)]
    public void New_and_full_moons_come_when_the_almanac_says(string instant, double elongation)
    {
        var printed = JulianDayUt.From(DateTimeOffset.Parse(instant));
        var found = Crossings.OfElongation(elongation, printed.ToTt() - 10, printed.ToTt() + 10)!.Value;
        Assert.InRange(Math.Abs(found.ToUt() - printed) * 1440, 0, 0.6);
    }

    [Fact]
    public void A_planet_that_turns_back_crosses_a_longitude_three_times()
    {
        var from = JulianDayUt.From(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)).ToTt();
        var first = Crossings.NextStation(Graha.Mercury, from, from + 200)!.Value;
        var second = Crossings.NextStation(Graha.Mercury, first + 0.01, from + 200)!.Value;
        var lahiri = AyanamsaAt.Of(Ayanamsa.Lahiri, first);
        var middle = Positions.Of(Graha.Mercury, first + (second - first) / 2).Longitude.ToSidereal(lahiri);
        var crossings = new List<JulianDayTt>();
        for (var at = from; Crossings.OfLongitude(Graha.Mercury, middle, Ayanamsa.Lahiri, at, from + 200) is { } found; at = found + 1e-6)
            crossings.Add(found);
        Assert.Equal(3, crossings.Count);
        Assert.True(crossings[0] < first && crossings[1] > first && crossings[1] < second && crossings[2] > second);
    }

    [Fact]
    public void A_longitude_that_is_only_just_passed_at_a_station_is_found_going_and_coming()
    {
        var from = new JulianDayTt(2460676.5);
        var station = Crossings.NextStation(Graha.Jupiter, from, from + 400)!.Value;
        var turn = Positions.Of(Graha.Jupiter, station).Longitude.ToSidereal(AyanamsaAt.Of(Ayanamsa.Lahiri, station));
        var inside = turn + (Positions.Of(Graha.Jupiter, station + 5).Longitude - Positions.Of(Graha.Jupiter, station).Longitude) * 0.01;
        var first = Crossings.OfLongitude(Graha.Jupiter, inside, Ayanamsa.Lahiri, station - 30, station + 30)!.Value;
        var second = Crossings.OfLongitude(Graha.Jupiter, inside, Ayanamsa.Lahiri, first + 1e-4, station + 30)!.Value;
        Assert.True(first < station && second > station);
        Assert.InRange(second - first, 0.1, 5);
    }

    [Fact]
    public void Speed_is_zero_at_a_station_and_changes_sign_there()
    {
        foreach (var body in new[] { Graha.Mercury, Graha.Venus, Graha.Mars, Graha.Jupiter, Graha.Saturn, Graha.Uranus, Graha.Neptune, Graha.Pluto })
        {
            var from = new JulianDayTt(2460000);
            var station = Crossings.NextStation(body, from, from + 800)!.Value;
            Assert.InRange(Math.Abs(Positions.Of(body, station).SpeedDegreesPerDay), 0, 1e-6);
            Assert.NotEqual(Positions.Of(body, station - 1).IsRetrograde, Positions.Of(body, station + 1).IsRetrograde);
        }
    }

    [Fact]
    public void What_does_not_happen_within_the_span_is_null()
    {
        Assert.Null(Crossings.NextStation(Graha.Sun, new(2451545), new(2452545)));
        Assert.Null(Crossings.OfElongation(180, new(2451550.3), new(2451555)));
    }
}
