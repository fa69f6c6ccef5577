namespace Kundli.Features.Promotions;

/// <summary>What one order uses of promotion and cards.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Customer">Member id, or the cart's for a guest.</param>
/// <param name="Promotion">The code, or null.</param>
/// <param name="GiftCards">What is taken from each card.</param>
public sealed record DiscountUse(string OrderId, string Customer, string? Promotion, IReadOnlyList<GiftCardUse> GiftCards);

/// <summary>
/// The uses of promotions and the balances of gift cards. Each order's use is written with the counter or balance that it changes, and stays as a tombstone
/// after it was released: every call may be repeated, and a late one does nothing.
/// </summary>
public interface IDiscountLedger
{
    /// <summary>Takes everything that the order uses; <c>discount-gone</c> when a limit was reached or a balance spent in the meantime.</summary>
    Task<Outcome<bool>> TakeAsync(DiscountUse use, CancellationToken cancellation);

    /// <summary>Gives a part of what an order took from a card back onto it, once for each refund; nothing after all of it was released.</summary>
    Task GiveBackAsync(string orderId, string refundId, GiftCardUse back, CancellationToken cancellation);

    /// <summary>Gives everything back that was not given back yet, and closes what was not taken yet.</summary>
    Task ReleaseAsync(DiscountUse use, CancellationToken cancellation);
}

/// <summary>Expected failures of discounts.</summary>
public static class DiscountProblems
{
    /// <summary>A promotion was used up, or a card was spent, between summary and checkout.</summary>
    public static Problem Gone(string detail) => new("discount-gone", "A promotion or gift card can't be used any more.") { Detail = detail };
}
