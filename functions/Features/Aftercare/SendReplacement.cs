using Kundli.Features.Carts;
using Kundli.Features.Checkout;
using Kundli.Features.Delivery;
using Kundli.Features.Due;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;

namespace Kundli.Features.Aftercare;

/// <summary>
/// Orders damaged goods once more: an order that costs nothing, made by the same road as every other, so that stock, seasons and parcels are kept. Its id follows from
/// the claim; one that ended for want of goods is followed by the next.
/// </summary>
public sealed class SendReplacement(PriceCart price, IOrderStore orders, DriveOrder drive, IDueMarkers due, ShopPolicy policy, TimeProvider time)
{
    private const int AttemptsMax = 10;

    /// <summary>The order that replaces the goods; <c>out-of-stock</c>, or the reason why they can't travel there.</summary>
    public async Task<Outcome<Order>> RunAsync(Order original, DamageClaim claim, CancellationToken cancellation)
    {
        var line = original.Lines.First(line => line.Sku == claim.Sku);
        var cart = new Cart
        {
            Id = $"replacement-{claim.Id}",
            CustomerId = original.CustomerId,
            Items = [new CartItem(claim.Sku, line.Slug, claim.Quantity, Money.Zero)],
            CreatedAt = claim.At,
            UpdatedAt = claim.At,
        };
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var found = (await orders.ReadAsync(Order.IdOf(cart.Id, attempt), cancellation))?.Order;
            if (found is { State: OrderState.Cancelled })
                continue;
            var order = found is null ? await MakeAsync(original, cart, attempt, claim, cancellation) : found;
            if (!order.IsOk)
                return order.Problem;
            await due.SetAsync(new DueMarker(DriveOrder.MarkerKind, order.Value.Id, time.GetUtcNow() + policy.RedriveAfter), cancellation);
            if (found is null)
                await orders.CreateAsync(order.Value, cancellation);
            return await drive.HoldAsync(order.Value, cancellation);
        }
        return Stock.StockProblems.OutOfStock(claim.Sku);
    }

    private async Task<Outcome<Order>> MakeAsync(Order original, Cart cart, int attempt, DamageClaim claim, CancellationToken cancellation)
    {
        var summary = original.Summary;
        var method = summary.Fulfilment.Kind == FulfilmentKind.Pickup ? DeliveryMethod.Pickup : DeliveryMethod.Standard;
        var priced = await price.RunAsync(cart, new PriceTerms(method, summary.DeliveryAddress, summary.BillingAddress, summary.Customer, PaymentMethod.Cod, summary.Email, summary.Phone, TermsAccepted: true), cancellation);
        if (priced.Goods.Count == 0)
            return Stock.StockProblems.OutOfStock(claim.Sku);
        if (priced.Problems.Count > 0)
            return Problem.Invalid([.. priced.Problems]);
        var hash = PlaceOrder.HashOf(claim.Id);
        var free = Free(priced.Summary);
        return MakeOrder.Of(cart, attempt, priced with { Summary = free with { SummaryHash = SummaryArithmetic.Hash(free) } }, hash, hash, time.GetUtcNow(), policy) with { ReplacementOf = original.Id };
    }

    private static OrderSummary Free(OrderSummary summary) => summary with
    {
        Items =
        [
            .. summary.Items.Select(item => item with
            {
                UnitPrice = Money.Zero, OriginalUnitPrice = Money.Zero, LineOriginal = Money.Zero, LineSavings = Money.Zero, LineDiscount = Money.Zero, LineTax = Money.Zero, LineTotal = Money.Zero,
            }),
        ],
        Fulfilment = summary.Fulfilment with { Fee = Money.Zero },
        Payment = summary.Payment with { Surcharge = Money.Zero },
        Totals = new SummaryTotals(
            Money.Zero, Money.Zero, Money.Zero, Money.Zero, Money.Zero, [], Money.Zero, Money.Zero, Money.Zero, Money.Zero, Money.Zero, Money.Zero),
    };
}
