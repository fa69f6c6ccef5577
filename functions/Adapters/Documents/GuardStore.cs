using Kundli.Adapters.Identity;
using Kundli.Features.Identity;

namespace Kundli.Adapters.Documents;

/// <summary>Counters of failed sign-ins under keyed hashes of account names and addresses.</summary>
public sealed class GuardStore(IDocuments documents, IdentityKeys keys) : IGuardStore
{
    private const string Id = "backoff";

    private readonly KeyedHash _hash = new(keys.For("guard-subject"));

    /// <inheritdoc/>
    public async Task<Backoff?> ReadAsync(string subject, CancellationToken cancellation) =>
        (await documents.ReadAsync<Backoff>(PartitionOf(subject), Id, cancellation))?.Value;

    /// <inheritdoc/>
    public async Task FailAsync(string subject, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Limits.ConflictTriesMax; attempt++)
        {
            var before = await documents.ReadAsync<Backoff>(PartitionOf(subject), Id, cancellation);
            var after = TypedDocuments.Document(Id, Backoff.After(before?.Value, now), now + Limits.BackoffMemory);
            if ((await documents.SaveAsync(PartitionOf(subject), after, before?.ETag, cancellation)).IsDone)
                return;
        }
    }

    /// <inheritdoc/>
    public async Task ClearAsync(string subject, CancellationToken cancellation)
    {
        if (await documents.ReadAsync(PartitionOf(subject), Id, cancellation) is { } guard)
            await documents.DeleteAsync(PartitionOf(subject), Id, guard.ETag, cancellation);
    }

    private Partition PartitionOf(string subject) => new(Containers.Guards, _hash.Of(subject));
}
