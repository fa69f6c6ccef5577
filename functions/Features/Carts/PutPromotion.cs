using Kundli.Features.Promotions;

namespace Kundli.Features.Carts;

/// <summary>Puts a promotion code into a cart, or takes it out.</summary>
public sealed class PutPromotion(ChangeCart change, IPromotionStore promotions, TimeProvider time)
{
    private const int CodeLengthMax = 30;

    /// <summary>The cart afterwards. An unknown or expired code is an invalid field; one whose minimum is not reached yet stays in with a message in the summary.</summary>
    public async Task<Outcome<CartView>> RunAsync(Caller caller, string cartId, string code, CancellationToken cancellation)
    {
        var name = code.ToUpperInvariant();
        var isCode = name.Length is > 0 and <= CodeLengthMax && name.All(char.IsAsciiLetterOrDigit);
        var found = isCode ? await promotions.ReadAsync(name, caller.UserId ?? cartId, cancellation) : null;
        // The minimum is judged with the price, so that the cart may still be filled up to it.
        var refusal = found is null ? "There is no such code." : found.Value.Promotion.Refuses(found.Value.Promotion.Minimum, found.Value.UsedByCustomer, time.GetUtcNow())?.En;
        if (refusal is not null)
            return Problem.Invalid(new FieldError("/code", refusal));
        return (await change.RunAsync(caller, cartId, cart => cart.Promote(name, time.GetUtcNow()), cancellation)).Map(CartView.Of);
    }

    /// <summary>The cart without a promotion.</summary>
    public async Task<Outcome<CartView>> RemoveAsync(Caller caller, string cartId, CancellationToken cancellation) =>
        (await change.RunAsync(caller, cartId, cart => cart.Promotion is null ? cart : cart.Promote(null, time.GetUtcNow()), cancellation)).Map(CartView.Of);
}

/// <summary>Puts a gift card into a cart, or takes it out.</summary>
public sealed class PutGiftCard(ChangeCart change, IGiftCardStore cards, TimeProvider time)
{
    private const int CodeLengthMax = 40;
    private const int ShownLength = 4;

    /// <summary>The cart afterwards; an unknown, empty or expired card is an invalid field, the three not told apart.</summary>
    public async Task<Outcome<CartView>> RunAsync(Caller caller, string cartId, string code, CancellationToken cancellation)
    {
        var isCode = code.Length is > 0 and <= CodeLengthMax && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
        if (!isCode || await cards.ReadAsync(code, cancellation) is not { Balance.Amount: > 0 } card || time.GetUtcNow() >= card.ValidTo)
            return Problem.Invalid(new FieldError("/code", "No gift card with money on it has this code."));
        return (await change.RunAsync(caller, cartId, cart => cart.AddGiftCard(code, time.GetUtcNow()), cancellation)).Map(CartView.Of);
    }

    /// <summary>The cart without the card, which may be named in full or as the cart shows it: by its last four characters.</summary>
    public async Task<Outcome<CartView>> RemoveAsync(Caller caller, string cartId, string code, CancellationToken cancellation) =>
        (await change.RunAsync(caller, cartId, cart => cart.GiftCards.FirstOrDefault(card => card == code || (code.Length == ShownLength && card.EndsWith(code, StringComparison.Ordinal))) is { } card
            ? cart.RemoveGiftCard(card, time.GetUtcNow())
            : cart, cancellation)).Map(CartView.Of);
}
