using System.Globalization;
using System.Text;
using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Kundli.Astronomy.Tests;

/// <summary>The compiled places against JPL itself: light-time and aberration are put on JPL's vectors here, apart from the product's code.</summary>
public sealed class JplTests(ITestOutputHelper output)
{
    private const double SunGravity = 2.9591220828e-4;

    /// <summary>
    /// DE405 itself is off by the larger bounds for the outer planets, whose observations were then fewer. The vectors of Jupiter and Saturn are of the planets' own
    /// centres, ours (as the reference's) of the centres of mass with their moons: JplOriginTests takes the moons out.
    /// </summary>
    private static readonly (string Name, Graha Body, double De405Max, double HorizonsMax)[] Bodies =
    [
        ("sun", Graha.Sun, 0.02, 0.02), ("moon", Graha.Moon, 0.04, 0.03), ("mercury", Graha.Mercury, 0.02, 0.02), ("venus", Graha.Venus, 0.02, 0.02), ("mars", Graha.Mars, 0.05, 0.05),
        ("jupiter", Graha.Jupiter, 0.2, 0.08), ("saturn", Graha.Saturn, 0.25, 0.06), ("uranus", Graha.Uranus, 0.6, 0.02), ("neptune", Graha.Neptune, 1.2, 0.02), ("pluto", Graha.Pluto, 2, 0.05),
    ];

    [SharedFact(De405.Folder)]
    public void Places_agree_with_DE405()
    {
        var jpl = new De405();
        var report = new StringBuilder();
        var outside = 0;
        foreach (var (name, body, arcsecondsMax, _) in Bodies)
        {
            var (longitude, latitude) = (new Worst(), new Worst());
            for (var day = De405.Start + 1; day < jpl.End - 1; day += 11.37)
            {
                var earth = jpl.Of("earth", day);
                var lightDays = 0.0;
                var from = default(Vector);
                for (var i = 0; i < 4; i++)
                {
                    from = jpl.Of(name, day - lightDays).Position - earth.Position;
                    lightDays = from.Length / De405.LightAuPerDay;
                }
                Compare(body, day, from, earth.Velocity, longitude, latitude);
            }
            report.AppendLine(CultureInfo.InvariantCulture, $"{name}: longitude {longitude.Value:f4}″, latitude {latitude.Value:f4}″ against DE405");
            outside += longitude.Value > arcsecondsMax || latitude.Value > arcsecondsMax ? 1 : 0;
        }
        output.WriteLine(report.ToString());
        Assert.True(outside == 0, report.ToString());
    }

    [SharedFact("data/horizons")]
    public void Places_agree_with_the_vectors_of_Horizons()
    {
        var earth = HorizonsVectors.Read("bary_Earth.txt");
        // The heliocentric tables and the Moon's have other dates than the Earth's: there the Earth is DE405's, good to 0.002″ from the Sun.
        var jpl = new De405();
        var report = new StringBuilder();
        var outside = 0;
        foreach (var (name, body, _, arcsecondsMax) in Bodies.Where(body => body.Name != "sun"))
        {
            var title = char.ToUpperInvariant(name[0]) + name[1..];
            var isHeliocentric = body is Graha.Jupiter or Graha.Saturn or Graha.Uranus or Graha.Neptune or Graha.Pluto;
            var vectors = HorizonsVectors.Read(body == Graha.Moon ? "bary_GeoMoon.txt" : $"{(isHeliocentric ? "helio" : "bary")}_{title}.txt");
            // The table of Mars counts from the barycentre of an older ephemeris, as JplOriginTests shows: it goes with DE405's Earth.
            var isWithDe405 = isHeliocentric || body is Graha.Moon or Graha.Mars;
            var (longitude, latitude) = (new Worst(), new Worst());
            var count = 0;
            foreach (var (day, (position, velocity)) in vectors.Where(pair => isWithDe405 ? pair.Key > De405.Start && pair.Key < jpl.End - 1 : earth.ContainsKey(pair.Key)))
            {
                var here = isWithDe405 ? jpl.Of("earth", day) : earth[day];
                var (origin, drift) = body == Graha.Moon ? here : isHeliocentric ? jpl.Of("sun", day) : (default, default);
                Compare(body, day, Retarded(position + origin - here.Position, velocity + drift, body == Graha.Moon ? default : position), here.Velocity, longitude, latitude);
                count++;
            }
            Assert.True(count > 50, $"{name}: {count} common instants");
            report.AppendLine(CultureInfo.InvariantCulture, $"{name}: longitude {longitude.Value:f4}″, latitude {latitude.Value:f4}″ against DE441 at {count} instants");
            outside += longitude.Value > arcsecondsMax || latitude.Value > arcsecondsMax ? 1 : 0;
        }
        output.WriteLine(report.ToString());
        Assert.True(outside == 0, report.ToString());
    }

    [SharedFact(De405.Folder)]
    public void Geometric_places_are_the_directions_of_DE405_without_light_time_and_aberration()
    {
        var jpl = new De405();
        var report = new StringBuilder();
        var outside = 0;
        foreach (var (name, body, arcsecondsMax, _) in Bodies)
        {
            var (longitude, latitude, distance) = (new Worst(), new Worst(), new Worst());
            for (var day = De405.Start + 1; day < jpl.End - 1; day += 41.37)
            {
                var from = jpl.Of(name, day).Position - jpl.Of("earth", day).Position;
                var (x, y, z) = Precession.ToEclipticOfDate((from.X, from.Y, from.Z), (day - 2451545) / 36525);
                var ours = GeometricPlace.Of(Series.Of(body), day);
                longitude.Add(Angle.Wrap(ours.Longitude - Math.Atan2(y, x) * 180 / Math.PI) * 3600);
                latitude.Add((ours.Latitude - Math.Atan2(z, Math.Sqrt(x * x + y * y)) * 180 / Math.PI) * 3600);
                distance.Add(ours.Distance / from.Length - 1);
            }
            report.AppendLine(CultureInfo.InvariantCulture, $"{name}: geometric longitude {longitude.Value:f4}″, latitude {latitude.Value:f4}″, distance {distance.Value:e1} against DE405");
            outside += longitude.Value > arcsecondsMax || latitude.Value > arcsecondsMax || distance.Value > 1e-5 ? 1 : 0;
        }
        output.WriteLine(report.ToString());
        Assert.True(outside == 0, report.ToString());
    }

    /// <summary>Back by the light-time along velocity and the Sun's pull.</summary>
    private static Vector Retarded(Vector from, Vector velocity, Vector fromSun)
    {
        var pull = fromSun.Length > 0 ? fromSun * (-SunGravity / Math.Pow(fromSun.Length, 3)) : default;
        var seen = from;
        for (var i = 0; i < 4; i++)
        {
            var lightDays = seen.Length / De405.LightAuPerDay;
            seen = from - velocity * lightDays + pull * (lightDays * lightDays / 2);
        }
        return seen;
    }

    private static void Compare(Graha body, double tdb, Vector from, Vector earthVelocity, Worst longitude, Worst latitude)
    {
        var seen = De405.Aberrated(from, earthVelocity);
        var centuries = (tdb - 2451545) / 36525;
        var (x, y, z) = Precession.ToEclipticOfDate((seen.X, seen.Y, seen.Z), centuries);
        var ours = Place.Of(Series.Of(body), tdb);
        latitude.Add((ours.Latitude - Math.Atan2(z, Math.Sqrt(x * x + y * y)) * 180 / Math.PI) * 3600);
        longitude.Add(Angle.Wrap(ours.Longitude - Math.Atan2(y, x) * 180 / Math.PI) * 3600);
    }
}
