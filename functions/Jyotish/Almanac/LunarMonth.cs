using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Almanac;

/// <summary>The twelve lunar months.</summary>
public enum Masa
{
    /// <summary>In which the Sun enters Aries.</summary>
    Chaitra,

    /// <summary>In which the Sun enters Taurus.</summary>
    Vaishakha,

    /// <summary>In which the Sun enters Gemini.</summary>
    Jyeshtha,

    /// <summary>In which the Sun enters Cancer.</summary>
    Ashadha,

    /// <summary>In which the Sun enters Leo.</summary>
    Shravana,

    /// <summary>In which the Sun enters Virgo.</summary>
    Bhadrapada,

    /// <summary>In which the Sun enters Libra.</summary>
    Ashwina,

    /// <summary>In which the Sun enters Scorpio.</summary>
    Kartika,

    /// <summary>In which the Sun enters Sagittarius.</summary>
    Margashirsha,

    /// <summary>In which the Sun enters Capricorn.</summary>
    Pausha,

    /// <summary>In which the Sun enters Aquarius.</summary>
    Magha,

    /// <summary>In which the Sun enters Pisces.</summary>
    Phalguna,
}

/// <summary>
/// A lunar month from new moon to new moon (amanta), named after the sign that the Sun enters within it. A month in which it enters none is adhika and bears the
/// name of the one that follows; one in which it enters two swallows the second name (Surya Siddhanta 12-14; Dharmasindhu 1).
/// </summary>
/// <param name="Time">From new moon to new moon.</param>
/// <param name="Masa">Its name.</param>
/// <param name="IsAdhika">Whether the Sun enters no sign within it.</param>
/// <param name="Lost">The name that is lost (kshaya) because the Sun enters two signs within it, or null.</param>
/// <param name="Following">The name of the month that follows.</param>
/// <param name="ChaitraYear">The Gregorian year of the Chaitra from which its year is counted.</param>
public sealed record LunarMonth(Period Time, Masa Masa, bool IsAdhika, Masa? Lost, Masa Following, int ChaitraYear)
{
    private const double MeanDays = 29.530589;
    private const double MeanMonthOfYear = 30.4;

    /// <summary>The month in which an instant lies.</summary>
    /// <exception cref="Kundli.Astronomy.SkyException">The month is not wholly within the ephemeris.</exception>
    public static LunarMonth At(JulianDayUt instant, Ayanamsa ayanamsa) => Beginning(SunAndMoon.PassageBefore(Dial.Elongation, 0, instant.ToTt(), ayanamsa), ayanamsa);

    /// <summary>The month that follows.</summary>
    public LunarMonth Next(Ayanamsa ayanamsa) => Beginning(Time.End.ToTt(), ayanamsa);

    /// <summary>The tithi of this month, from its true beginning to its true end.</summary>
    /// <param name="tithi">1 to 30.</param>
    /// <param name="ayanamsa">The zodiac, which no tithi depends on.</param>
    public Period Tithi(int tithi, Ayanamsa ayanamsa)
    {
        var days = Time.Days / 30;
        return new(
            tithi == 1 ? Time.Start : Passage((tithi - 1) * FiveLimbs.TithiSpan, Time.Start + (tithi - 1) * days),
            tithi == 30 ? Time.End : Passage(tithi * FiveLimbs.TithiSpan, Time.Start + tithi * days));

        JulianDayUt Passage(double mark, JulianDayUt guess) => SunAndMoon.Passage(Dial.Elongation, mark, guess.ToTt(), ayanamsa).ToUt();
    }

    /// <summary>The name where months end with the full moon: the dark half already bears the next name, but for an adhika month, which keeps its own.</summary>
    public Masa Purnimanta(bool isDarkHalf) => isDarkHalf && !IsAdhika ? Following : Masa;

    private static LunarMonth Beginning(JulianDayTt newMoon, Ayanamsa ayanamsa)
    {
        var next = SunAndMoon.Passage(Dial.Elongation, 0, newMoon + MeanDays, ayanamsa);
        var (first, last) = (SunAndMoon.SignOfSun(newMoon, ayanamsa), SunAndMoon.SignOfSun(next, ayanamsa));
        var entered = Rashis.Modulo(last - first, Rashis.Count);
        var masa = MasaAfter(first);
        var start = newMoon.ToUt();
        var chaitra = start - ((int)masa * MeanMonthOfYear - MeanDays / 2);
        return new(new(start, next.ToUt()), masa, entered == 0, entered == 2 ? MasaAfter(first.Plus(1)) : null, MasaAfter(last), chaitra.ToDateTimeOffset().Year);
    }

    /// <summary>The month that begins while the Sun is in a sign: it will enter the next one.</summary>
    private static Masa MasaAfter(Rashi sign) => (Masa)(int)sign.Plus(1);
}
