namespace Kundli.Features.Catalog;

/// <summary>Every listed product at one moment: what lists, facets and search are answered from.</summary>
/// <param name="Version">Grows with each snapshot.</param>
/// <param name="MadeAt">When.</param>
/// <param name="Products">In the order of their slugs, with what was available then.</param>
public sealed record CatalogSnapshot(long Version, DateTimeOffset MadeAt, IReadOnlyList<Product> Products)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;
}

/// <summary>Where snapshots are kept: one immutable file each, and a pointer that moves by conditional write.</summary>
public interface ICatalogSnapshots
{
    /// <summary>The newest snapshot, or null when there is none or it is <paramref name="known"/> already.</summary>
    Task<CatalogSnapshot?> ReadNewerAsync(long known, CancellationToken cancellation);

    /// <summary>Makes a snapshot the newest if <paramref name="snapshot"/> is the direct successor of the newest.</summary>
    /// <returns>False if another was published in the meantime.</returns>
    Task<bool> PublishAsync(CatalogSnapshot snapshot, CancellationToken cancellation);
}

/// <summary>The catalog in memory, ready to be asked.</summary>
public interface ICatalogIndex
{
    /// <summary>The newest index that this process may have: at most <see cref="Limits.SnapshotAgeMax"/> behind.</summary>
    ValueTask<CatalogIndex> CurrentAsync(CancellationToken cancellation);

    /// <summary>The newest index there is, for who has just changed it: one look at the store.</summary>
    ValueTask<CatalogIndex> NewestAsync(CancellationToken cancellation) => CurrentAsync(cancellation);
}
