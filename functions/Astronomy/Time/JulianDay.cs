namespace Kundli.Astronomy.Time;

/// <summary>
/// An instant of universal time as a Julian day: what clocks and the turning Earth show. UTC is taken as UT1, from which it differs by less than 0.9 s.
/// A different type from <see cref="JulianDayTt"/>, so that the two scales, −7 to 167 s apart in the years covered, can't be mixed up.
/// </summary>
/// <param name="Value">Days since noon of 1 January 4713 BC (proleptic Julian calendar), UT.</param>
public readonly record struct JulianDayUt(double Value) : IComparable<JulianDayUt>
{
    private const double JulianDayOfTickZero = 1721425.5;

    /// <summary>The Julian day of a civil instant.</summary>
    public static JulianDayUt From(DateTimeOffset instant)
    {
        // Whole days and the rest apart: a product of all ticks would lose the last digits.
        var days = Math.DivRem(instant.UtcTicks, TimeSpan.TicksPerDay, out var rest);
        return new(JulianDayOfTickZero + days + rest / (double)TimeSpan.TicksPerDay);
    }

    /// <summary>The civil instant, rounded to a millisecond (the number itself resolves 0.04 ms).</summary>
    /// <exception cref="SkyException">The value is not finite or lies outside the years 1 to 9999.</exception>
    public DateTimeOffset ToDateTimeOffset()
    {
        var days = Value - JulianDayOfTickZero;
        if (!(days >= 0 && days < 3652059))
            throw SkyException.Instant(Value);
        var milliseconds = Math.Round(days * 86400000.0);
        return new DateTimeOffset(Math.Min((long)milliseconds * TimeSpan.TicksPerMillisecond, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }

    /// <summary>The same instant in terrestrial time, by the Δt of <see cref="DeltaT"/>.</summary>
    public JulianDayTt ToTt() => ToTt(DeltaT.Seconds(this));

    /// <summary>The same instant in terrestrial time, by a Δt of the caller's.</summary>
    /// <param name="deltaTSeconds">TT − UT in seconds.</param>
    public JulianDayTt ToTt(double deltaTSeconds) => new(Value + deltaTSeconds / 86400);

    /// <summary>The instant so many days later.</summary>
    public static JulianDayUt operator +(JulianDayUt instant, double days) => new(instant.Value + days);

    /// <summary>The instant so many days earlier.</summary>
    public static JulianDayUt operator -(JulianDayUt instant, double days) => new(instant.Value - days);

    /// <summary>The days from the second instant to the first.</summary>
    public static double operator -(JulianDayUt later, JulianDayUt earlier) => later.Value - earlier.Value;

    /// <summary>Whether the first instant is earlier.</summary>
    public static bool operator <(JulianDayUt left, JulianDayUt right) => left.Value < right.Value;

    /// <summary>Whether the first instant is later.</summary>
    public static bool operator >(JulianDayUt left, JulianDayUt right) => left.Value > right.Value;

    /// <summary>Whether the first instant is not later.</summary>
    public static bool operator <=(JulianDayUt left, JulianDayUt right) => left.Value <= right.Value;

    /// <summary>Whether the first instant is not earlier.</summary>
    public static bool operator >=(JulianDayUt left, JulianDayUt right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(JulianDayUt other) => Value.CompareTo(other.Value);
}

/// <summary>An instant of terrestrial time as a Julian day: the uniform time in which bodies move. TDB, which differs by less than 0.002 s, is taken as TT.</summary>
/// <param name="Value">Days since noon of 1 January 4713 BC (proleptic Julian calendar), TT.</param>
public readonly record struct JulianDayTt(double Value) : IComparable<JulianDayTt>
{
    internal const double J2000 = 2451545.0;

    /// <summary>Julian centuries of 36,525 days from J2000.0.</summary>
    public double Centuries => (Value - J2000) / 36525;

    /// <summary>The same instant in universal time, by the Δt of <see cref="DeltaT"/>.</summary>
    public JulianDayUt ToUt()
    {
        // Δt changes by less than 1e-7 of the time that passes, so one correction is enough.
        var near = new JulianDayUt(Value - DeltaT.Seconds(new JulianDayUt(Value)) / 86400);
        return new(Value - DeltaT.Seconds(near) / 86400);
    }

    /// <summary>The instant so many days later.</summary>
    public static JulianDayTt operator +(JulianDayTt instant, double days) => new(instant.Value + days);

    /// <summary>The instant so many days earlier.</summary>
    public static JulianDayTt operator -(JulianDayTt instant, double days) => new(instant.Value - days);

    /// <summary>The days from the second instant to the first.</summary>
    public static double operator -(JulianDayTt later, JulianDayTt earlier) => later.Value - earlier.Value;

    /// <summary>Whether the first instant is earlier.</summary>
    public static bool operator <(JulianDayTt left, JulianDayTt right) => left.Value < right.Value;

    /// <summary>Whether the first instant is later.</summary>
    public static bool operator >(JulianDayTt left, JulianDayTt right) => left.Value > right.Value;

    /// <summary>Whether the first instant is not later.</summary>
    public static bool operator <=(JulianDayTt left, JulianDayTt right) => left.Value <= right.Value;

    /// <summary>Whether the first instant is not earlier.</summary>
    public static bool operator >=(JulianDayTt left, JulianDayTt right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(JulianDayTt other) => Value.CompareTo(other.Value);
}
