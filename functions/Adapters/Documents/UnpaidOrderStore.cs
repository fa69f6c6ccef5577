using Kundli.Adapters.Identity;
using Kundli.Features.Checkout;

namespace Kundli.Adapters.Documents;

/// <summary>Who holds what unpaid: <c>guards / {keyed hash of the subject} / unpaid</c>; no name, number or address stands in it.</summary>
/// <param name="documents">The documents.</param>
/// <param name="key">Of the hash.</param>
public sealed class UnpaidOrderStore(IDocuments documents, byte[] key) : IUnpaidOrderStore
{
    private const string Id = "unpaid";

    private readonly KeyedHash _hash = new(key);

    /// <inheritdoc/>
    public async Task<(UnpaidOrders Held, string? Tag)> ReadAsync(string subject, CancellationToken cancellation) =>
        await documents.ReadAsync<UnpaidOrders>(PartitionOf(subject), Id, cancellation) is { } read ? (read.Value, read.ETag) : (UnpaidOrders.None, null);

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(string subject, UnpaidOrders held, string? tag, CancellationToken cancellation) =>
        (await documents.SaveAsync(PartitionOf(subject), TypedDocuments.Document(Id, held, held.Orders.Max(order => order.Until)), tag, cancellation)).IsDone;

    private Partition PartitionOf(string subject) => new(Containers.Guards, _hash.Of(subject));
}
