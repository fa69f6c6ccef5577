using Kundli.Features.Carts;

namespace Kundli.Adapters.Documents;

/// <summary>Carts: <c>carts / {cartId} / cart</c>, forgotten after <see cref="Limits.Lifetime"/>.</summary>
public sealed class CartStore(IDocuments documents) : ICartStore
{
    private const string Id = "cart";

    /// <inheritdoc/>
    public async Task<(Cart Cart, string Tag)?> ReadAsync(string cartId, CancellationToken cancellation) =>
        await documents.ReadAsync<Cart>(PartitionOf(cartId), Id, cancellation) is { } read ? (read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(Cart cart, string? tag, CancellationToken cancellation) =>
        (await documents.SaveAsync(PartitionOf(cart.Id), TypedDocuments.Document(Id, cart, cart.UpdatedAt + Limits.Lifetime), tag, cancellation)).IsDone;

    private static Partition PartitionOf(string cartId) => new(Containers.Carts, cartId);
}
