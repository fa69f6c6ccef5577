namespace Kundli.Features.Carts;

/// <summary>Loads a cart of the caller, changes it and saves it, again if another request was quicker.</summary>
public sealed class ChangeCart(ICartStore carts)
{
    /// <summary>The changed cart, or the problem that the change names; another's cart is not found.</summary>
    public async Task<Outcome<Cart>> RunAsync(Caller caller, string cartId, Func<Cart, Outcome<Cart>> change, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Limits.ConflictsMax; attempt++)
        {
            if (!IsId(cartId) || await carts.ReadAsync(cartId, cancellation) is not { } read || !read.Cart.IsOf(caller))
                return Problem.NotFound();
            var changed = change(read.Cart);
            if (!changed.IsOk || changed.Value == read.Cart || await carts.SaveAsync(changed.Value, read.Tag, cancellation))
                return changed;
        }
        throw new TimeoutException($"A cart was changed by others {Limits.ConflictsMax} times in a row.");
    }

    /// <summary>Whether a text can be an id at all.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= 64 && text.All(char.IsAsciiLetterOrDigit);
}
