using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Transits;
using Kundli.Jyotish.Zodiac;
using NodaTime;

namespace Kundli.Features.Horoscopes;

/// <summary>A change within a span: into another sign, or of direction.</summary>
/// <param name="Graha">Which.</param>
/// <param name="At">When.</param>
/// <param name="Sign">The sign that it enters, or turns in.</param>
/// <param name="Kind">What happens.</param>
public sealed record SkyTurn(Graha Graha, ZonedDateTime At, Rashi Sign, SkyTurnKind Kind);

/// <summary>What changes.</summary>
public enum SkyTurnKind
{
    /// <summary>The sign.</summary>
    Enters,

    /// <summary>It begins to move backwards.</summary>
    TurnsBack,

    /// <summary>It moves forward again.</summary>
    TurnsOn,

    /// <summary>Sun and Moon meet.</summary>
    NewMoon,

    /// <summary>The Moon stands opposite to the Sun.</summary>
    FullMoon,
}

/// <summary>The transits of some days, the same for everybody: computed once and then only looked at from each sign.</summary>
/// <param name="Span">The days.</param>
/// <param name="Start">Every graha at the first midnight.</param>
/// <param name="Tithi">The lunar day of the first sunrise hour, 1 to 30.</param>
/// <param name="Turns">What changes, in the order of time.</param>
/// <param name="MoonStays">The Moon's signs with the instant from which it is in each.</param>
/// <param name="NextStar">The Moon's next nakshatra within the first day with the instant, or null.</param>
public sealed record SkyOfDays(
    HoroscopeSpan Span, IReadOnlyList<Placement> Start, int Tithi, IReadOnlyList<SkyTurn> Turns, IReadOnlyList<(Rashi Sign, ZonedDateTime From)> MoonStays,
    (Nakshatra Star, ZonedDateTime At)? NextStar)
{
    /// <summary>Lahiri, mean node: what every panchang of India uses.</summary>
    public static readonly ChartConventions Conventions = new(Ayanamsa.Lahiri, NodeKind.Mean, HouseSystem.WholeSign, PositionKind.Apparent, false);

    // Only directions to the sky's bodies are asked, which are the same for every place.
    private static readonly Observer Anywhere = new(0, 0);

    /// <summary>The transits of a span. A day is looked at from six in the morning, when it begins for most.</summary>
    public static SkyOfDays Of(HoroscopeSpan span)
    {
        var morning = At(span.From.At(new LocalTime(6, 0)));
        var (start, end) = (At(span.From.AtMidnight()), At(span.From.PlusDays(span.Days).AtMidnight()));
        var sky = BirthChart.At(morning, Anywhere, Conventions, timeIsKnown: false);
        var moonSigns = Changes.OfSignBetween(Graha.Moon, start, end, Conventions).ToList();
        var first = Changes.SignAt(Graha.Moon, start, Conventions);
        var turns = Grahas.Nine.Where(graha => graha is not (Graha.Moon or Graha.Ketu))
            .SelectMany(graha => Changes.OfSignBetween(graha, start, end, Conventions).Select(change => new SkyTurn(graha, Zoned(change.Instant), change.To, SkyTurnKind.Enters)).Concat(Stations(graha, start, end)))
            .Concat(Syzygies(start, end));
        return new(
            span, sky.Placements, FiveLimbs.Of(sky[Graha.Sun].Longitude, sky[Graha.Moon].Longitude).Tithi,
            [.. turns.OrderBy(turn => turn.At.ToInstant())],
            [(first, Zoned(start)), .. moonSigns.Select(change => (change.To, Zoned(change.Instant)))],
            NextStarOf(start, end));
    }

    /// <summary>A graha at the first morning.</summary>
    public Placement this[Graha graha] => Start.First(placement => placement.Graha == graha);

    private static JulianDayUt At(LocalDateTime local) => JulianDayUt.From(local.InZoneLeniently(HoroscopeSpan.Zone).ToDateTimeOffset());

    private static ZonedDateTime Zoned(JulianDayUt instant) => Instant.FromDateTimeOffset(instant.ToDateTimeOffset()).InZone(HoroscopeSpan.Zone);

    private static IEnumerable<SkyTurn> Stations(Graha graha, JulianDayUt from, JulianDayUt until)
    {
        if (Changes.OfDirection(graha, from, Conventions) is { } station && station.Instant.Value < until.Value)
            yield return new(graha, Zoned(station.Instant), Changes.SignAt(graha, station.Instant, Conventions), station.TurnsRetrograde ? SkyTurnKind.TurnsBack : SkyTurnKind.TurnsOn);
    }

    // The Moon gains about twelve degrees a day on the Sun, so that between two looks of a day neither meeting can be missed.
    private static IEnumerable<SkyTurn> Syzygies(JulianDayUt from, JulianDayUt until)
    {
        for (var day = from.Value; day < until.Value; day++)
        {
            var (now, next) = (Elongation(day), Elongation(day + 1));
            foreach (var (degrees, kind) in new[] { (0.0, SkyTurnKind.NewMoon), (180.0, SkyTurnKind.FullMoon) })
                if (Past(now, degrees) > 180 && Past(next, degrees) < 180)
                {
                    var (near, far) = (day, day + 1);
                    while (far - near > 1e-4)
                        if (Past(Elongation((near + far) / 2), degrees) > 180) near = (near + far) / 2; else far = (near + far) / 2;
                    if (far < until.Value)
                        yield return new(Graha.Moon, Zoned(new(far)), Changes.SignAt(Graha.Moon, new JulianDayUt(far), Conventions), kind);
                }
        }
    }

    private static double Past(double elongation, double degrees) => (elongation - degrees + 720) % 360;

    private static double Elongation(double day)
    {
        var sky = BirthChart.At(new JulianDayUt(day), Anywhere, Conventions, timeIsKnown: false);
        return sky[Graha.Moon].Longitude - sky[Graha.Sun].Longitude;
    }

    private static (Nakshatra Star, ZonedDateTime At)? NextStarOf(JulianDayUt start, JulianDayUt end)
    {
        var star = StarAt(start.Value);
        var (near, far) = (start.Value, Math.Min(end.Value, start.Value + 1));
        if (StarAt(far) == star)
            return null;
        while (far - near > 1e-4)
            if (StarAt((near + far) / 2) == star) near = (near + far) / 2; else far = (near + far) / 2;
        return (StarAt(far), Zoned(new(far)));
    }

    private static Nakshatra StarAt(double day) => BirthChart.At(new JulianDayUt(day), Anywhere, Conventions, timeIsKnown: false)[Graha.Moon].Longitude.Nakshatra;
}
