using Kundli.Features.Carts;
using Kundli.Features.Catalog;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;

namespace Kundli.Features.Checkout;

/// <summary>Makes the order of a priced cart.</summary>
internal static class MakeOrder
{
    /// <summary>The order of a cart, in state <c>placing</c>.</summary>
    public static Order Of(Cart cart, int attempt, PricedCart priced, string keyHash, string bodyHash, DateTimeOffset now, ShopPolicy policy)
    {
        var id = Order.IdOf(cart.Id, attempt);
        var online = priced.Summary.Totals.Due.Amount > 0 && priced.Summary.Payment.Method is PaymentMethod.Card or PaymentMethod.Upi;
        return new Order
        {
            Id = id,
            Number = Order.NumberOf(id),
            CartId = cart.Id,
            Attempt = attempt,
            CustomerId = cart.CustomerId,
            KeyHash = keyHash,
            BodyHash = bodyHash,
            State = OrderState.Placing,
            History = [new OrderEvent(OrderState.Placing, now, null)],
            PlacedAt = now,
            PayBy = now + policy.PaymentWindow,
            Summary = priced.Summary with { Messages = null, MessagesHindi = null },
            Lines = [.. priced.Goods.Zip(priced.Summary.Items, (entry, item) => LineOf(entry.Product, item, now))],
            Payment = new OrderPayment(priced.Summary.Payment.Method, online ? PaymentState.Pending : PaymentState.None, null, null, Money.Zero, Money.Zero),
            Promotion = priced.Promotion?.Code,
            GiftCards = priced.GiftCards,
            DispatchOn = priced.Offer.DispatchOn,
            Wait = priced.Offer.Wait,
        };
    }

    private static OrderLine LineOf(Product product, SummaryItem item, DateTimeOffset now) => new(
        item.Sku, product.Slug, item.Title, item.Quantity, product.Kind, product.Hsn, product.Unit, product.RateOn(Days.Of(now)).MilliPercent,
        product.VariantOf(item.Sku)!.WeightGrams * item.Quantity)
    {
        Plant = product.VariantOf(item.Sku)!.Offer == "plantItForMe" ? product.Attributes.GetValueOrDefault("plant")?.FirstOrDefault() : null,
    };
}
