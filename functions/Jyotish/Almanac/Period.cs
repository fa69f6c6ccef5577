using Kundli.Astronomy.Time;

namespace Kundli.Jyotish.Almanac;

/// <summary>A stretch of time: its start belongs to it, its end does not.</summary>
/// <param name="Start">The beginning.</param>
/// <param name="End">The end, after the beginning.</param>
public readonly record struct Period(JulianDayUt Start, JulianDayUt End)
{
    /// <summary>Length in days.</summary>
    public double Days => End - Start;

    /// <summary>One of equal parts.</summary>
    /// <param name="number">1 to <paramref name="parts"/>.</param>
    /// <param name="parts">How many parts the period has.</param>
    public Period Part(int number, int parts) => new(Start + Days * (number - 1) / parts, Start + Days * number / parts);

    /// <summary>Whether an instant lies within.</summary>
    public bool Contains(JulianDayUt instant) => instant >= Start && instant < End;

    /// <summary>The days that two periods share; 0 when they don't meet.</summary>
    public double Overlap(Period other) => Math.Max(0, Math.Min(End.Value, other.End.Value) - Math.Max(Start.Value, other.Start.Value));
}
