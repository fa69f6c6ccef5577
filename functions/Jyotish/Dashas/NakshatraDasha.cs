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
    public IReadOnlyList<DashaPeriod<Graha>> Periods(SiderealLongitude moon, JulianDayUt birth, DashaYear year, DashaSpan span) =>
        Periods<DashaPeriod<Graha>>(moon, birth, year, span, static (lord, start, end, level, periods) => new(lord, start, end, level, periods));

    /// <summary>The same in a form of the caller's: a life of three levels has 819 periods, which need not be made twice.</summary>
    /// <param name="moon">Where the Moon stands at birth.</param>
    /// <param name="birth">The instant of birth.</param>
    /// <param name="year">How long a year is.</param>
    /// <param name="span">Which levels and which part of the life.</param>
    /// <param name="make">Makes a period of its lord, start, end, level and parts.</param>
    public IReadOnlyList<T> Periods<T>(SiderealLongitude moon, JulianDayUt birth, DashaYear year, DashaSpan span, MakePeriod<T> make)
    {
        var (index, elapsed) = Start(moon);
        var days = year.Days();
        var start = birth.Value - Years[index] * elapsed * days;
        var count = Lords.Count * (int)Math.Ceiling((double)LifeYears / CycleYears);
        var periods = new List<T>(count);
        for (var i = 0; i < count; i++)
        {
            var lord = (index + i) % Lords.Count;
            var end = start + Years[lord] * days;
            if (span.Touches(start, end))
                periods.Add(Period(lord, start, end, 1, span, make));
            start = end;
        }
        return periods;
    }

    /// <summary>The periods of each level that run at an instant, maha first; empty outside the periods.</summary>
    public IReadOnlyList<DashaPeriod<Graha>> Path(SiderealLongitude moon, JulianDayUt birth, DashaYear year, JulianDayUt at, int depth = DashaSpan.DepthMax) =>
        DashaPeriods.Path(span => Periods(moon, birth, year, span), at, depth);

    private T Period<T>(int index, double start, double end, int level, DashaSpan span, MakePeriod<T> make) =>
        make(Lords[index], new JulianDayUt(start), new JulianDayUt(end), level, level < span.Depth ? Parts(index, start, end, level + 1, span, make) : []);

    private IReadOnlyList<T> Parts<T>(int index, double start, double end, int level, DashaSpan span, MakePeriod<T> make)
    {
        // Whole periods have all their parts; only at the edges of a span are some left out.
        var parts = new T[Lords.Count];
        var (from, years, count) = (start, 0, 0);
        for (var i = 0; i < Lords.Count; i++)
        {
            var lord = (index + i) % Lords.Count;
            years += Years[lord];
            var to = years == CycleYears ? end : start + (end - start) * years / CycleYears;
            if (span.Touches(from, to))
                parts[count++] = Period(lord, from, to, level, span, make);
            from = to;
        }
        return count == parts.Length ? parts : parts[..count];
    }
}

/// <summary>Makes a period of a dasha in some form.</summary>
/// <typeparam name="T">The form.</typeparam>
/// <param name="lord">Who rules it.</param>
/// <param name="start">The first instant.</param>
/// <param name="end">The first instant of the next.</param>
/// <param name="level">1 for maha.</param>
/// <param name="periods">The next level, or empty.</param>
public delegate T MakePeriod<T>(Graha lord, JulianDayUt start, JulianDayUt end, int level, IReadOnlyList<T> periods);
