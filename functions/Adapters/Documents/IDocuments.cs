namespace Kundli.Adapters.Documents;

/// <summary>One partition of one container: the reach of a batch and of a page.</summary>
/// <param name="Container">A name of <see cref="Containers"/>.</param>
/// <param name="Key">The partition key.</param>
public readonly record struct Partition(string Container, string Key);

/// <summary>A document as it is handed over to be written.</summary>
/// <param name="Id">Its id within the partition.</param>
/// <param name="Body">UTF-8 JSON, at most <see cref="DocumentLimits.BodyBytesMax"/>.</param>
/// <param name="WriteId">Chosen by whoever writes and the same over every retry of one write: it tells a write that did happen from one that somebody else did.</param>
public sealed record NewDocument(string Id, ReadOnlyMemory<byte> Body, string WriteId)
{
    /// <summary>The version of the body's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>From when on the document reads as missing and may be created over; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>A document as it was read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Body">UTF-8 JSON.</param>
/// <param name="Schema">The version of the body's shape.</param>
/// <param name="WriteId">The id of the write that left it so.</param>
/// <param name="ETag">Its version, for conditional writes; opaque.</param>
/// <param name="ExpiresAt">When it reads as missing; null for never.</param>
public sealed record StoredDocument(string Id, ReadOnlyMemory<byte> Body, int Schema, string WriteId, string ETag, DateTimeOffset? ExpiresAt);

/// <summary>One write of a batch: a creation, a replacement or a deletion.</summary>
public abstract record DocumentWrite(string Id)
{
    /// <summary>Writes what must not exist yet.</summary>
    public sealed record Create(NewDocument Document) : DocumentWrite(Document.Id);

    /// <summary>Writes over exactly the version that was read.</summary>
    public sealed record Replace(NewDocument Document, string ETag) : DocumentWrite(Document.Id);

    /// <summary>Removes exactly the version that was read.</summary>
    public sealed record Delete(string DeletedId, string ETag) : DocumentWrite(DeletedId);
}

/// <summary>Whether a conditional write happened. It did not when the document existed already, was changed, or was gone.</summary>
/// <param name="IsDone">The write is stored, by this call or by an earlier try of the same write.</param>
/// <param name="ETag">The new version after a single write; null after a deletion, a batch or a refusal.</param>
public readonly record struct Written(bool IsDone, string? ETag = null);

/// <summary>A half-open range of ids in ordinal order.</summary>
/// <param name="From">First id, inclusive.</param>
/// <param name="To">End, exclusive.</param>
public readonly record struct IdRange(string From, string To)
{
    /// <summary>Every id: the end is above the key alphabet.</summary>
    public static IdRange All { get; } = new("", "~");

    /// <summary>Every id that begins so.</summary>
    public static IdRange Prefix(string prefix) => prefix.Length == 0 ? All : new(prefix, prefix[..^1] + (char)(prefix[^1] + 1));
}

/// <summary>A page of documents in ascending order of their ids.</summary>
/// <param name="Items">The documents.</param>
/// <param name="Next">What to go on after, or null when there is no more.</param>
public sealed record DocumentPage(IReadOnlyList<StoredDocument> Items, string? Next);

/// <summary>
/// The one storage port. Ids compare ordinally; nothing crosses a partition; a write happens entirely or not at all, and only if the document
/// is as the caller last saw it. Throws <see cref="DocumentsUnavailableException"/> when the store does not answer.
/// </summary>
public interface IDocuments
{
    /// <summary>Reads one document; null when it is missing or has expired.</summary>
    Task<StoredDocument?> ReadAsync(Partition partition, string id, CancellationToken cancellation);

    /// <summary>Creates a document, over an expired one if need be.</summary>
    Task<Written> CreateAsync(Partition partition, NewDocument document, CancellationToken cancellation);

    /// <summary>Replaces the version that <paramref name="etag"/> names.</summary>
    Task<Written> ReplaceAsync(Partition partition, NewDocument document, string etag, CancellationToken cancellation);

    /// <summary>Deletes the version that <paramref name="etag"/> names; a document that is gone counts as deleted.</summary>
    Task<Written> DeleteAsync(Partition partition, string id, string etag, CancellationToken cancellation);

    /// <summary>Writes all or nothing in one partition: at most 100 writes and 1 MiB, each id once.</summary>
    Task<Written> BatchAsync(Partition partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation);

    /// <summary>A page of a range, without what has expired.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="range">The ids.</param>
    /// <param name="limit">1 to <see cref="DocumentLimits.PageMax"/>.</param>
    /// <param name="after"><see cref="DocumentPage.Next"/> of the page before, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<DocumentPage> PageAsync(Partition partition, IdRange range, int limit, string? after, CancellationToken cancellation);
}

/// <summary>The store did not answer, or not in time; whether a write happened is not known. The same call with the same write id may be made again.</summary>
public sealed class DocumentsUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
