using System.Runtime.CompilerServices;
using Kundli.Features.Privacy;

namespace Kundli.Features.Carts;

/// <summary>Which carts are a member's: a list in the member's partition, entered before the cart is.</summary>
public interface ICartEntries
{
    /// <summary>Enters a cart into its member's list; twice is once.</summary>
    Task EnterAsync(string userId, string cartId, CancellationToken cancellation);

    /// <summary>The ids of a member's carts; some may be gone.</summary>
    IAsyncEnumerable<string> ListAsync(string userId, CancellationToken cancellation);

    /// <summary>Removes a cart, if it is this member's, and then its entry.</summary>
    Task RemoveAsync(string userId, string cartId, CancellationToken cancellation);
}

/// <summary>The carts of a member, in export and erasure.</summary>
public sealed class CartRecords(ICartStore carts, IMemberCarts members, ICartEntries entries) : IPersonalRecords
{
    /// <inheritdoc/>
    public string Section => "carts";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var id in entries.ListAsync(userId, cancellation))
            if (await carts.ReadAsync(id, cancellation) is { Cart: var cart } && cart.CustomerId == userId)
                yield return CartView.Of(cart);
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        await foreach (var id in entries.ListAsync(userId, cancellation))
            await entries.RemoveAsync(userId, id, cancellation);
        await members.RemoveAsync(userId, cancellation);
        return Erasure.Done;
    }
}
