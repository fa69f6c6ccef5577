namespace Kundli.Features.Promotions;

/// <summary>Promotions as they are read for a price.</summary>
public interface IPromotionStore
{
    /// <summary>The promotion and how often a customer has used it, or null.</summary>
    Task<(Promotion Promotion, int UsedByCustomer)?> ReadAsync(string code, string customer, CancellationToken cancellation);
}

/// <summary>Gift cards as they are read for a price.</summary>
public interface IGiftCardStore
{
    /// <summary>The card, or null when no card has this code.</summary>
    Task<GiftCard?> ReadAsync(string code, CancellationToken cancellation);
}
