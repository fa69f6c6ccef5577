using FluentValidation;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Features.Charts;
using Kundli.Features.Places;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Transits;
using Kundli.Jyotish.Zodiac;
using NodaTime;

namespace Kundli.Features.Sky;

/// <summary>A question for what happens in the sky in a month.</summary>
/// <param name="Month">The month as <c>yyyy-MM</c>; the present one when absent.</param>
/// <param name="TimeZone">The IANA zone whose month it is.</param>
/// <param name="Ayanamsa">The zodiac of the signs.</param>
/// <param name="Node">Which node Rahu and Ketu are.</param>
public sealed record SkyEventsQuery(string? Month = null, string TimeZone = "Asia/Kolkata", Ayanamsa Ayanamsa = Ayanamsa.Lahiri, NodeKind Node = NodeKind.Mean);

/// <summary>Rules of <see cref="SkyEventsQuery"/>.</summary>
public sealed class SkyEventsQueryRules : AbstractValidator<SkyEventsQuery>
{
    private const int ZoneLengthMax = 64;
    private const int YearMin = 1801;
    private const int YearMax = 2198;

    /// <summary>A month within the ephemeris and a known clock.</summary>
    public SkyEventsQueryRules()
    {
        RuleFor(query => query.Month).Must(month => BirthText.Date(month + "-01") is { Year: >= YearMin and <= YearMax }).When(query => query.Month is not null)
            .WithMessage($"must be a month as yyyy-MM, from {YearMin}-01 to {YearMax}-12.");
        RuleFor(query => query.TimeZone).Must(zone => zone.Length <= ZoneLengthMax && CivilZone.IsKnown(zone)).WithMessage("must be a zone of the IANA database, as Asia/Kolkata.");
    }
}

/// <summary>What happens in the sky in a month, in the order of time.</summary>
/// <param name="Month">The month as <c>yyyy-MM</c>.</param>
/// <param name="TimeZone">Whose month it is.</param>
/// <param name="Ayanamsa">The zodiac of the signs.</param>
/// <param name="Node">Which node Rahu and Ketu are.</param>
/// <param name="Items">The events.</param>
public sealed record SkyEventsAnswer(string Month, string TimeZone, Ayanamsa Ayanamsa, NodeKind Node, IReadOnlyList<SkyEventAnswer> Items);

/// <summary>An event of the sky.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="At">When.</param>
/// <param name="Date">The date on the clocks of the zone.</param>
/// <param name="Graha">To whom.</param>
/// <param name="Other">Whom it meets.</param>
/// <param name="Sign">In which sign; for an ingress the one that is entered.</param>
/// <param name="From">The sign that it leaves.</param>
/// <param name="Eclipse">The eclipse that it is, somewhere on Earth; not everywhere seen.</param>
/// <param name="Text">The same in words.</param>
/// <param name="ForChart">What it means for the chart that was given: the houses, whether the books call them good, and who obstructs the good.</param>
public sealed record SkyEventAnswer(
    SkyEventKind Kind, DateTimeOffset At, DateOnly Date, Graha Graha, Graha? Other, Rashi Sign, Rashi? From, Eclipse? Eclipse, LocalName Text, GocharaAnswer? ForChart = null);

/// <summary>A graha on its way, seen from a chart (gochara).</summary>
/// <param name="HouseFromMoon">Its house from the Moon's sign of birth; absent when that is not known or not certain.</param>
/// <param name="HouseFromLagna">Its house from the rising sign; absent when that is not known.</param>
/// <param name="Favourable">Whether the house from the Moon is a good one for this graha; absent without one.</param>
/// <param name="VedhaBy">Who obstructs the good at that instant.</param>
/// <param name="Source">The book.</param>
public sealed record GocharaAnswer(int? HouseFromMoon, int? HouseFromLagna, bool? Favourable, IReadOnlyList<Graha> VedhaBy, string Source);

/// <summary>Lists the events of a month: the same for everybody, or seen from a chart. Nothing is stored.</summary>
/// <param name="draw">Finds the chart.</param>
/// <param name="clock">Says which month is now.</param>
public sealed class ListEvents(DrawChart draw, TimeProvider clock)
{
    /// <summary>The events of the month asked for.</summary>
    public SkyEventsAnswer Run(SkyEventsQuery query) =>
        Of(query, new(query.Ayanamsa, query.Node, HouseSystem.WholeSign, PositionKind.Apparent, OuterPlanets: false), _ => null);

    /// <summary>The events of the month with what each means for a chart; its zodiac and nodes are the chart's.</summary>
    public Outcome<SkyEventsAnswer> Run(ChartRequest chart, SkyEventsQuery query) => draw.Find(chart).Map(found =>
    {
        Rashi? moon = found.Chart.Has(Graha.Moon) && BirthStars.MoonSignIsCertain(found) ? found.Chart.Sign(Graha.Moon) : null;
        var conventions = found.Settings.ToConventions();
        return Of(query, conventions, happening => ForChart(happening, moon, found.Chart.Lagna?.Rashi, conventions));
    });

    private SkyEventsAnswer Of(SkyEventsQuery query, ChartConventions conventions, Func<SkyHappening, GocharaAnswer?> forChart)
    {
        var zone = DateTimeZoneProviders.Tzdb[query.TimeZone];
        var first = BirthText.Date(query.Month + "-01") ?? Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(zone).Date.With(DateAdjusters.StartOfMonth);
        var events = SkyEvents.Between(Midnight(first, zone), Midnight(first.PlusMonths(1), zone), conventions);
        return new(
            $"{first.Year:D4}-{first.Month:D2}", query.TimeZone, conventions.Ayanamsa, conventions.Node,
            [.. events.Select(happening => Of(happening, zone, forChart(happening)))]);
    }

    private static JulianDayUt Midnight(LocalDate date, DateTimeZone zone) => JulianDayUt.From(CivilZone.StartOfDay(zone, date).ToDateTimeOffset());

    private static SkyEventAnswer Of(SkyHappening happening, DateTimeZone zone, GocharaAnswer? forChart)
    {
        var at = happening.Instant.ToDateTimeOffset();
        return new(
            happening.Kind, at, Instant.FromDateTimeOffset(at).InZone(zone).Date.ToDateOnly(), happening.Graha, happening.Other, happening.Sign, happening.From, happening.Eclipse, SkyEventWords.Of(happening), forChart);
    }

    // Where a graha turns, meets another or is lost to sight it stands in its house all the while: the same rule as of an ingress holds.
    private static GocharaAnswer ForChart(SkyHappening happening, Rashi? moon, Rashi? lagna, ChartConventions conventions)
    {
        int? house = moon is { } sign ? happening.Sign.HouseFrom(sign) : null;
        return new(
            house, lagna is { } rising ? happening.Sign.HouseFrom(rising) : null, house is { } good ? Gochara.IsFavourable(happening.Graha, good) : null,
            house is { } seen ? Gochara.Vedha(happening.Graha, seen, other => Changes.SignAt(other, happening.Instant, conventions).HouseFrom(moon!.Value)) : [], Gochara.Source);
    }
}
