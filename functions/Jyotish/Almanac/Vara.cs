using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;

namespace Kundli.Jyotish.Almanac;

/// <summary>The weekday, which runs from sunrise to sunrise, Sunday first as the lords of the days do.</summary>
public enum Vara
{
    /// <summary>Ravivara, of the Sun.</summary>
    Sunday,

    /// <summary>Somavara, of the Moon.</summary>
    Monday,

    /// <summary>Mangalavara, of Mars.</summary>
    Tuesday,

    /// <summary>Budhavara, of Mercury.</summary>
    Wednesday,

    /// <summary>Guruvara, of Jupiter.</summary>
    Thursday,

    /// <summary>Shukravara, of Venus.</summary>
    Friday,

    /// <summary>Shanivara, of Saturn.</summary>
    Saturday,
}

/// <summary>The Hindu day around an instant: from its sunrise to the next.</summary>
/// <param name="Vara">The weekday.</param>
/// <param name="Sunrise">The sunrise that began it.</param>
/// <param name="Sunset">The sunset within it.</param>
/// <param name="NextSunrise">The sunrise that ends it.</param>
public sealed record HinduDay(Vara Vara, JulianDayUt Sunrise, JulianDayUt Sunset, JulianDayUt NextSunrise)
{
    private static readonly Graha[] Lords = [Graha.Sun, Graha.Moon, Graha.Mars, Graha.Mercury, Graha.Jupiter, Graha.Venus, Graha.Saturn];

    /// <summary>The graha that rules the weekday.</summary>
    public Graha Lord => Lords[(int)Vara];

    /// <summary>Whether an instant of this day is between sunrise and sunset.</summary>
    public bool IsDaytime(JulianDayUt instant) => instant >= Sunrise && instant < Sunset;

    /// <summary>The day in which an instant lies, or null where the Sun does not rise and set around it.</summary>
    /// <exception cref="Kundli.Astronomy.SkyException">The days around the instant are outside the ephemeris.</exception>
    public static HinduDay? Around(JulianDayUt instant, Observer observer, HorizonConvention convention)
    {
        // The last sunrise at or before the instant: at most two steps from a day and a bit before.
        if (Risings.NextSunrise(instant - Risings.DefaultSpanDays, observer, convention).Instant is not { } sunrise || sunrise > instant)
            return null;
        while (Risings.NextSunrise(sunrise + 0.01, observer, convention).Instant is { } next)
        {
            if (next > instant)
                return Risings.NextSunset(sunrise + 0.001, observer, convention).Instant is { } sunset && sunset < next
                    ? new HinduDay(VaraAt(sunrise, observer), sunrise, sunset, next)
                    : null;
            sunrise = next;
        }
        return null;
    }

    /// <summary>The civil weekday of a sunrise by the local mean time of the place.</summary>
    private static Vara VaraAt(JulianDayUt sunrise, Observer observer) =>
        (Vara)(((long)Math.Floor(sunrise.Value + observer.LongitudeDegrees / 360 + 1.5) % 7 + 7) % 7);
}
