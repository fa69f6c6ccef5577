using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Almanac;

/// <summary>The six seasons, two signs of the Sun each.</summary>
public enum Ritu
{
    /// <summary>Spring: Pisces and Aries.</summary>
    Vasanta,

    /// <summary>Summer: Taurus and Gemini.</summary>
    Grishma,

    /// <summary>The rains: Cancer and Leo.</summary>
    Varsha,

    /// <summary>Autumn: Virgo and Libra.</summary>
    Sharad,

    /// <summary>Early winter: Scorpio and Sagittarius.</summary>
    Hemanta,

    /// <summary>Late winter: Capricorn and Aquarius.</summary>
    Shishira,
}

/// <summary>The two halves of the Sun's year.</summary>
public enum Ayana
{
    /// <summary>The Sun goes north: Capricorn to Gemini.</summary>
    Uttarayana,

    /// <summary>The Sun goes south: Cancer to Sagittarius.</summary>
    Dakshinayana,
}

/// <summary>Season and half year by the Sun's sign: of the stars (as almanacs of custom have it) or of the equinox (as the sky has it).</summary>
/// <param name="Ritu">The season.</param>
/// <param name="Ayana">The half year.</param>
public readonly record struct Season(Ritu Ritu, Ayana Ayana)
{
    /// <summary>By the sidereal Sun.</summary>
    public static Season Sidereal(JulianDayUt instant, Ayanamsa ayanamsa) => Of(SunAndMoon.SignOfSun(instant.ToTt(), ayanamsa));

    /// <summary>By the tropical Sun: from solstice and equinox.</summary>
    public static Season Tropical(JulianDayUt instant) => Of((Rashi)(int)(Positions.Of(Graha.Sun, instant.ToTt()).Longitude.Degrees / Longitudes.RashiSpan));

    private static Season Of(Rashi sun) => new((Ritu)((int)sun.Plus(1) / 2), sun is >= Rashi.Cancer and <= Rashi.Sagittarius ? Ayana.Dakshinayana : Ayana.Uttarayana);
}
