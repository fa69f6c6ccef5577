using Kundli.Features.Delivery;
using Kundli.Features.Idempotency;
using Kundli.Features.Pricing;

namespace Kundli.Features.Carts;

/// <summary>One SKU of a cart.</summary>
/// <param name="Sku">Stock-keeping unit.</param>
/// <param name="Slug">Its product.</param>
/// <param name="Quantity">How many.</param>
public sealed record CartItemView(string Sku, string Slug, int Quantity);

/// <summary>A cart as its owner sees it; prices stand in the summary.</summary>
/// <param name="Id">Its unguessable name.</param>
/// <param name="Items">What is in it.</param>
/// <param name="DeliveryMethod">How the goods shall come.</param>
/// <param name="DeliveryAddress">Where to, or null.</param>
/// <param name="Promotion">The promotion code, or null.</param>
/// <param name="GiftCards">Last four characters of the gift cards.</param>
/// <param name="OrderId">The order that was made of it, or null.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
/// <param name="MergedInto">The member's cart that took its goods in, or null.</param>
public sealed record CartView(
    string Id, IReadOnlyList<CartItemView> Items, DeliveryMethod DeliveryMethod, Address? DeliveryAddress, string? Promotion, IReadOnlyList<string> GiftCards,
    string? OrderId, DateTimeOffset UpdatedAt, string? MergedInto = null)
{
    /// <summary>The view of a cart.</summary>
    public static CartView Of(Cart cart) => new(
        cart.Id, [.. cart.Items.Select(item => new CartItemView(item.Sku, item.Slug, item.Quantity))], cart.Method, cart.Address, cart.Promotion,
        [.. cart.GiftCards.Select(code => code[^Math.Min(4, code.Length)..])], cart.OrderId, cart.UpdatedAt, cart.MergedInto);
}

/// <summary>Makes an empty cart.</summary>
public sealed class CreateCart(ICartStore carts, IMemberCarts members, ICartEntries entries, CreateOnce once, TimeProvider time)
{
    /// <summary>The new cart, once per key; a member's belongs to that member from the start and is the one that the next visit finds.</summary>
    public Task<Outcome<CartView>> RunAsync(Caller caller, OnceKey key, CancellationToken cancellation) =>
        once.RunAsync(key, id => MakeAsync(caller, id, cancellation), cancellation);

    private async Task<Outcome<CartView>> MakeAsync(Caller caller, string id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var cart = new Cart { Id = id, CustomerId = caller.UserId, CreatedAt = now, UpdatedAt = now };
        // The list entry first: an entry without a cart is harmless, a cart that nobody finds again is not.
        if (caller.UserId is { } user)
            await entries.EnterAsync(user, id, cancellation);
        if (await carts.SaveAsync(cart, null, cancellation))
        {
            // Should another request of the member have been quicker, its cart is the newer one just as well.
            if (caller.UserId is { } userId)
                await members.SaveAsync(userId, id, (await members.ReadAsync(userId, cancellation))?.Tag, cancellation);
            return CartView.Of(cart);
        }
        return await carts.ReadAsync(id, cancellation) is { } read && read.Cart.IsOf(caller) ? CartView.Of(read.Cart) : Problem.NotFound();
    }
}

/// <summary>Reads a cart.</summary>
public sealed class ReadCart(ICartStore carts)
{
    /// <summary>The caller's cart.</summary>
    public async Task<Outcome<CartView>> RunAsync(Caller caller, string cartId, CancellationToken cancellation) =>
        ChangeCart.IsId(cartId) && await carts.ReadAsync(cartId, cancellation) is { } read && read.Cart.IsOf(caller) ? CartView.Of(read.Cart) : Problem.NotFound();
}
