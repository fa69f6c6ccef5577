using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Strengths;

/// <summary>The strength of time, in virupas: BPHS 27.8-17 as Raman, Graha and Bhava Balas 4 works it out.</summary>
/// <param name="Nathonnata">Nearness of the Sun to midnight (Moon, Mars, Saturn) or to noon (Sun, Jupiter, Venus); Mercury has 60 always.</param>
/// <param name="Paksha">The Moon's light for benefics, its lack for malefics; the Moon's own is doubled.</param>
/// <param name="Tribhaga">60 for the lord of the third of the day or night, and for Jupiter always.</param>
/// <param name="Abda">15 for the lord of the year of 360 days.</param>
/// <param name="Masa">30 for the lord of the month of 30 days.</param>
/// <param name="Vara">45 for the lord of the weekday.</param>
/// <param name="Hora">60 for the lord of the hour.</param>
/// <param name="Ayana">Declination towards the side it likes; the Sun's is doubled.</param>
/// <param name="Yuddha">What a war of two grahas within one degree gives or takes.</param>
public sealed record KalaBala(
    double Nathonnata, double Paksha, double Tribhaga, double Abda, double Masa, double Vara, double Hora, double Ayana, double Yuddha)
{
    private const double Full = 60;

    // The elapsed days since creation in the Surya Siddhanta, counted with the day itself, on Sunday, 1 January 1860 (Burgess, Surya Siddhanta 1, computation).
    private const long AharganaOfEpoch = 714_404_108_573;
    private const long EpochDay = 2_400_411;

    // The greatest declination of the books; their kranti tables leave the latitude of the graha aside.
    private const double GreatestDeclination = 24;

    private static readonly double SineOfGreatest = Math.Sin(Radians(GreatestDeclination));
    private static readonly Graha[] DayThirds = [Graha.Mercury, Graha.Sun, Graha.Saturn];
    private static readonly Graha[] NightThirds = [Graha.Moon, Graha.Venus, Graha.Mars];

    /// <summary>The order in which hours have their lords: slowest first.</summary>
    private static readonly Graha[] HourLords = [Graha.Saturn, Graha.Jupiter, Graha.Mars, Graha.Sun, Graha.Venus, Graha.Mercury, Graha.Moon];

    /// <summary>The sum of the parts.</summary>
    public double Total => Nathonnata + Paksha + Tribhaga + Abda + Masa + Vara + Hora + Ayana + Yuddha;

    /// <summary>The strength of one of Sun … Saturn at birth, without the war.</summary>
    /// <param name="chart">A chart with its sky.</param>
    /// <param name="day">The Hindu day of the birth.</param>
    /// <param name="graha">Which.</param>
    public static KalaBala Of(BirthChart chart, HinduDay day, Graha graha)
    {
        var sky = chart.Sky!;
        var ahargana = Ahargana(day, sky.Local.Observer);
        return new(
            NathonnataOf(sky.Local, chart[Graha.Sun].Sky!.Value, graha), PakshaOf(chart, graha),
            graha == Graha.Jupiter || graha == LordOfThird(day, sky.Local) ? Full : 0,
            graha == LordOfPeriod(ahargana, 360, 3) ? 15 : 0,
            graha == LordOfPeriod(ahargana, 30, 2) ? 30 : 0,
            graha == day.Lord ? 45 : 0,
            graha == LordOfHour(day, sky.Local) ? Full : 0,
            AyanaOf(graha, chart[graha].Sky!.Value.Longitude), 0);
    }

    /// <summary>The declination's strength by the tropical longitude: (24 ± declination) / 48 of 60.</summary>
    public static double AyanaOf(Graha graha, TropicalLongitude longitude)
    {
        var declination = Math.Asin(Math.Sin(Radians(longitude.Degrees)) * SineOfGreatest) * 180 / Math.PI;
        var liked = graha switch
        {
            Graha.Moon or Graha.Saturn => -declination,
            Graha.Mercury => Math.Abs(declination),
            _ => declination,
        };
        return (GreatestDeclination + liked) / (2 * GreatestDeclination) * Full * (graha == Graha.Sun ? 2 : 1);
    }

    /// <summary>By the true (apparent) hour of the Sun: a third of her degrees from the lower meridian.</summary>
    private static double NathonnataOf(in LocalSky sky, in SkyPosition sun, Graha graha)
    {
        var fromNoon = Math.Abs(new TropicalLongitude(sky.SiderealDegrees) - new TropicalLongitude(Equatorial.Of(sun, sky.Tilt).RightAscensionDegrees));
        var unnata = (180 - fromNoon) / 3;
        return graha switch
        {
            Graha.Mercury => Full,
            Graha.Sun or Graha.Jupiter or Graha.Venus => unnata,
            _ => Full - unnata,
        };
    }

    private static double PakshaOf(BirthChart chart, Graha graha)
    {
        var light = chart[Graha.Moon].Longitude.Apart(chart[Graha.Sun].Longitude) / 3;
        var share = Benefics.IsBenefic(chart, graha) ? light : Full - light;
        return graha == Graha.Moon ? 2 * share : share;
    }

    private static Graha LordOfThird(HinduDay day, in LocalSky sky)
    {
        var (start, end, lords) = day.IsDaytime(sky.Ut) ? (day.Sunrise, day.Sunset, DayThirds) : (day.Sunset, day.NextSunrise, NightThirds);
        return lords[Math.Clamp((int)((sky.Ut - start) / (end - start) * lords.Length), 0, lords.Length - 1)];
    }

    /// <summary>The hours are the 24 equal parts from sunrise to sunrise; the first is the lord's of the day.</summary>
    private static Graha LordOfHour(HinduDay day, in LocalSky sky)
    {
        var hour = (int)((sky.Ut - day.Sunrise) / (day.NextSunrise - day.Sunrise) * 24);
        return HourLords[(Array.IndexOf(HourLords, day.Lord) + hour) % HourLords.Length];
    }

    /// <summary>
    /// Surya Siddhanta 1.51-52: a period has the lord of its first weekday, and creation began on a Sunday; <paramref name="step"/> is the period's days
    /// modulo seven. The lords of the week are Sun … Saturn in the order of <see cref="Graha"/>.
    /// </summary>
    private static Graha LordOfPeriod(long ahargana, int days, int step) => (Graha)(int)(ahargana / days * step % Grahas.Seven.Count);

    private static long Ahargana(HinduDay day, Observer observer) =>
        AharganaOfEpoch + (long)Math.Floor(day.Sunrise.Value + observer.LongitudeDegrees / 360 + 0.5) - EpochDay;

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
