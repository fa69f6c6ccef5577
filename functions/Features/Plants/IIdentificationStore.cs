namespace Kundli.Features.Plants;

/// <summary>An identification with the version under which it was read.</summary>
/// <param name="Value">The identification.</param>
/// <param name="ETag">Its version; opaque.</param>
public sealed record StoredIdentification(Identification Value, string ETag);

/// <summary>A line of a customer's list.</summary>
/// <param name="Id">The identification.</param>
/// <param name="CreatedAt">When the photos were accepted.</param>
public sealed record IdentificationEntry(string Id, DateTimeOffset CreatedAt);

/// <summary>Where identifications are kept.</summary>
public interface IIdentificationStore
{
    /// <summary>Reads one; null when it is missing or has expired.</summary>
    Task<StoredIdentification?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Writes a new one, and before it the line in its owner's list.</summary>
    /// <returns>Whether it was written, now or by an earlier try.</returns>
    Task<bool> AddAsync(Identification identification, CancellationToken cancellation);

    /// <summary>Writes over exactly the version that was read.</summary>
    /// <returns>The new version, or null when somebody else wrote first.</returns>
    Task<StoredIdentification?> SaveAsync(Identification identification, string etag, CancellationToken cancellation);

    /// <summary>A customer's own, the newest first.</summary>
    Task<Page<IdentificationEntry>> ListAsync(string owner, int limit, string? after, CancellationToken cancellation);

    /// <summary>Removes a line of a customer's list, after what it leads to.</summary>
    Task RemoveEntryAsync(string owner, IdentificationEntry entry, CancellationToken cancellation);

    /// <summary>Removes one with everything noted about it.</summary>
    Task RemoveAsync(string id, CancellationToken cancellation);
}
