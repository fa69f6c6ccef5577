using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Charts;

/// <summary>Writes dashas as answers.</summary>
internal static class DashaDrawing
{
    private static readonly MakePeriod<DashaPeriodAnswer> OfGraha =
        static (lord, start, end, _, periods) => new(Words.Key(lord), null, start.ToDateTimeOffset(), end.ToDateTimeOffset(), periods);

    private static readonly MakePeriod<DashaPeriodAnswer> OfYogini =
        static (lord, start, end, _, periods) => new(Words.Key(lord), NakshatraDashas.YoginiOf(lord), start.ToDateTimeOffset(), end.ToDateTimeOffset(), periods);

    /// <summary>Vimshottari as a chart shows it; null when the Moon or the time of birth is not known.</summary>
    public static DashaAnswer? Of(FoundChart found) =>
        !found.Chart.Has(Graha.Moon) || (found.Moment is not null && !found.TimeIsKnown)
            ? null
            : Of(NakshatraDashas.Vimshottari, found, new DashaSpan(found.Settings.DashaDepth));

    /// <summary>A dasha of grahas over a span.</summary>
    public static DashaAnswer Of(NakshatraDasha dasha, FoundChart found, DashaSpan span)
    {
        var moon = found.Chart[Graha.Moon].Longitude;
        var (lord, years) = dasha.Balance(moon);
        var periods = found.Moment is { } moment ? dasha.Periods(moon, moment.JulianDay, found.Settings.DashaYear, span, dasha == NakshatraDashas.Yogini ? OfYogini : OfGraha) : null;
        return new(dasha.Name, found.Settings.DashaYear, new(Words.Key(lord), years), periods);
    }

    /// <summary>A dasha of signs over a span.</summary>
    public static DashaAnswer Of(RashiDasha dasha, FoundChart found, DashaSpan span)
    {
        var cycle = dasha.Cycle(found.Chart).Select(sign => new DashaBalanceAnswer(Words.Key(sign.Sign), sign.Years)).ToList();
        var periods = found.Moment is { } moment ? dasha.Periods(found.Chart, moment.JulianDay, found.Settings.DashaYear, span) : null;
        return new(dasha.Name, found.Settings.DashaYear, cycle[0], periods is null ? null : Periods(periods), dasha.School, cycle);
    }

    /// <summary>One cycle of a dasha of grahas, from the period that runs at birth.</summary>
    public static IReadOnlyList<DashaBalanceAnswer> Cycle(NakshatraDasha dasha, SiderealLongitude moon)
    {
        var first = dasha.Start(moon).Index;
        return [.. Enumerable.Range(first, dasha.Lords.Count).Select(index => index % dasha.Lords.Count).Select(index => new DashaBalanceAnswer(Words.Key(dasha.Lords[index]), dasha.Years[index]))];
    }

    /// <summary>The periods that run at an instant, maha first.</summary>
    public static IReadOnlyList<DashaPeriodAnswer> Path(NakshatraDasha dasha, FoundChart found, JulianDayUt at) =>
        [.. dasha.Path(found.Chart[Graha.Moon].Longitude, found.Moment!.JulianDay, found.Settings.DashaYear, at)
            .Select(period => (dasha == NakshatraDashas.Yogini ? OfYogini : OfGraha)(period.Lord, period.Start, period.End, period.Level, []))];

    /// <summary>The same for a dasha of signs.</summary>
    public static IReadOnlyList<DashaPeriodAnswer> Path(RashiDasha dasha, FoundChart found, JulianDayUt at) =>
        Periods(DashaPeriods.Path(span => dasha.Periods(found.Chart, found.Moment!.JulianDay, found.Settings.DashaYear, span), at));

    private static DashaPeriodAnswer[] Periods(IReadOnlyList<DashaPeriod<Rashi>> periods) =>
        [.. periods.Select(period => new DashaPeriodAnswer(Words.Key(period.Lord), null, period.Start.ToDateTimeOffset(), period.End.ToDateTimeOffset(), Periods(period.Periods)))];
}
