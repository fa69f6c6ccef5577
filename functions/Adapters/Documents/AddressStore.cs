using Kundli.Features.Addresses;

namespace Kundli.Adapters.Documents;

/// <summary>Addresses in their customer's partition: <c>customers / {userId} / address|{id}</c>.</summary>
public sealed class AddressStore(IDocuments documents) : IAddressStore
{
    private const string Prefix = "address|";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(KeptAddress Address, string Version)>> ListAsync(string userId, CancellationToken cancellation) =>
        [.. (await documents.PageAsync(PartitionOf(userId), IdRange.Prefix(Prefix), DocumentLimits.PageMax, null, cancellation)).Items.Select(item => (item.Value<KeptAddress>(), item.ETag))];

    /// <inheritdoc/>
    public async Task<(KeptAddress Address, string Version)?> ReadAsync(string userId, string id, CancellationToken cancellation) =>
        IsId(id) && await documents.ReadAsync<KeptAddress>(PartitionOf(userId), Prefix + id, cancellation) is { } read ? (read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<string?> SaveAsync(string userId, KeptAddress address, string? version, CancellationToken cancellation) =>
        await documents.SaveAsync(PartitionOf(userId), TypedDocuments.Document(Prefix + address.Id, address), version, cancellation) is { IsDone: true } written ? written.ETag : null;

    /// <inheritdoc/>
    public Task RemoveAsync(string userId, string id, CancellationToken cancellation) => documents.RemoveAsync(PartitionOf(userId), Prefix + id, cancellation);

    /// <summary>Ids come from routes; what is none finds nothing.</summary>
    private static bool IsId(string text) => text.Length is > 0 and <= 64 && text.All(char.IsAsciiLetterOrDigit);

    private static Partition PartitionOf(string userId) => new(Containers.Customers, userId);
}
