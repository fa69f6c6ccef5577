using Kundli.Features.Privacy;

namespace Kundli.Adapters.Documents;

/// <summary>Erasures in their customer's partition, where they stay when everything else is gone: <c>customers / {userId} / erasure</c>.</summary>
public sealed class ErasureNoteStore(IDocuments documents) : IErasureNotes
{
    private const string Id = "erasure";

    /// <inheritdoc/>
    public async Task<(ErasureNote Note, string Version)?> ReadAsync(string userId, CancellationToken cancellation) =>
        await documents.ReadAsync<ErasureNote>(PartitionOf(userId), Id, cancellation) is { } read ? (read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(ErasureNote note, string? version, CancellationToken cancellation) =>
        (await documents.SaveAsync(PartitionOf(note.UserId), TypedDocuments.Document(Id, note), version, cancellation)).IsDone;

    private static Partition PartitionOf(string userId) => new(Containers.Customers, userId);
}
