namespace Kundli.Features.Panchang;

/// <summary>The numbers of the almanac that a client may meet.</summary>
public static class Limits
{
    /// <summary>The first year: its first days need the lunar month before.</summary>
    public const int YearMin = 1800;

    /// <summary>The last year.</summary>
    public const int YearMax = 2199;

    /// <summary>Months that a calendar feed holds at most.</summary>
    public const int FeedMonthsMax = 24;

    /// <summary>Characters of a date, a zone or an offset.</summary>
    public const int WordLengthMax = 64;

    /// <summary>Places whose days are prepared.</summary>
    public const int PreparedPlaces = 200;

    /// <summary>The largest places, among which the most asked ones are found.</summary>
    public const int CountedPlaces = 5000;

    /// <summary>Asks of a process after which it writes its counts.</summary>
    public const int AsksOfACount = 500;

    /// <summary>How old a look at the prepared days may be.</summary>
    public static readonly TimeSpan PreparedAgeMax = TimeSpan.FromMinutes(10);
}
