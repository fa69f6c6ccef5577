using Kundli.Features.Carts;

namespace Kundli.Adapters.Documents;

/// <summary>Carts: <c>carts / {cartId} / cart</c>, forgotten after <see cref="Limits.Lifetime"/>.</summary>
public sealed class CartStore(IDocuments documents) : ICartStore
{
    internal const string Id = "cart";

    /// <inheritdoc/>
    public async Task<(Cart Cart, string Tag)?> ReadAsync(string cartId, CancellationToken cancellation) =>
        await documents.ReadAsync<Cart>(PartitionOf(cartId), Id, cancellation) is { } read ? (read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(Cart cart, string? tag, CancellationToken cancellation) =>
        (await documents.SaveAsync(PartitionOf(cart.Id), TypedDocuments.Document(Id, cart, cart.UpdatedAt + Limits.Lifetime), tag, cancellation)).IsDone;

    private static Partition PartitionOf(string cartId) => new(Containers.Carts, cartId);
}

/// <summary>The cart that a member fills: <c>customers / {userId} / cart</c>.</summary>
public sealed class MemberCartStore(IDocuments documents) : IMemberCarts
{
    private const string Id = "cart";

    /// <inheritdoc/>
    public async Task<(string CartId, string Tag)?> ReadAsync(string userId, CancellationToken cancellation) =>
        await documents.ReadAsync<Current>(PartitionOf(userId), Id, cancellation) is { } read ? (read.Value.CartId, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(string userId, string cartId, string? tag, CancellationToken cancellation) =>
        (await documents.SaveAsync(PartitionOf(userId), TypedDocuments.Document(Id, new Current(cartId)), tag, cancellation)).IsDone;

    /// <inheritdoc/>
    public async Task RemoveAsync(string userId, CancellationToken cancellation)
    {
        if (await documents.ReadAsync(PartitionOf(userId), Id, cancellation) is { } stored)
            await documents.DeleteAsync(PartitionOf(userId), Id, stored.ETag, cancellation);
    }

    private static Partition PartitionOf(string userId) => new(Containers.Customers, userId);

    private sealed record Current(string CartId)
    {
        public int Schema { get; init; } = 1;
    }
}
