using Kundli.Features.Pricing;

namespace Kundli.Features.Carts;

/// <summary>Says what a cart costs now, in the shape of the order summary.</summary>
public sealed class SummariseCart(ICartStore carts, PriceCart price)
{
    /// <summary>The summary of the caller's cart.</summary>
    public async Task<Outcome<OrderSummary>> RunAsync(Caller caller, string cartId, PaymentMethod payment, CancellationToken cancellation)
    {
        if (!ChangeCart.IsId(cartId) || await carts.ReadAsync(cartId, cancellation) is not { } read || !read.Cart.IsOf(caller))
            return Problem.NotFound();
        return (await price.RunAsync(read.Cart, new PriceTerms(read.Cart.Method, read.Cart.Address, Payment: payment), cancellation)).Summary;
    }
}
