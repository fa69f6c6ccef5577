namespace Kundli.Features.Stock;

/// <summary>Bounds of the stock verbs.</summary>
public static class Limits
{
    /// <summary>Gates that SKUs share inside one process.</summary>
    public const int Lanes = 256;

    /// <summary>How often a conditional write is tried against writers of other processes.</summary>
    public const int ConflictsMax = 64;

    /// <summary>Longest pause between two tries.</summary>
    public const int ConflictPauseMillisecondsMax = 64;
}
