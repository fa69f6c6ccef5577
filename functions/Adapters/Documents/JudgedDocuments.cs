namespace Kundli.Adapters.Documents;

/// <summary>
/// The rules that hold on every store: keys and sizes are checked, an expired document reads as missing and may be created over, and a write
/// whose answer was lost is judged by what lies there. A batch is judged by its first document: it was written with the others or not at all.
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
        for (var attempt = 1; ; attempt++)
        {
            var answer = await store.WriteAsync(partition, writes, cancellation);
            if (answer.Kind == StoreAnswerKind.Done)
                return new(true, answer.ETag);
            if (await HappenedAsync(partition, writes, cancellation) is { } happened)
                return happened;
            if (answer.Kind == StoreAnswerKind.Refused)
            {
                // Once only: whoever creates over the same expired document at the same time has won.
                if (attempt > 1 || await OverExpiredAsync(partition, writes, cancellation) is not { } over)
                    return new(false);
                writes = over;
                continue;
            }
            if (attempt == TriesMax)
                throw new DocumentsUnavailableException($"No answer to a write in {partition.Container} after {TriesMax} tries.");
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
        // The smallest id above one is that id with the lowest character behind it.
        var from = after is null ? range.From : after + " ";
        while (true)
        {
            var found = await store.RangeAsync(partition, range with { From = from }, limit + 1 - items.Count, cancellation);
            foreach (var document in found)
            {
                if (Living(document) is null)
                    continue;
                if (items.Count == limit)
                    return new(items, items[^1].Id);
                items.Add(document);
            }
            // What had expired left room: read on until the page is full or the range is at its end.
            if (found.Count == 0)
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
        var marker = writes.FirstOrDefault(write => write is not DocumentWrite.Delete) ?? writes[0];
        var stored = await store.ReadAsync(partition, marker.Id, cancellation);
        if (DocumentLimits.DocumentOf(marker) is { } document)
            return stored?.WriteId == document.WriteId ? new Written(true, writes.Count == 1 ? stored.ETag : null) : null;
        return stored is null ? new Written(true) : null;
    }

    private async Task<IReadOnlyList<DocumentWrite>?> OverExpiredAsync(Partition partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        var changed = false;
        var over = new List<DocumentWrite>(writes.Count);
        foreach (var write in writes)
        {
            if (write is DocumentWrite.Create create && await store.ReadAsync(partition, write.Id, cancellation) is { } stored)
            {
                if (Living(stored) is not null)
                    return null;
                over.Add(new DocumentWrite.Replace(create.Document, stored.ETag));
                changed = true;
            }
            else
            {
                over.Add(write);
            }
        }
        return changed ? over : null;
    }
}
