using Kundli.Astronomy;
using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Almanac;

/// <summary>An angle of the calendar that always grows, and the rate at which it does.</summary>
internal enum Dial
{
    /// <summary>The Moon ahead of the Sun.</summary>
    Elongation,

    /// <summary>The sidereal Moon.</summary>
    Moon,

    /// <summary>The sum of the sidereal longitudes of both.</summary>
    Sum,

    /// <summary>The sidereal Sun.</summary>
    Sun,
}

/// <summary>
/// Reads the dials of the calendar and finds when they pass a mark. Since every dial only grows and its rate is known, Newton's method finds the passage in three
/// or four looks, from any guess within half a turn.
/// </summary>
internal static class SunAndMoon
{
    private const int LooksMax = 20;

    /// <summary>A tenth of a millisecond.</summary>
    private const double EnoughDays = 1e-9;

    /// <summary>The dial at an instant, 0 to 360, and its degrees per day.</summary>
    public static (double Degrees, double Rate) Read(Dial dial, JulianDayTt instant, Ayanamsa ayanamsa)
    {
        Span<SkyPosition> found = stackalloc SkyPosition[2];
        Positions.Fill(instant, found);
        var (sun, moon) = (found[(int)Graha.Sun], found[(int)Graha.Moon]);
        return dial switch
        {
            Dial.Elongation => (Angle.Normalize(moon.Longitude.Degrees - sun.Longitude.Degrees), moon.SpeedDegreesPerDay - sun.SpeedDegreesPerDay),
            Dial.Moon => (moon.Longitude.ToSidereal(AyanamsaAt.Of(ayanamsa, instant)).Degrees, moon.SpeedDegreesPerDay),
            Dial.Sun => (sun.Longitude.ToSidereal(AyanamsaAt.Of(ayanamsa, instant)).Degrees, sun.SpeedDegreesPerDay),
            _ => (Angle.Normalize(moon.Longitude.Degrees + sun.Longitude.Degrees - 2 * AyanamsaAt.Of(ayanamsa, instant).TrueDegrees), moon.SpeedDegreesPerDay + sun.SpeedDegreesPerDay),
        };
    }

    /// <summary>The passage of a mark that is nearest to a guess.</summary>
    public static JulianDayTt Passage(Dial dial, double mark, JulianDayTt guess, Ayanamsa ayanamsa)
    {
        for (var look = 0; look < LooksMax; look++)
        {
            var (degrees, rate) = Read(dial, guess, ayanamsa);
            var step = Angle.Wrap(degrees - mark) / rate;
            guess -= step;
            if (Math.Abs(step) < EnoughDays)
                break;
        }
        return guess;
    }

    /// <summary>The last passage of a mark at or before an instant.</summary>
    public static JulianDayTt PassageBefore(Dial dial, double mark, JulianDayTt instant, Ayanamsa ayanamsa)
    {
        var (degrees, rate) = Read(dial, instant, ayanamsa);
        return Passage(dial, mark, instant - Angle.Normalize(degrees - mark) / rate, ayanamsa);
    }

    /// <summary>The sign of the Sun.</summary>
    public static Rashi SignOfSun(JulianDayTt instant, Ayanamsa ayanamsa) => new SiderealLongitude(Read(Dial.Sun, instant, ayanamsa).Degrees).Rashi;
}
