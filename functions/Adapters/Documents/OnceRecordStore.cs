using Kundli.Features.Idempotency;

namespace Kundli.Adapters.Documents;

/// <summary>Idempotency keys: <c>idempotency / {hash of scope, route and key} / record</c>, gone after a day.</summary>
public sealed class OnceRecordStore(IDocuments documents) : IOnceRecords
{
    private const string Id = "record";

    /// <inheritdoc/>
    public async Task<(OnceRecord Record, string Version)?> ReadAsync(string name, CancellationToken cancellation) =>
        await documents.ReadAsync<OnceRecord>(PartitionOf(name), Id, cancellation) is { } read ? (read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(string name, OnceRecord record, string? version, DateTimeOffset keptUntil, CancellationToken cancellation) =>
        (await documents.SaveAsync(PartitionOf(name), TypedDocuments.Document(Id, record, keptUntil), version, cancellation)).IsDone;

    private static Partition PartitionOf(string name) => new(Containers.Idempotency, name);
}
