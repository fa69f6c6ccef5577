using FluentValidation;
using Kundli.Features.Catalog;

namespace Kundli.Features.Carts;

/// <summary>How many of a SKU the cart shall hold.</summary>
/// <param name="Quantity">0 removes it.</param>
public sealed record PutItemRequest(int Quantity);

/// <summary>How many may be asked for.</summary>
public sealed class PutItemRules : AbstractValidator<PutItemRequest>
{
    /// <summary>Declares the rules.</summary>
    public PutItemRules() =>
        RuleFor(request => request.Quantity).InclusiveBetween(0, Limits.QuantityMax).WithMessage($"must be from 0 to {Limits.QuantityMax}.");
}

/// <summary>Puts a quantity of a SKU into a cart.</summary>
public sealed class PutItem(ICatalogIndex catalog, ChangeCart change, RemindCart remind, TimeProvider time)
{
    /// <summary>The cart afterwards. An unknown SKU is an invalid field, unless it is to be removed.</summary>
    public async Task<Outcome<CartView>> RunAsync(Caller caller, string cartId, string sku, PutItemRequest request, CancellationToken cancellation)
    {
        var product = (await catalog.CurrentAsync(cancellation)).BySku(sku);
        if (product is null && request.Quantity > 0)
            return CartProblems.UnknownSku(sku);
        var price = product?.VariantOf(sku)?.Price ?? Money.Zero;
        var wasEmpty = false;
        var changed = await change.RunAsync(caller, cartId, cart =>
        {
            wasEmpty = cart.Items.Count == 0;
            return cart.Put(sku, product?.Slug ?? "", request.Quantity, price, time.GetUtcNow());
        }, cancellation);
        if (wasEmpty && changed is { IsOk: true, Value.Items.Count: > 0 })
            await remind.WatchAsync(changed.Value, cancellation);
        return changed.Map(CartView.Of);
    }
}
