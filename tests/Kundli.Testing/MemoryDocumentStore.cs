using Kundli.Adapters.Documents;

namespace Kundli.Testing;

/// <summary>
/// Documents in memory, with the same conditions as the real stores and faults to order: what a test says in <see cref="Before"/> and
/// <see cref="After"/> happens around each call, so that a write may be refused before it is stored or lose its answer after it.
/// </summary>
public sealed class MemoryDocumentStore : IDocumentStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Partition, SortedDictionary<string, StoredDocument>> _partitions = [];
    private long _version;

    /// <summary>Calls so far: reads, ranges and writes.</summary>
    public int Calls { get; private set; }

    /// <summary>Runs before a call reaches the store; what it throws, the caller gets, and nothing is stored.</summary>
    public Action<StoreCall>? Before { get; set; }

    /// <summary>Runs after a call was carried out; a write for which it answers true is stored but its answer is lost.</summary>
    public Func<StoreCall, bool>? After { get; set; }

    /// <summary>Every document, for ledgers and scans at the end of a test.</summary>
    public IReadOnlyList<(Partition Partition, StoredDocument Document)> All
    {
        get
        {
            lock (_gate)
                return [.. _partitions.SelectMany(partition => partition.Value.Values.Select(document => (partition.Key, document)))];
        }
    }

    public Task<StoredDocument?> ReadAsync(Partition partition, string id, CancellationToken cancellation) =>
        Task.FromResult(Call(new(StoreCallKind.Read, partition, id), () => In(partition).GetValueOrDefault(id)).Result);

    public Task<IReadOnlyList<StoredDocument>> RangeAsync(Partition partition, IdRange range, int limit, CancellationToken cancellation) =>
        Task.FromResult(Call<IReadOnlyList<StoredDocument>>(new(StoreCallKind.Range, partition, range.From), () =>
            [.. In(partition).Where(item => string.CompareOrdinal(item.Key, range.From) >= 0 && string.CompareOrdinal(item.Key, range.To) < 0).Select(item => item.Value).Take(limit)]).Result);

    public Task<StoreAnswer> WriteAsync(Partition partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        var (answer, isLost) = Call(new(StoreCallKind.Write, partition, writes[0].Id), () => Write(partition, writes));
        return Task.FromResult(isLost ? new StoreAnswer(StoreAnswerKind.Unknown) : answer);
    }

    private (T Result, bool IsLost) Call<T>(StoreCall call, Func<T> act)
    {
        lock (_gate)
            Calls++;
        Before?.Invoke(call);
        T result;
        lock (_gate)
            result = act();
        return (result, After?.Invoke(call) ?? false);
    }

    private SortedDictionary<string, StoredDocument> In(Partition partition) =>
        _partitions.TryGetValue(partition, out var documents) ? documents : _partitions[partition] = new(StringComparer.Ordinal);

    private StoreAnswer Write(Partition partition, IReadOnlyList<DocumentWrite> writes)
    {
        var documents = In(partition);
        foreach (var write in writes)
        {
            var stored = documents.GetValueOrDefault(write.Id);
            var holds = write switch
            {
                DocumentWrite.Create => stored is null,
                DocumentWrite.Replace replace => stored?.ETag == replace.ETag,
                DocumentWrite.Delete delete => stored?.ETag == delete.ETag,
                _ => false,
            };
            if (!holds)
                return new(StoreAnswerKind.Refused);
        }
        string? etag = null;
        foreach (var write in writes)
        {
            var document = write switch { DocumentWrite.Create create => create.Document, DocumentWrite.Replace replace => replace.Document, _ => null };
            if (document is null)
                documents.Remove(write.Id);
            else
                documents[write.Id] = new(document.Id, document.Body.ToArray(), document.Schema, document.WriteId, etag = $"v{++_version}", document.ExpiresAt);
        }
        return new(StoreAnswerKind.Done, writes.Count == 1 ? etag : null);
    }
}

/// <summary>One call to the store, as a fault sees it.</summary>
public readonly record struct StoreCall(StoreCallKind Kind, Partition Partition, string Id);

public enum StoreCallKind
{
    Read,
    Range,
    Write,
}
