using Kundli.Features.Carts;

namespace Kundli.Adapters.Documents;

/// <summary>
/// A member's carts: <c>customers / {userId} / cart|{cartId}</c>. Entries have no end of their own, since a cart lives on with every change; those whose cart has
/// expired lead nowhere.
/// </summary>
public sealed class CartEntryStore(IDocuments documents, ICartStore carts) : ICartEntries
{
    private const string Prefix = "cart|";

    /// <inheritdoc/>
    public async Task EnterAsync(string userId, string cartId, CancellationToken cancellation) =>
        await documents.CreateAsync(CustomerOf(userId), TypedDocuments.Document(Prefix + cartId, new Entry(cartId)), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(string userId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in documents.AllAsync(CustomerOf(userId), IdRange.Prefix(Prefix), cancellation))
            yield return entry.Id[Prefix.Length..];
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string userId, string cartId, CancellationToken cancellation)
    {
        if (await carts.ReadAsync(cartId, cancellation) is { Cart: var cart } && cart.CustomerId == userId)
            await documents.RemoveAsync(new Partition(Containers.Carts, cartId), CartStore.Id, cancellation);
        await documents.RemoveAsync(CustomerOf(userId), Prefix + cartId, cancellation);
    }

    private static Partition CustomerOf(string userId) => new(Containers.Customers, userId);

    private sealed record Entry(string CartId)
    {
        public int Schema { get; init; } = 1;
    }
}
