using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Charts;

/// <summary>A computed point of a chart.</summary>
/// <param name="Id">Its camelCase key.</param>
/// <param name="Longitude">Where.</param>
public sealed record SpecialPoint(string Id, SiderealLongitude Longitude);

/// <summary>Upagrahas (BPHS 3.61-74, 4), special lagnas (BPHS 5) and sphutas (Prashna Marga 5; Phaladeepika).</summary>
public static class SpecialLagnas
{
    private const int Parts = 8;
    private const double SiderealDegreesPerDay = 360.9856;
    private const double DhumaDegrees = 133 + 20 / 60.0;
    private const double UpaketuDegrees = 16 + 40 / 60.0;
    private const double YogaDegrees = 93 + 20 / 60.0;

    // BPHS: kalas of the grahas for the Indu lagna, Sun … Saturn.
    private static readonly int[] Kalas = [30, 16, 6, 8, 10, 12, 1];

    /// <summary>The five upagrahas that follow from the Sun alone.</summary>
    public static IEnumerable<SpecialPoint> FromSun(SiderealLongitude sun)
    {
        var dhuma = sun + DhumaDegrees;
        var vyatipata = new SiderealLongitude(-dhuma.Degrees);
        var parivesha = vyatipata + 180;
        var indrachapa = new SiderealLongitude(-parivesha.Degrees);
        return [new("dhuma", dhuma), new("vyatipata", vyatipata), new("parivesha", parivesha), new("indraChapa", indrachapa), new("upaketu", indrachapa + UpaketuDegrees)];
    }

    /// <summary>
    /// The rising degrees of the parts of day or night that belong to grahas: Gulika at the beginning of Saturn's part, Mandi and the others at the middle of theirs.
    /// Day and night have eight parts each; the first of the day is its lord's, the first of the night that of the fifth lord on; the part after Saturn's has
    /// no lord.
    /// </summary>
    public static IEnumerable<SpecialPoint> FromParts(BirthChart chart, HinduDay day)
    {
        var sky = chart.Sky!;
        var daytime = day.IsDaytime(sky.Local.Ut);
        var (start, end) = daytime ? (day.Sunrise, day.Sunset) : (day.Sunset, day.NextSunrise);
        var first = ((int)day.Vara + (daytime ? 0 : 4)) % 7;
        return
        [
            Rising("kaala", 0, 0.5), Rising("mrityu", 2, 0.5), Rising("arthaPrahara", 3, 0.5), Rising("yamaGhantaka", 4, 0.5), Rising("gulika", 6, 0), Rising("mandi", 6, 0.5),
        ];

        SpecialPoint Rising(string id, int weekday, double share)
        {
            var part = Rashis.Modulo(weekday - first, Parts);
            var local = LocalSky.At(start + (end - start) * (part + share) / Parts, sky.Local.Observer);
            return new(id, local.Ascendant.ToSidereal(AyanamsaAt.Of(sky.Conventions.Ayanamsa, local.Tt, sky.Conventions.Positions)));
        }
    }

    /// <summary>Bhava, hora, ghati and vighati lagna, which run from the Sun at sunrise with 15°, 30°, 75° and 300° an hour, and the pranapada, which runs from the Sun at birth.</summary>
    public static IEnumerable<SpecialPoint> FromSunrise(BirthChart chart, HinduDay day)
    {
        var sky = chart.Sky!;
        var start = SunriseOf(day, sky.Conventions.Positions);
        var hours = (sky.Local.Ut - start) * 24;
        var instant = start.ToTt();
        var sunrise = Positions.Of(Graha.Sun, instant, kind: sky.Conventions.Positions).Longitude.ToSidereal(AyanamsaAt.Of(sky.Conventions.Ayanamsa, instant, sky.Conventions.Positions));
        var sun = chart[Graha.Sun].Longitude;
        var addition = sun.Rashi.Mode() switch { Mode.Movable => 0, Mode.Fixed => 240, _ => 120 };
        return
        [
            new("bhavaLagna", sunrise + 15 * hours), new("horaLagna", sunrise + 30 * hours), new("ghatiLagna", sunrise + 75 * hours),
            new("vighatiLagna", sunrise + 300 * hours), new("pranapadaLagna", sun + (300 * hours + addition)),
        ];
    }

    /// <summary>With geometric positions the Sun rises later by his aberration in right ascension: 1.4 s, which the vighati lagna makes seven minutes of arc.</summary>
    private static JulianDayUt SunriseOf(HinduDay day, PositionKind positions)
    {
        if (positions == PositionKind.Apparent)
            return day.Sunrise;
        var instant = day.Sunrise.ToTt();
        return day.Sunrise + (RightAscension(PositionKind.True) - RightAscension(PositionKind.Apparent)) / SiderealDegreesPerDay;

        TropicalLongitude RightAscension(PositionKind kind) => new(Equatorial.Of(Positions.Of(Graha.Sun, instant, kind: kind), EarthTilt.At(instant)).RightAscensionDegrees);
    }

    /// <summary>Sri lagna: as far from the lagna around the zodiac as the Moon is through her nakshatra.</summary>
    public static SiderealLongitude Sree(SiderealLongitude lagna, SiderealLongitude moon) => lagna + 360 * moon.NakshatraFraction;

    /// <summary>Indu lagna: so many signs from the Moon as the kalas of the ninth lords from lagna and Moon make together.</summary>
    public static SiderealLongitude Indu(SiderealLongitude lagna, SiderealLongitude moon)
    {
        var sum = Kalas[(int)lagna.Rashi.Plus(8).Lord()] + Kalas[(int)moon.Rashi.Plus(8).Lord()];
        return moon + 30 * ((sum + 11) % 12);
    }

    /// <summary>Bhrigu bindu: midway from Rahu to the Moon.</summary>
    public static SiderealLongitude BhriguBindu(SiderealLongitude rahu, SiderealLongitude moon) => rahu + moon.From(rahu) / 2;

    /// <summary>Varnada of a house (BPHS 5.23-34; Jaimini 1.1.36): from the signs of the house and of the hora lagna moved as far.</summary>
    public static SiderealLongitude Varnada(SiderealLongitude lagna, SiderealLongitude hora, int house)
    {
        var (one, other) = (lagna.Rashi.Plus(house - 1), hora.Rashi.Plus(house - 1));
        var (first, second) = (Count(one), Count(other));
        var sum = one.IsOdd() == other.IsOdd() ? first + second : Math.Abs(first - second);
        var steps = (sum + 11) % 12;
        var sign = one.IsOdd() ? Rashi.Aries.Plus(steps) : Rashi.Pisces.Plus(-steps);
        return new(30 * (int)sign + lagna.InRashi);

        static int Count(Rashi rashi) => rashi.IsOdd() ? (int)rashi + 1 : 12 - (int)rashi;
    }

    /// <summary>The sphutas: sums of longitudes that Prashna Marga and others read.</summary>
    public static IEnumerable<SpecialPoint> Sphutas(BirthChart chart, SiderealLongitude gulika)
    {
        double lagna = chart.Lagna!.Value.Degrees, sun = At(Graha.Sun), moon = At(Graha.Moon), rahu = At(Graha.Rahu), jupiter = At(Graha.Jupiter);
        var (prana, deha, mrityu) = (5 * lagna + gulika.Degrees, 8 * moon + gulika.Degrees, 7 * gulika.Degrees + sun);
        var trisphuta = lagna + moon + gulika.Degrees;
        var yoga = sun + moon + YogaDegrees;
        return
        [
            Point("pranaSphuta", prana), Point("dehaSphuta", deha), Point("mrityuSphuta", mrityu), Point("sookshmaTriSphuta", prana + deha + mrityu),
            Point("tithiSphuta", moon - sun), Point("yogaSphutaSunMoon", sun + moon), Point("rahuTithiSphuta", rahu - sun),
            Point("kshetraSphuta", moon + At(Graha.Mars) + jupiter), Point("beejaSphuta", sun + At(Graha.Venus) + jupiter),
            Point("triSphuta", trisphuta), Point("chatusSphuta", trisphuta + sun), Point("panchaSphuta", trisphuta + sun + rahu),
            Point("kunda", 81 * lagna), Point("yogaSphuta", yoga), Point("avayogaSphuta", yoga + 2 * YogaDegrees),
        ];

        double At(Graha graha) => chart[graha].Longitude.Degrees;
        static SpecialPoint Point(string id, double degrees) => new(id, new SiderealLongitude(degrees));
    }
}
