using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Charts;

/// <summary>The birth star, and what is certain of it when the time of birth is unknown.</summary>
internal static class BirthStars
{
    public static BirthStarAnswer Of(FoundChart found)
    {
        var moon = found.Chart[Graha.Moon].Longitude;
        if (found.TimeIsKnown || found.Moment is null)
            return Certain(moon, moon.Pada);
        var (first, last) = Day(found, Graha.Moon);
        return first.Nakshatra == last.Nakshatra
            ? Certain(moon, first.Pada == last.Pada ? first.Pada : null)
            : new(moon.Nakshatra, null, null, null, false, moon.Nakshatra.Lord(), Candidates(found, first.Nakshatra, last.Nakshatra));
    }

    /// <summary>The signs of a graha when the day of birth begins and when it ends.</summary>
    public static (Rashi First, Rashi Last) SignsOfDay(FoundChart found, Graha graha)
    {
        var (first, last) = Day(found, graha);
        return (first.Rashi, last.Rashi);
    }

    /// <summary>Whether the nakshatra holds for the whole of what is known.</summary>
    public static bool IsCertain(FoundChart found) =>
        found.TimeIsKnown || found.Moment is null || (Day(found, Graha.Moon) is var (first, last) && first.Nakshatra == last.Nakshatra);

    /// <summary>Whether the Moon's sign holds for the whole of what is known.</summary>
    public static bool MoonSignIsCertain(FoundChart found) =>
        found.TimeIsKnown || found.Moment is null || (SignsOfDay(found, Graha.Moon) is var (first, last) && first == last);

    private static BirthStarAnswer Certain(SiderealLongitude moon, int? pada)
    {
        var (devanagari, latin) = Syllables.Of(moon);
        return new(moon.Nakshatra, pada, pada is null ? null : devanagari, pada is null ? null : latin, true, moon.Nakshatra.Lord(), null);
    }

    private static (SiderealLongitude First, SiderealLongitude Last) Day(FoundChart found, Graha graha) =>
        (At(found, graha, BirthMoment.JulianDayOf(found.Moment!.DayStart).ToTt()), At(found, graha, BirthMoment.JulianDayOf(found.Moment.DayEnd).ToTt()));

    private static SiderealLongitude At(FoundChart found, Graha graha, JulianDayTt instant) =>
        Positions.Of(graha, instant, found.Settings.Node, found.Settings.PositionKind).Longitude.ToSidereal(AyanamsaAt.Of(found.Settings.Ayanamsa, instant, found.Settings.PositionKind));

    private static List<BirthStarCandidate> Candidates(FoundChart found, Nakshatra first, Nakshatra last)
    {
        var candidates = new List<BirthStarCandidate>();
        DateTimeOffset? from = null;
        for (var nakshatra = first; ; nakshatra = nakshatra.Plus(1))
        {
            var until = nakshatra == last ? null : EndOf(found, nakshatra);
            candidates.Add(new(nakshatra, from, until));
            if (nakshatra == last)
                return candidates;
            from = until;
        }
    }

    private static DateTimeOffset? EndOf(FoundChart found, Nakshatra nakshatra) => Crossings.OfLongitude(
        Graha.Moon, new SiderealLongitude(((int)nakshatra + 1) * 360.0 / Nakshatras.Count), found.Settings.Ayanamsa,
        BirthMoment.JulianDayOf(found.Moment!.DayStart).ToTt(), BirthMoment.JulianDayOf(found.Moment.DayEnd).ToTt(),
        found.Settings.Node, found.Settings.PositionKind)?.ToUt().ToDateTimeOffset();
}
