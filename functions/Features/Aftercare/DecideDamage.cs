using FluentValidation;
using Kundli.Features.Checkout;
using Kundli.Features.Notices;
using Kundli.Features.Orders;

namespace Kundli.Features.Aftercare;

/// <summary>What the shop decides about a claim.</summary>
public enum DamageDecision
{
    /// <summary>The money of the damaged units goes back.</summary>
    Refund,

    /// <summary>The same goods are sent once more.</summary>
    Replacement,

    /// <summary>Nothing is granted; the answer says why.</summary>
    Refusal,
}

/// <summary>A decision about a claim.</summary>
/// <param name="Decision">What is granted.</param>
/// <param name="Answer">What the customer is told; needed for a refusal.</param>
public sealed record DecideDamageRequest(DamageDecision Decision, string? Answer = null);

/// <summary>What a decision must say.</summary>
public sealed class DecideDamageRules : AbstractValidator<DecideDamageRequest>
{
    /// <summary>Declares the rules.</summary>
    public DecideDamageRules()
    {
        RuleFor(request => request.Answer).MaximumLength(Orders.Limits.ReasonLengthMax).WithMessage($"has at most {Orders.Limits.ReasonLengthMax} characters.");
        RuleFor(request => request.Answer).NotEmpty().When(request => request.Decision == DamageDecision.Refusal).WithMessage("says why nothing is granted.");
    }
}

/// <summary>
/// Decides about goods that arrived damaged. Claim and refund are one document, so they change together; a replacement is an order of its own whose id follows from the
/// claim, so deciding again after a death goes on with the same one.
/// </summary>
public sealed class DecideDamage(ReadOrder read, ChangeOrder change, DriveOrder drive, SendReplacement replace, TimeProvider time)
{
    /// <summary>The order afterwards; a claim that was decided otherwise is <c>order-state-conflict</c>, goods that are gone <c>out-of-stock</c>.</summary>
    public async Task<Outcome<OrderView>> RunAsync(Caller caller, string orderId, string claimId, DecideDamageRequest request, CancellationToken cancellation)
    {
        var order = await read.LoadAsync(caller, orderId, cancellation);
        if (!order.IsOk)
            return order.Problem;
        if (order.Value.Damage.All(claim => claim.Id != claimId))
            return Problem.NotFound();
        await drive.RemindAsync(orderId, cancellation);
        var decided = await change.RunAsync(orderId, current => Decide(current, claimId, request), cancellation);
        if (decided.IsOk && request.Decision == DamageDecision.Replacement)
            decided = await ReplaceAsync(decided.Value, claimId, cancellation);
        return decided.IsOk ? OrderView.Of(await drive.FinishAsync(decided.Value, cancellation)) : decided.Problem;
    }

    private Outcome<(Order, OrderEffects)> Decide(Order order, string claimId, DecideDamageRequest request)
    {
        var (now, claim) = (time.GetUtcNow(), order.Damage.First(known => known.Id == claimId));
        var to = request.Decision switch { DamageDecision.Refund => DamageState.Refunded, DamageDecision.Replacement => DamageState.Replacing, _ => DamageState.Refused };
        if (claim.State == to || (to == DamageState.Replacing && claim.State == DamageState.Replaced))
            return (order, OrderEffects.None);
        if (claim.State != DamageState.Open)
            return new Problem("order-state-conflict", "The claim was decided already.") { Detail = $"It is {claim.State.ToString().ToLowerInvariant()}." };
        var next = DamagedGoods.With(order, claim with { State = to, Answer = request.Answer, AnsweredAt = now });
        switch (to)
        {
            case DamageState.Refunded when DamagedGoods.WorthOf(order, claim) is { Amount: > 0 } worth:
                return (next.OweBack($"d{claim.Id[..12]}", worth, "damagedOnArrival", now), OrderEffects.None);
            case DamageState.Refunded:
                return new Problem("refund-too-large", "More than what was paid can't go back.") { Detail = "No money of this order is left; a replacement can be sent." };
            case DamageState.Refused:
                return (next, Told(next, claim, $"We can't grant your claim for {claim.Sku}: {request.Answer}", now));
            default:
                return (next, OrderEffects.None);
        }
    }

    private async Task<Outcome<Order>> ReplaceAsync(Order order, string claimId, CancellationToken cancellation)
    {
        var claim = order.Damage.First(known => known.Id == claimId);
        if (claim.State == DamageState.Replaced)
            return order;
        var made = await replace.RunAsync(order, claim, cancellation);
        var noted = await change.RunAsync(order.Id, current =>
        {
            var now = time.GetUtcNow();
            if (current.Damage.First(known => known.Id == claimId) is not { State: DamageState.Replacing } waiting)
                return (current, OrderEffects.None);
            // Without goods the claim is open again: the shop may give the money back.
            return made.IsOk
                ? (DamagedGoods.With(current, waiting with { State = DamageState.Replaced, ReplacementOrderId = made.Value.Id }), Told(current, waiting, $"We send {waiting.Quantity} × {waiting.Sku} once more, as order {made.Value.Number}. It costs nothing.", now))
                : (DamagedGoods.With(current, waiting with { State = DamageState.Open, Answer = null, AnsweredAt = null }), OrderEffects.None);
        }, cancellation);
        return made.IsOk ? noted : made.Problem;
    }

    private static OrderEffects Told(Order order, DamageClaim claim, string text, DateTimeOffset now) =>
        order.Summary.Email is { } to ? new OrderEffects(null, [new Notice($"damageAnswered-{claim.Id}", to, $"Your claim for order {order.Number}", text, now)]) : OrderEffects.None;
}
