using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;

namespace Kundli.Jyotish.Dashas;

/// <summary>
/// A dasha of grahas that starts from the Moon's nakshatra: a cycle of lords with years, of which a part is over at birth. Every sub-period
/// begins with the lord of its period and takes the same share of it as of the cycle.
/// </summary>
/// <param name="Name">Its name in answers.</param>
/// <param name="Lords">The lords in order.</param>
/// <param name="Years">The years of each.</param>
/// <param name="Start">From the Moon: the index of the lord that runs at birth and the share of its period that is over.</param>
public sealed record NakshatraDasha(string Name, IReadOnlyList<Graha> Lords, IReadOnlyList<int> Years, Func<SiderealLongitude, (int Index, double Elapsed)> Start)
{
    /// <summary>Years after the birth that the periods reach at least: the full life of the books.</summary>
    public const int LifeYears = 120;

    /// <summary>The years of one cycle.</summary>
    public int CycleYears { get; } = Years.Sum();

    /// <summary>The lord that runs at birth and its years that are left.</summary>
    public (Graha Lord, double Years) Balance(SiderealLongitude moon)
    {
        var (index, elapsed) = Start(moon);
        return (Lords[index], Years[index] * (1 - elapsed));
    }

    /// <summary>The periods from the one that runs at birth: one cycle, or as many as fill <see cref="LifeYears"/>.</summary>
    /// <param name="moon">Where the Moon stands at birth.</param>
    /// <param name="birth">The instant of birth.</param>
    /// <param name="year">How long a year is.</param>
    /// <param name="span">Which levels and which part of the life.</param>
    public IReadOnlyList<DashaPeriod<Graha>> Periods(SiderealLongitude moon, JulianDayUt birth, DashaYear year, DashaSpan span)
    {
        var (index, elapsed) = Start(moon);
        var days = year.Days();
        var start = birth.Value - Years[index] * elapsed * days;
        var count = Lords.Count * (int)Math.Ceiling((double)LifeYears / CycleYears);
        var periods = new List<DashaPeriod<Graha>>(count);
        for (var i = 0; i < count; i++)
        {
            var lord = (index + i) % Lords.Count;
            var end = start + Years[lord] * days;
            if (span.Touches(start, end))
                periods.Add(Period(lord, start, end, 1, span));
            start = end;
        }
        return periods;
    }

    /// <summary>The periods of each level that run at an instant, maha first; empty outside the periods.</summary>
    public IReadOnlyList<DashaPeriod<Graha>> Path(SiderealLongitude moon, JulianDayUt birth, DashaYear year, JulianDayUt at, int depth = DashaSpan.DepthMax) =>
        DashaPeriods.Path(span => Periods(moon, birth, year, span), at, depth);

    private DashaPeriod<Graha> Period(int index, double start, double end, int level, DashaSpan span) => new(
        Lords[index], new JulianDayUt(start), new JulianDayUt(end), level, level < span.Depth ? Parts(index, start, end, level + 1, span) : []);

    private List<DashaPeriod<Graha>> Parts(int index, double start, double end, int level, DashaSpan span)
    {
        var parts = new List<DashaPeriod<Graha>>(Lords.Count);
        var (from, years) = (start, 0);
        for (var i = 0; i < Lords.Count; i++)
        {
            var lord = (index + i) % Lords.Count;
            years += Years[lord];
            var to = years == CycleYears ? end : start + (end - start) * years / CycleYears;
            if (span.Touches(from, to))
                parts.Add(Period(lord, from, to, level, span));
            from = to;
        }
        return parts;
    }
}
