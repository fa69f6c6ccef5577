namespace Kundli.Features.SavedCharts;

/// <summary>The numbers of saved charts that a client may meet.</summary>
public static class Limits
{
    /// <summary>Charts that one account keeps.</summary>
    public const int ChartsMax = 150;

    /// <summary>Links that show one chart at one time.</summary>
    public const int SharesMax = 20;

    /// <summary>Days that a link lasts when nothing is said.</summary>
    public const int ShareDaysDefault = 30;

    /// <summary>The most days that a link lasts.</summary>
    public const int ShareDaysMax = 365;

    /// <summary>The fewest and the most charts that are compared at once.</summary>
    public const int ComparedMax = 4;
}
