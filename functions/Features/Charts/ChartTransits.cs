using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Strengths;
using Kundli.Jyotish.Transits;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Charts;

/// <summary>What is asked of the transits view.</summary>
/// <param name="At">The instant; now when absent.</param>
public sealed record TransitQuery(DateTimeOffset? At = null);

/// <summary>The rules of the transits view.</summary>
public sealed class TransitQueryRules : AbstractValidator<TransitQuery>
{
    /// <summary>The rules.</summary>
    public TransitQueryRules() => RuleFor(query => query.At).Must(at => at!.Value.UtcDateTime.Year is >= Limits.YearMin and <= Limits.YearMax)
        .When(query => query.At is not null).WithMessage($"must lie in the years {Limits.YearMin} to {Limits.YearMax}.");
}

/// <summary>The sky of an instant, seen from a chart.</summary>
/// <param name="At">The instant.</param>
/// <param name="Grahas">Sun … Ketu, then the outer planets if asked for.</param>
/// <param name="Conventions">Every convention that was used.</param>
public sealed record TransitsAnswer(DateTimeOffset At, IReadOnlyList<TransitAnswer> Grahas, ChartSettings Conventions);

/// <summary>A graha on its way.</summary>
/// <param name="Graha">Which.</param>
/// <param name="Longitude">Sidereal degrees.</param>
/// <param name="TropicalLongitude">Degrees from the true equinox.</param>
/// <param name="Speed">Degrees of longitude per day.</param>
/// <param name="Sign">Its sign.</param>
/// <param name="SignDegrees">Degrees within the sign.</param>
/// <param name="Nakshatra">Its nakshatra.</param>
/// <param name="Pada">Its quarter.</param>
/// <param name="Retrograde">Whether it moves backwards.</param>
/// <param name="HouseFromMoon">Its house from the Moon's sign of birth; absent when that is not known or not certain.</param>
/// <param name="HouseFromLagna">Its house from the rising sign; absent when that is not known.</param>
/// <param name="Bindus">Its bindus of ashtakavarga in the sign where it is, of eight; for Sun … Saturn where lagna and seven are known.</param>
/// <param name="NextIngress">When it next changes its sign; absent beyond the year 2199.</param>
/// <param name="PreviousIngress">When it came into its sign; absent before the year 1800.</param>
/// <param name="NextStation">When it next turns; absent for Sun, Moon and mean nodes.</param>
/// <param name="PreviousStation">When it last turned.</param>
/// <param name="Favourable">Whether the house from the Moon is a good one for it (Phaladeepika 26); absent when that house is not known, and for the outer planets.</param>
/// <param name="VedhaBy">Who obstructs the good from a house opposed to it; absent where there is no good to obstruct.</param>
public sealed record TransitAnswer(
    Graha Graha, double Longitude, double TropicalLongitude, double Speed, Rashi Sign, double SignDegrees, Nakshatra Nakshatra, int Pada, bool Retrograde,
    int? HouseFromMoon, int? HouseFromLagna, int? Bindus, IngressAnswer? NextIngress, IngressAnswer? PreviousIngress, StationAnswer? NextStation, StationAnswer? PreviousStation,
    bool? Favourable = null, IReadOnlyList<Graha>? VedhaBy = null);

/// <summary>A change of sign.</summary>
/// <param name="At">When.</param>
/// <param name="From">The sign that it leaves.</param>
/// <param name="To">The sign that it enters.</param>
public sealed record IngressAnswer(DateTimeOffset At, Rashi From, Rashi To);

/// <summary>How a graha moves.</summary>
public enum Motion
{
    /// <summary>Forwards through the signs.</summary>
    Direct,

    /// <summary>Backwards.</summary>
    Retrograde,
}

/// <summary>A change of direction.</summary>
/// <param name="At">When it stands.</param>
/// <param name="MotionAfter">How it moves then.</param>
public sealed record StationAnswer(DateTimeOffset At, Motion MotionAfter);

/// <summary>The transits view: gochara.</summary>
/// <param name="draw">Finds the chart.</param>
/// <param name="clock">Says what now is.</param>
public sealed class ChartTransits(DrawChart draw, TimeProvider clock)
{
    // Only directions to the sky's bodies are asked, which are the same for every place.
    private static readonly Observer Anywhere = new(0, 0);

    /// <summary>The transits over a chart that is asked for.</summary>
    public Outcome<TransitsAnswer> Run(ChartRequest request, TransitQuery query) => draw.Find(request).Map(found => Of(found, query.At ?? clock.GetUtcNow()));

    /// <summary>The transits over a chart that was found.</summary>
    public static TransitsAnswer Of(FoundChart found, DateTimeOffset at)
    {
        var instant = JulianDayUt.From(at);
        var conventions = found.Settings.ToConventions() with { HouseSystem = HouseSystem.WholeSign };
        var sky = BirthChart.At(instant, Anywhere, conventions, timeIsKnown: false);
        Rashi? moon = found.Chart.Has(Graha.Moon) && BirthStars.MoonSignIsCertain(found) ? found.Chart.Sign(Graha.Moon) : null;
        var bindus = Ashtakavarga.Of(found.Chart)?.Bhinna;
        return new(
            at.ToUniversalTime(),
            [.. sky.Placements.Select(placement => WithGochara(sky, moon, Of(
                placement, instant, conventions,
                moon is { } sign ? placement.Rashi.HouseFrom(sign) : null,
                found.Chart.Lagna is { } lagna ? placement.Rashi.HouseFrom(lagna.Rashi) : null,
                placement.Graha <= Graha.Saturn ? bindus?[(int)placement.Graha][(int)placement.Rashi] : null)))],
            found.Settings);
    }

    private static TransitAnswer WithGochara(BirthChart sky, Rashi? moon, TransitAnswer transit)
    {
        if (moon is not { } sign || transit.HouseFromMoon is not { } house || transit.Graha > Graha.Ketu)
            return transit;
        var good = Gochara.IsFavourable(transit.Graha, house);
        return transit with { Favourable = good, VedhaBy = good ? Gochara.Vedha(transit.Graha, house, other => sky.Sign(other).HouseFrom(sign)) : null };
    }

    private static TransitAnswer Of(Placement placement, JulianDayUt instant, ChartConventions conventions, int? fromMoon, int? fromLagna, int? bindus)
    {
        var (longitude, sky) = (placement.Longitude, placement.Sky!.Value);
        return new(
            placement.Graha, longitude.Degrees, sky.Longitude.Degrees, sky.SpeedDegreesPerDay, placement.Rashi, longitude.InRashi, longitude.Nakshatra, longitude.Pada, placement.IsRetrograde,
            fromMoon, fromLagna, bindus,
            Ingress(Changes.OfSign(placement.Graha, instant, conventions)),
            Ingress(Changes.OfSign(placement.Graha, instant, conventions, backwards: true)),
            StationOf(Changes.OfDirection(placement.Graha, instant, conventions)),
            StationOf(Changes.OfDirection(placement.Graha, instant, conventions, backwards: true)));
    }

    private static IngressAnswer? Ingress(SignChange? change) => change is null ? null : new(change.Instant.ToDateTimeOffset(), change.From, change.To);

    private static StationAnswer? StationOf(Station? station) =>
        station is null ? null : new(station.Instant.ToDateTimeOffset(), station.TurnsRetrograde ? Motion.Retrograde : Motion.Direct);
}
