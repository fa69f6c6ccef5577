using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Xunit;

namespace Kundli.Astronomy.Tests;

public sealed class AppearanceTests
{
    /// <summary>Meeus, Astronomical Algorithms, example 41.a: Venus, 1992 December 20, 0h TD: illuminated fraction 0.647.</summary>
    [Fact]
    public void Venus_is_lit_as_in_a_worked_example() =>
        Assert.Equal(0.647, Appearance.Of(Graha.Venus, new JulianDayTt(2448976.5)).IlluminatedFraction, 1e-3);

    /// <summary>Meeus, example 13.b: Venus over Washington, 1987 April 10, 19:21:00 UT: azimuth 68.0337° from south, altitude 15.1249° (geocentric).</summary>
    [Fact]
    public void Venus_stands_as_in_a_worked_example()
    {
        var sky = LocalSky.At(new JulianDayUt(2446896.30625), new Observer(38.0 + 55 / 60.0 + 17 / 3600.0, -(77 + 3 / 60.0 + 56 / 3600.0)));
        var seen = Horizontal.Of(Positions.Of(Graha.Venus, sky.Tt), sky);
        Assert.Equal(180 + 68.0337, seen.AzimuthDegrees, 0.01);
        Assert.Equal(15.1249, seen.AltitudeDegrees, 0.01);
        Assert.True(seen.ApparentAltitudeDegrees > seen.AltitudeDegrees + 0.05);
    }

    /// <summary>Meeus, example 47.a: the Moon, 1992 April 12, 0h TD: apparent longitude 133.167265°, latitude −3.229126°, right ascension 134.688470°, declination 13.768368°.</summary>
    [Fact]
    public void The_moon_stands_as_in_a_worked_example()
    {
        var instant = new JulianDayTt(2448724.5);
        var moon = Positions.Of(Graha.Moon, instant);
        var equatorial = Equatorial.Of(moon, EarthTilt.At(instant));
        Assert.Equal(133.167265, moon.Longitude.Degrees, 0.003);
        Assert.Equal(-3.229126, moon.LatitudeDegrees, 0.002);
        Assert.Equal(134.688470, equatorial.RightAscensionDegrees, 0.003);
        Assert.Equal(13.768368, equatorial.DeclinationDegrees, 0.002);
    }

    [Theory]
    [InlineData(Graha.Sun, -26.9, -26.6)]
    [InlineData(Graha.Moon, -12.95, 4)]
    [InlineData(Graha.Mercury, -2.6, 8)]
    [InlineData(Graha.Venus, -5.0, -2.9)]
    [InlineData(Graha.Mars, -3.0, 1.9)]
    [InlineData(Graha.Jupiter, -2.95, -1.6)]
    [InlineData(Graha.Saturn, -0.6, 1.5)]
    [InlineData(Graha.Uranus, 5.3, 6.1)]
    [InlineData(Graha.Neptune, 7.6, 8.1)]
    [InlineData(Graha.Pluto, 13.5, 16.5)]
    public void Magnitudes_stay_within_what_has_been_observed(Graha body, double brightest, double faintest)
    {
        for (var day = 2451545.0; day < 2451545 + 9000; day += 13.7)
        {
            var look = Appearance.Of(body, new JulianDayTt(day));
            Assert.InRange(look.Magnitude, brightest, faintest);
            Assert.InRange(look.IlluminatedFraction, 0, 1);
            Assert.InRange(look.ElongationDegrees, 0, 180);
        }
    }

    [Fact]
    public void A_geometric_position_differs_by_light_time_and_aberration_and_no_more()
    {
        for (var day = 2440000.0; day < 2470000; day += 371.3)
        {
            var instant = new JulianDayTt(day);
            var sun = Positions.Of(Graha.Sun, instant).Longitude - Positions.Of(Graha.Sun, instant, kind: PositionKind.True).Longitude;
            Assert.InRange(sun * 3600, -20.9, -20.1);
            foreach (var body in new[] { Graha.Mercury, Graha.Mars, Graha.Jupiter, Graha.Pluto })
                Assert.InRange(Math.Abs(Positions.Of(body, instant).Longitude - Positions.Of(body, instant, kind: PositionKind.True).Longitude) * 3600, 0, 90);
        }
    }

    [Fact]
    public void Deflection_stays_sane_behind_the_disc_of_the_sun()
    {
        var sun = new Place(100, 0, 1, 1, 0, 0);
        for (var separation = -0.5; separation <= 0.5; separation += 0.0005)
            foreach (var latitude in new[] { 0, 1e-9, 0.001, 0.1, 0.3 })
            {
                var (longitude, north, rate, northRate) = Deflection.Of(new Place(100 + separation, latitude, 6, 0.2, 0, 0), sun);
                Assert.InRange(Math.Abs(longitude) * 3600, 0, 3);
                Assert.InRange(Math.Abs(north) * 3600, 0, 3);
                Assert.True(double.IsFinite(rate) && double.IsFinite(northRate));
            }
        Assert.Equal(default, Deflection.Of(new Place(100, 0, 6, 0.2, 0, 0), sun));
    }
}
