using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Xunit;

namespace Kundli.Astronomy.Tests;

public sealed class LimitTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(0)]
    [InlineData(2378200.0)]
    [InlineData(2525100.0)]
    [InlineData(1e300)]
    public void An_instant_outside_the_ephemeris_is_a_named_problem_everywhere(double julianDay)
    {
        var (ut, tt, place) = (new JulianDayUt(julianDay), new JulianDayTt(julianDay), new Observer(20, 70));
        foreach (var body in Enum.GetValues<Graha>())
            foreach (var kind in Enum.GetValues<PositionKind>())
                AssertRefused(() => Positions.Of(body, tt, NodeKind.Mean, kind));
        AssertRefused(() => Positions.Of(Graha.Rahu, tt, NodeKind.True));
        AssertRefused(() => Positions.Fill(tt, new SkyPosition[9]));
        AssertRefused(() => EarthTilt.At(tt));
        foreach (var ayanamsa in Enum.GetValues<Ayanamsa>())
            AssertRefused(() => AyanamsaAt.Of(ayanamsa, tt));
        AssertRefused(() => LocalSky.At(ut, tt, place));
        AssertRefused(() => Risings.NextSunrise(ut, place));
        AssertRefused(() => Crossings.NextStation(Graha.Mars, tt, tt + 10));
        AssertRefused(() => Crossings.OfElongation(12, tt, tt + 10));
        AssertRefused(() => Appearance.Of(Graha.Venus, tt));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1e9)]
    [InlineData(1e9)]
    public void Civil_time_and_delta_t_refuse_what_they_cannot_tell(double julianDay)
    {
        AssertRefused(() => DeltaT.Seconds(new JulianDayUt(julianDay)));
        AssertRefused(() => new JulianDayUt(julianDay).ToTt());
        AssertRefused(() => new JulianDayTt(julianDay).ToUt());
        AssertRefused(() => new JulianDayUt(julianDay).ToDateTimeOffset());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_no_number_is_a_named_problem_at_every_other_door(double value)
    {
        var (ut, tt, sky) = (new JulianDayUt(2451545), new JulianDayTt(2451545), LocalSky.At(new JulianDayUt(2451545), new Observer(20, 70)));
        AssertRefused(() => SiderealTime.GreenwichMeanDegrees(new JulianDayUt(value), tt));
        AssertRefused(() => SiderealTime.GreenwichApparentDegrees(ut, new JulianDayTt(value), sky.Tilt));
        AssertRefused(() => LocalSky.At(ut, ut.ToTt(value), new Observer(20, 70)));
        AssertRefused(() => Risings.Next(Graha.Moon, HorizonEvent.Set, ut, new Observer(20, 70), spanDays: value));
        foreach (var (from, until) in new[] { (tt, new JulianDayTt(value)), (new JulianDayTt(value), tt) })
        {
            AssertRefused(() => Crossings.NextStation(Graha.Mars, from, until));
            AssertRefused(() => Crossings.OfElongation(12, from, until));
            AssertRefused(() => Crossings.OfLongitude(Graha.Sun, new SiderealLongitude(10), Ayanamsa.Lahiri, from, until));
            AssertRefused(() => Crossings.First(at => at.Value, from, until, 1));
        }
        AssertNotFinite(() => Crossings.OfElongation(value, tt, tt + 10));
        AssertNotFinite(() => Crossings.First(_ => value, tt, tt + 10, 1));
        AssertNotFinite(() => sky.Ascendant + value);
        AssertNotFinite(() => sky.Ascendant.ToSidereal(new AyanamsaAt(value, value)));
        AssertNotFinite(() => (sky with { SiderealDegrees = value }).Midheaven);
        AssertNotFinite(() => Houses.Tropical(HouseSystem.Sripati, sky with { SiderealDegrees = value }));
    }

    [Fact]
    public void A_body_that_there_is_not_is_a_named_problem()
    {
        foreach (var kind in Enum.GetValues<PositionKind>())
            Assert.Equal(SkyProblem.NotDefinedForBody, Assert.Throws<SkyException>(() => Positions.Of((Graha)99, new(2451545), kind: kind)).Problem);
    }

    [Theory]
    [InlineData(double.NaN, 0, SkyProblem.LatitudeOutOfRange, "latitude")]
    [InlineData(90.0001, 0, SkyProblem.LatitudeOutOfRange, "latitude")]
    [InlineData(double.NegativeInfinity, 0, SkyProblem.LatitudeOutOfRange, "latitude")]
    [InlineData(0, double.NaN, SkyProblem.LongitudeOutOfRange, "longitude")]
    [InlineData(0, -180.0001, SkyProblem.LongitudeOutOfRange, "longitude")]
    public void A_place_off_the_Earth_is_a_named_problem(double latitude, double longitude, SkyProblem problem, string field)
    {
        var refused = Assert.Throws<SkyException>(() => new Observer(latitude, longitude));
        Assert.Equal((problem, field), (refused.Problem, refused.Field));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_longitude_that_is_no_number_is_a_named_problem(double degrees)
    {
        Assert.Equal(SkyProblem.NotFinite, Assert.Throws<SkyException>(() => new TropicalLongitude(degrees)).Problem);
        Assert.Equal(SkyProblem.NotFinite, Assert.Throws<SkyException>(() => new SiderealLongitude(degrees)).Problem);
    }

    [Fact]
    public void Every_year_covered_has_positions_at_its_first_and_last_instant()
    {
        for (var year = 1800; year < 2200; year++)
            foreach (var instant in new[] { new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(year, 12, 31, 23, 59, 59, TimeSpan.Zero) })
                foreach (var body in Enum.GetValues<Graha>())
                    Assert.InRange(Positions.Of(body, JulianDayUt.From(instant).ToTt()).DistanceAu, 0.002, 60);
    }

    [Theory]
    [InlineData(Graha.Rahu)]
    [InlineData(Graha.Ketu)]
    public void The_nodes_neither_rise_nor_shine(Graha node)
    {
        Assert.Equal(SkyProblem.NotDefinedForBody, Assert.Throws<SkyException>(() => Risings.Next(node, HorizonEvent.Rise, new(2451545), new(0, 0))).Problem);
        Assert.Equal(SkyProblem.NotDefinedForBody, Assert.Throws<SkyException>(() => Appearance.Of(node, new(2451545))).Problem);
    }

    private static void AssertRefused(Action action)
    {
        var refused = Assert.Throws<SkyException>(action);
        Assert.Equal((SkyProblem.InstantOutOfRange, "instant"), (refused.Problem, refused.Field));
    }

    private static void AssertNotFinite<T>(Func<T> function) =>
        Assert.Equal(SkyProblem.NotFinite, Assert.Throws<SkyException>(() => { _ = function(); }).Problem);

    private static void AssertRefused<T>(Func<T> function) => AssertRefused(() => { _ = function(); });
}
