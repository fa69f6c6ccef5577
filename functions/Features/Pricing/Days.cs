namespace Kundli.Features.Pricing;

/// <summary>The shop's calendar day: Indian Standard Time, which has no summer time.</summary>
public static class Days
{
    private static readonly TimeSpan Offset = new(5, 30, 0);

    /// <summary>Today in India.</summary>
    public static DateOnly Today(TimeProvider time) => Of(time.GetUtcNow());

    /// <summary>The day in India at an instant.</summary>
    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The instant at which a day begins in India.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>The financial year, April to March, as <c>26-27</c>.</summary>
    public static string FinancialYear(DateOnly day)
    {
        var first = day.Month >= 4 ? day.Year : day.Year - 1;
        return $"{first % 100:D2}-{(first + 1) % 100:D2}";
    }
}
