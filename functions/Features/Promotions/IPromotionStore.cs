namespace Kundli.Features.Promotions;

/// <summary>Promotions as they are read for a price.</summary>
public interface IPromotionStore
{
    /// <summary>The promotion and how often a customer has used it, or null.</summary>
    Task<(Promotion Promotion, int UsedByCustomer)?> ReadAsync(string code, string customer, CancellationToken cancellation);

    /// <summary>Creates a promotion; false if its code is taken.</summary>
    Task<bool> CreateAsync(Promotion promotion, CancellationToken cancellation);
}

/// <summary>Gift cards as they are read for a price.</summary>
public interface IGiftCardStore
{
    /// <summary>The card, or null when no card has this code.</summary>
    Task<GiftCard?> ReadAsync(string code, CancellationToken cancellation);

    /// <summary>Issues a card under a new code that nobody can guess.</summary>
    /// <returns>The code, which is kept nowhere.</returns>
    Task<string> IssueAsync(Money amount, DateTimeOffset validTo, CancellationToken cancellation);
}
