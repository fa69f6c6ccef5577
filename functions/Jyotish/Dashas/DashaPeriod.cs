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
