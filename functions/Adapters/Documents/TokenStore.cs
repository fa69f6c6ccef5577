using Kundli.Adapters.Identity;
using Kundli.Features.Identity;

namespace Kundli.Adapters.Documents;

/// <summary>One-time tokens under a keyed hash of their secret or of their phone number.</summary>
public sealed class TokenStore(IDocuments documents, IdentityKeys keys) : ITokenStore
{
    private readonly KeyedHash _hash = new(keys.For("one-time-token"));

    /// <inheritdoc/>
    public async Task<Kept<OneTimeToken>?> ReadAsync(string kind, string key, CancellationToken cancellation) =>
        await documents.ReadAsync<OneTimeToken>(PartitionOf(key), kind, cancellation) is { } read ? new(read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(string key, OneTimeToken token, DateTimeOffset keptUntil, string? version, CancellationToken cancellation) =>
        (await documents.SaveAsync(PartitionOf(key), TypedDocuments.Document(token.Kind, token, keptUntil), version, cancellation)).IsDone;

    /// <inheritdoc/>
    public Task RemoveAsync(string kind, string key, CancellationToken cancellation) => documents.RemoveAsync(PartitionOf(key), kind, cancellation);

    /// <inheritdoc/>
    public async Task<bool> ConsumeAsync(string kind, string key, string version, CancellationToken cancellation)
    {
        // A deletion of what is gone counts as done, so the use is a conditional write, which only one can make.
        var used = TypedDocuments.Document(kind, new OneTimeToken(kind, "", DateTimeOffset.UnixEpoch), DateTimeOffset.UnixEpoch);
        return (await documents.ReplaceAsync(PartitionOf(key), used, version, cancellation)).IsDone;
    }

    private Partition PartitionOf(string key) => new(Containers.Tokens, _hash.Of(key));
}
