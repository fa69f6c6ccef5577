using Kundli.Features.Identity;

namespace Kundli.Adapters.Documents;

/// <summary>Security events in their customer's partition: <c>customers / {userId} / security|{inverted time}|{random}</c>; only ever created.</summary>
public sealed class SecurityLogStore(IDocuments documents) : ISecurityLog
{
    private const string Prefix = "security|";

    /// <inheritdoc/>
    public async Task AppendAsync(string userId, SecurityEvent entry, CancellationToken cancellation)
    {
        var id = $"{Prefix}{DateTimeOffset.MaxValue.UtcTicks - entry.At.UtcTicks:D19}|{Account.NewId()[..8]}";
        await documents.CreateAsync(PartitionOf(userId), TypedDocuments.Document(id, entry, entry.At + Limits.SecurityLogLife), cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SecurityEvent> ReadAsync(string userId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var document in documents.AllAsync(PartitionOf(userId), IdRange.Prefix(Prefix), cancellation))
            yield return document.Value<SecurityEvent>();
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string userId, CancellationToken cancellation)
    {
        await foreach (var document in documents.AllAsync(PartitionOf(userId), IdRange.Prefix(Prefix), cancellation))
            await documents.RemoveAsync(PartitionOf(userId), document.Id, cancellation);
    }

    private static Partition PartitionOf(string userId) => new(Containers.Customers, userId);
}
