using Kundli.Features.Pricing;

namespace Kundli.Features.Promotions;

/// <summary>What code and cards of a cart would take off.</summary>
/// <param name="Promotion">The promotion that holds, or null.</param>
/// <param name="Discount">What it takes off the goods.</param>
/// <param name="GiftCards">The balances of the cards, in the order in which they were entered.</param>
/// <param name="Messages">Why something does not hold, in sentences.</param>
/// <param name="Errors">The same as fields, for a checkout.</param>
public sealed record DiscountQuote(
    Promotion? Promotion, Money Discount, IReadOnlyList<GiftCardUse> GiftCards, IReadOnlyList<LocalText> Messages, IReadOnlyList<FieldError> Errors)
{
    /// <summary>How much each card pays of an amount: the first card first.</summary>
    public IReadOnlyList<GiftCardUse> Use(Money amount)
    {
        var used = new List<GiftCardUse>();
        var left = amount;
        foreach (var card in GiftCards)
        {
            var taken = Money.Paise(Math.Min(left.Amount, card.Amount.Amount));
            left -= taken;
            if (taken.Amount > 0)
                used.Add(card with { Amount = taken });
        }
        return used;
    }

    /// <summary>Promotion and cards as the summary lists them.</summary>
    public IEnumerable<Adjustment> Adjustments(IReadOnlyList<GiftCardUse> used) =>
        (Promotion is null ? [] : new[] { new Adjustment(AdjustmentKind.Promotion, Promotion.Code, Discount) })
        .Concat(used.Select(card => new Adjustment(AdjustmentKind.GiftCard, card.Code[^Math.Min(4, card.Code.Length)..], card.Amount)));
}

/// <summary>Reads what code and cards of a cart would take off, without using them.</summary>
public sealed class QuoteDiscounts(IPromotionStore promotions, IGiftCardStore giftCards, IPastOrders past, TimeProvider time)
{
    /// <summary>The quote.</summary>
    /// <param name="member">Member id, or null for a guest.</param>
    /// <param name="cartId">The cart.</param>
    /// <param name="code">Promotion code, or null.</param>
    /// <param name="cards">Codes of gift cards.</param>
    /// <param name="goods">Price of the goods.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<DiscountQuote> RunAsync(string? member, string cartId, string? code, IReadOnlyList<string> cards, Money goods, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var (messages, errors) = (new List<LocalText>(), new List<FieldError>());
        Promotion? promotion = null;
        if (code is not null)
        {
            var found = await promotions.ReadAsync(code, member ?? cartId, cancellation);
            var refusal = found is null ? new LocalText($"There is no code {code}.", $"{code} नाम का कोई कोड नहीं है।")
                : found.Value.Promotion.Refuses(goods, found.Value.UsedByCustomer, now) ?? await RefusesFirstAsync(found.Value.Promotion, member, cancellation);
            promotion = refusal is null ? found!.Value.Promotion : null;
            if (refusal is not null)
            {
                messages.Add(refusal);
                errors.Add(new FieldError("/promotion", refusal.En));
            }
        }
        var balances = new List<GiftCardUse>();
        foreach (var (card, index) in (await Task.WhenAll(cards.Select(card => giftCards.ReadAsync(card, cancellation)))).Select((card, index) => (card, index)))
            if (card is { Balance.Amount: > 0 } && now < card.ValidTo)
                balances.Add(new GiftCardUse(cards[index], card.Balance));
            else
                messages.Add(new("A gift card is empty or no longer valid.", "एक उपहार कार्ड खाली है या अब मान्य नहीं है।"));
        return new DiscountQuote(promotion, promotion?.DiscountOn(goods) ?? Money.Zero, balances, messages, errors);
    }

    // Who is not signed in can't show that an order is the first; two first orders at the same moment with two such codes are both let through.
    private async Task<LocalText?> RefusesFirstAsync(Promotion promotion, string? member, CancellationToken cancellation) =>
        !promotion.FirstOrderOnly ? null
        : member is null ? new($"The code {promotion.Code} is for a first order: sign in to use it.", $"कोड {promotion.Code} केवल पहले ऑर्डर के लिए है: इसके लिए साइन इन करें।")
        : await past.AnyAsync(member, cancellation) ? promotion.ForFirstOrders
        : null;
}

/// <summary>Whether somebody has bought before.</summary>
public interface IPastOrders
{
    /// <summary>Whether a member has an order that was not cancelled.</summary>
    Task<bool> AnyAsync(string memberId, CancellationToken cancellation);
}
