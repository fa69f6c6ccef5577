namespace Kundli.Features.Catalog;

/// <summary>Bounds of the catalog that a user may meet.</summary>
public static class Limits
{
    /// <summary>Characters of a search text.</summary>
    public const int QueryLengthMax = 100;

    /// <summary>Products of one catalog.</summary>
    public const int ProductsMax = 20_000;

    /// <summary>Variants of one product.</summary>
    public const int VariantsMax = 40;

    /// <summary>Rows of one import.</summary>
    public const int ImportRowsMax = 5_000;

    /// <summary>How long a process answers from the snapshot that it holds before it looks for a newer one.</summary>
    public static readonly TimeSpan SnapshotAgeMax = TimeSpan.FromSeconds(5);
}
