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
}
