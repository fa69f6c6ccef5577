namespace Kundli.Features.Carts;

/// <summary>
/// At sign-in a guest's cart becomes the member's, or its goods go into the cart that the member has. The member's cart remembers what it has taken in, so that
/// a repetition, also after a death between the two writes, adds nothing twice.
/// </summary>
public sealed class MergeCarts(ICartStore carts, IMemberCarts members, ICartEntries entries, RemindCart remind, TimeProvider time)
{
    /// <summary>The member's open cart afterwards; null when there is neither one nor a guest's. A guest cart that is missing, ordered or another's is passed over.</summary>
    /// <param name="userId">Who has signed in.</param>
    /// <param name="guestCartId">The cart of the visit before, or null.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CartView?> RunAsync(string userId, string? guestCartId, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Limits.ConflictsMax; attempt++)
        {
            var pointer = await members.ReadAsync(userId, cancellation);
            var own = pointer is { } known ? await OpenAsync(userId, known.CartId, cancellation) : null;
            var guest = guestCartId is null || guestCartId == own?.Cart.Id ? null : await OpenAsync(userId, guestCartId, cancellation);
            if (guest is null)
                return own is null ? null : CartView.Of(own.Value.Cart);
            // The guest's cart is the member's from here on, as a cart or as what is left of it.
            await entries.EnterAsync(userId, guest.Value.Cart.Id, cancellation);
            var merged = own is null
                ? await AdoptAsync(userId, guest.Value, pointer?.Tag, cancellation)
                : await TakeInAsync(userId, own.Value, guest.Value, cancellation);
            if (merged is null)
                continue;
            await remind.WatchAsync(merged, cancellation);
            return CartView.Of(merged);
        }
        throw new TimeoutException($"Two carts were changed by others {Limits.ConflictsMax} times in a row.");
    }

    /// <summary>The cart if this member may take it and it can still be changed.</summary>
    private async Task<(Cart Cart, string Tag)?> OpenAsync(string userId, string cartId, CancellationToken cancellation) =>
        ChangeCart.IsId(cartId) && await carts.ReadAsync(cartId, cancellation) is { Cart: { IsOpen: true } cart } read && (cart.CustomerId ?? userId) == userId ? read : null;

    private async Task<Cart?> AdoptAsync(string userId, (Cart Cart, string Tag) guest, string? pointerTag, CancellationToken cancellation)
    {
        var adopted = guest.Cart with { CustomerId = userId, UpdatedAt = time.GetUtcNow() };
        return await carts.SaveAsync(adopted, guest.Tag, cancellation) && await members.SaveAsync(userId, adopted.Id, pointerTag, cancellation) ? adopted : null;
    }

    private async Task<Cart?> TakeInAsync(string userId, (Cart Cart, string Tag) own, (Cart Cart, string Tag) guest, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var merged = own.Cart.Merge(guest.Cart, now);
        if (!ReferenceEquals(merged, own.Cart) && !await carts.SaveAsync(merged, own.Tag, cancellation))
            return null;
        return await carts.SaveAsync(guest.Cart with { CustomerId = userId, MergedInto = merged.Id, UpdatedAt = now }, guest.Tag, cancellation) ? merged : null;
    }
}

/// <summary>Which cart a member fills at the moment.</summary>
public interface IMemberCarts
{
    /// <summary>The id of the cart with the version of this note, or null.</summary>
    Task<(string CartId, string Tag)?> ReadAsync(string userId, CancellationToken cancellation);

    /// <summary>Creates (<paramref name="tag"/> null) or replaces the note.</summary>
    /// <returns>False if it exists already or has changed.</returns>
    Task<bool> SaveAsync(string userId, string cartId, string? tag, CancellationToken cancellation);

    /// <summary>Removes the note.</summary>
    Task RemoveAsync(string userId, CancellationToken cancellation);
}
