using Kundli.Astronomy.Time;

namespace Kundli.Jyotish.Dashas;

/// <summary>A period of a dasha. Its end is the very start of the next, at every level.</summary>
/// <typeparam name="TLord">Who rules: a graha or a sign.</typeparam>
/// <param name="Lord">Who rules.</param>
/// <param name="Start">The first instant; before the birth for the period that runs at birth.</param>
/// <param name="End">The first instant that no longer belongs to it.</param>
/// <param name="Level">1 for maha, 2 antar, 3 pratyantar, 4 sookshma, 5 prana.</param>
/// <param name="Periods">The next level, or empty when it was not asked for.</param>
public sealed record DashaPeriod<TLord>(TLord Lord, JulianDayUt Start, JulianDayUt End, int Level, IReadOnlyList<DashaPeriod<TLord>> Periods);

/// <summary>What is asked of a dasha.</summary>
/// <param name="Depth">Levels to compute, 1 to <see cref="DepthMax"/>.</param>
/// <param name="From">Periods that end before this are left out; null for all.</param>
/// <param name="To">Periods that start after this are left out; null for all.</param>
public sealed record DashaSpan(int Depth, JulianDayUt? From = null, JulianDayUt? To = null)
{
    /// <summary>The deepest level: prana.</summary>
    public const int DepthMax = 5;

    /// <summary>Whether a period of this start and end is asked for.</summary>
    public bool Touches(double start, double end) => (From is not { } from || end > from.Value) && (To is not { } to || start < to.Value);
}

/// <summary>What holds for the periods of every dasha.</summary>
public static class DashaPeriods
{
    // Long enough to be told from the instant in a Julian day, short enough to touch one period.
    private const double InstantDays = 1e-9;

    /// <summary>The periods of each level that run at an instant, maha first; empty outside the periods.</summary>
    /// <param name="periods">The periods of a dasha over a span.</param>
    /// <param name="at">The instant.</param>
    /// <param name="depth">The deepest level.</param>
    public static IReadOnlyList<DashaPeriod<TLord>> Path<TLord>(Func<DashaSpan, IReadOnlyList<DashaPeriod<TLord>>> periods, JulianDayUt at, int depth = DashaSpan.DepthMax)
    {
        var path = new List<DashaPeriod<TLord>>(depth);
        var level = periods(new DashaSpan(depth, at, at + InstantDays));
        while (level.FirstOrDefault(period => period.Start <= at && at < period.End) is { } running)
        {
            path.Add(running with { Periods = [] });
            level = running.Periods;
        }
        return path;
    }
}
