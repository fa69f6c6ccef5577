namespace Kundli.Adapters.Documents;

/// <summary>
/// The rules that hold on every store: keys and sizes are checked, an expired document reads as missing and may be created over, and a write
/// whose answer was lost is judged by what lies there. A batch is judged by one document in it, one that it creates if there is one: it was written
/// with the others or not at all.
/// </summary>
public sealed class JudgedDocuments(IDocumentStore store, TimeProvider time) : IDocuments
{
    private const int TriesMax = 4;
    private static readonly TimeSpan RetryPause = TimeSpan.FromMilliseconds(40);

    /// <inheritdoc/>
    public async Task<StoredDocument?> ReadAsync(Partition partition, string id, CancellationToken cancellation)
    {
        Check(partition);
        DocumentLimits.CheckKey(id);
        return Living(await store.ReadAsync(partition, id, cancellation));
    }

    /// <inheritdoc/>
    public Task<Written> CreateAsync(Partition partition, NewDocument document, CancellationToken cancellation) =>
        BatchAsync(partition, [new DocumentWrite.Create(document)], cancellation);

    /// <inheritdoc/>
    public Task<Written> ReplaceAsync(Partition partition, NewDocument document, string etag, CancellationToken cancellation) =>
        BatchAsync(partition, [new DocumentWrite.Replace(document, etag)], cancellation);

    /// <inheritdoc/>
    public Task<Written> DeleteAsync(Partition partition, string id, string etag, CancellationToken cancellation) =>
        BatchAsync(partition, [new DocumentWrite.Delete(id, etag)], cancellation);

    /// <inheritdoc/>
    public async Task<Written> BatchAsync(Partition partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        Check(partition);
        DocumentLimits.CheckBatch(writes);
        var asked = writes;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await store.WriteAsync(partition, writes, cancellation);
            if (answer.Kind == StoreAnswerKind.Done)
                return new(true, answer.ETag);
            if (await HappenedAsync(partition, asked, cancellation) is { } happened)
                return happened;
            if (answer.Kind == StoreAnswerKind.Refused)
            {
                if (await PossibleAsync(partition, asked, cancellation) is not { } possible)
                    return new(false);
                writes = possible;
            }
            if (attempt == TriesMax)
                throw new DocumentsUnavailableException($"No certain answer to a write in {partition.Container} after {TriesMax} tries.");
            await Task.Delay(RetryPause * attempt, time, cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task<DocumentPage> PageAsync(Partition partition, IdRange range, int limit, string? after, CancellationToken cancellation)
    {
        Check(partition);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, DocumentLimits.PageMax);
        var items = new List<StoredDocument>(limit);
        // The smallest id above one is that id with the lowest character behind it. What a client made up must not reach what lies before the range.
        var from = after is null || string.CompareOrdinal(after, range.From) < 0 ? range.From : after + " ";
        while (true)
        {
            // One more than is left tells whether there is a next page.
            var asked = limit + 1 - items.Count;
            var found = await store.RangeAsync(partition, range with { From = from }, asked, cancellation);
            foreach (var document in found)
            {
                if (Living(document) is null)
                    continue;
                if (items.Count == limit)
                    return new(items, items[^1].Id);
                items.Add(document);
            }
            // What had expired left room: read on until the page is full or the range is at its end.
            if (found.Count < asked)
                return new(items, null);
            from = found[^1].Id + " ";
        }
    }

    private StoredDocument? Living(StoredDocument? document) => document?.ExpiresAt <= time.GetUtcNow() ? null : document;

    private static void Check(Partition partition)
    {
        ArgumentException.ThrowIfNullOrEmpty(partition.Container);
        DocumentLimits.CheckKey(partition.Key);
    }

    private async Task<Written?> HappenedAsync(Partition partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        var marker = MarkerOf(writes);
        var stored = await store.ReadAsync(partition, marker.Id, cancellation);
        if (DocumentLimits.DocumentOf(marker) is { } document)
            return stored?.WriteId == document.WriteId ? new Written(true, writes.Count == 1 ? stored.ETag : null) : null;
        return stored is null ? new Written(true) : null;
    }

    // What was created is seldom written over a moment later; what was replaced (a stock level, a counter) often is.
    private static DocumentWrite MarkerOf(IReadOnlyList<DocumentWrite> writes) =>
        writes.FirstOrDefault(write => write is DocumentWrite.Create) ?? writes.FirstOrDefault(write => write is DocumentWrite.Replace) ?? writes[0];

    // After a refusal: null where a condition visibly doesn't hold. Where all of them hold, an expired document is in the way and is now
    // replaced, or the read was older than the refusal and the next look is newer.
    private async Task<IReadOnlyList<DocumentWrite>?> PossibleAsync(Partition partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        var possible = new List<DocumentWrite>(writes.Count);
        foreach (var write in writes)
        {
            var stored = await store.ReadAsync(partition, write.Id, cancellation);
            DocumentWrite? next = write switch
            {
                DocumentWrite.Create => stored is null ? write : null,
                DocumentWrite.Replace replace => stored?.ETag == replace.ETag ? write : null,
                DocumentWrite.Delete delete => stored?.ETag == delete.ETag ? write : null,
                _ => null,
            };
            // A newer look than the one before shows this very write: the next one will say so.
            if (stored is not null && stored.WriteId == DocumentLimits.DocumentOf(write)?.WriteId)
                next = write;
            if (next is null && write is DocumentWrite.Create create && stored is not null && Living(stored) is null)
                next = new DocumentWrite.Replace(create.Document, stored.ETag);
            if (next is null)
                return null;
            possible.Add(next);
        }
        return possible;
    }
}
