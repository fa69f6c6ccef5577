namespace Kundli.Adapters.Documents;

/// <summary>
/// What a vendor's store must be able to do, without expiry and without judging a lost answer: <see cref="JudgedDocuments"/> adds both, once for
/// all stores.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Reads one document, expired or not.</summary>
    /// <exception cref="DocumentsUnavailableException">The store did not answer.</exception>
    Task<StoredDocument?> ReadAsync(Partition partition, string id, CancellationToken cancellation);

    /// <summary>The first documents of a range in ascending order, expired or not.</summary>
    /// <exception cref="DocumentsUnavailableException">The store did not answer.</exception>
    Task<IReadOnlyList<StoredDocument>> RangeAsync(Partition partition, IdRange range, int limit, CancellationToken cancellation);

    /// <summary>Writes all or nothing.</summary>
    /// <returns>What is known about it; the new version where it was a single write.</returns>
    Task<StoreAnswer> WriteAsync(Partition partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation);
}

/// <summary>What a store says of a write.</summary>
/// <param name="Kind">What is known.</param>
/// <param name="ETag">The new version of a single write.</param>
public readonly record struct StoreAnswer(StoreAnswerKind Kind, string? ETag = null);

/// <summary>What is known of a write.</summary>
public enum StoreAnswerKind
{
    /// <summary>It is stored.</summary>
    Done,

    /// <summary>A condition did not hold: exists already, changed, or gone. It may have been this very write's own first try that changed it.</summary>
    Refused,

    /// <summary>No answer came: it may be stored or not.</summary>
    Unknown,
}
