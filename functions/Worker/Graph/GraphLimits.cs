namespace Kundli.Worker.Graph;

/// <summary>What one query may cost. A query asks for many things at once; together they stay within half a second of one core.</summary>
internal static class GraphLimits
{
    /// <summary>Characters of a query.</summary>
    public const int QueryLengthMax = 16 * 1024;

    /// <summary>Fields within fields. The query that asks a schema for itself, as tools send it, has 13.</summary>
    public const int DepthMax = 16;

    /// <summary>Braces within braces and lists within lists, judged while the text is read: deeper is refused before it is walked.</summary>
    public const int NestingMax = 64;

    /// <summary>Points of a query: a field that is there already costs 1, one that is computed or read from the store <see cref="Computed"/>, those of a list times the items asked for.</summary>
    public const int PointsMax = 100_000;

    /// <summary>Points of what is computed in a millisecond or three, or read.</summary>
    public const int Computed = 500;

    /// <summary>Points of what is looked for in a table that is in memory.</summary>
    public const int Scanned = 20;

    /// <summary>Points of what is computed for longer: a reading, a month, the minutes around a birth.</summary>
    public const int LongComputed = 5_000;

    /// <summary>Items that a list without a stated number is taken to have: houses, grahas and periods of a dasha are nine to twelve.</summary>
    public const int ItemsAssumed = 12;

    /// <summary>Documents that one query reads at the same time.</summary>
    public const int ReadsAtOnce = 8;

    /// <summary>Errors that one answer tells.</summary>
    public const int ErrorsMax = 50;

    /// <summary>How long a query may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
}
