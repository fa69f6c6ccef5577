using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Dashas;

namespace Kundli.Features.Charts;

/// <summary>Writes dashas as answers.</summary>
internal static class DashaDrawing
{
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
        var names = dasha == NakshatraDashas.Yogini;
        var periods = found.Moment is { } moment ? dasha.Periods(moon, moment.JulianDay, found.Settings.DashaYear, span) : null;
        return new(dasha.Name, found.Settings.DashaYear, new(Words.Key(lord), years), periods?.Select(period => Period(period, names)).ToList());
    }

    /// <summary>The periods that run at an instant, maha first.</summary>
    public static IReadOnlyList<DashaPeriodAnswer> Path(NakshatraDasha dasha, FoundChart found, JulianDayUt at) =>
        [.. dasha.Path(found.Chart[Graha.Moon].Longitude, found.Moment!.JulianDay, found.Settings.DashaYear, at).Select(period => Period(period, dasha == NakshatraDashas.Yogini))];

    private static DashaPeriodAnswer Period(DashaPeriod<Graha> period, bool names) => new(
        Words.Key(period.Lord),
        names ? NakshatraDashas.YoginiNames[NakshatraDashas.Yogini.Lords.ToList().IndexOf(period.Lord)] : null,
        period.Start.ToDateTimeOffset(),
        period.End.ToDateTimeOffset(),
        [.. period.Periods.Select(part => Period(part, names))]);
}
