using FluentValidation;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;

namespace Kundli.Features.Checkout;

/// <summary>Asks to send the goods of a delivered order back.</summary>
public sealed class ReturnOrder(ReadOrder read, ChangeOrder change, ShopPolicy policy, TimeProvider time)
{
    /// <summary>
    /// The order with its return asked for; too late is <c>return-period-over</c>. An order of nothing but what is alive or done for the customer is
    /// <c>return-not-taken</c>: a plant that arrived damaged is a matter of a complaint, a healthy one does not travel twice.
    /// </summary>
    public async Task<Outcome<OrderView>> RunAsync(Caller caller, string orderId, OrderReason request, CancellationToken cancellation)
    {
        var order = await read.LoadAsync(caller, orderId, cancellation);
        if (!order.IsOk)
            return order.Problem;
        var now = time.GetUtcNow();
        var changed = await change.RunAsync(order.Value.Id, current =>
            current.State == OrderState.Delivered && now > current.History.Last(step => step.State == OrderState.Delivered).At + TimeSpan.FromDays(policy.ReturnDays)
                ? new Problem("return-period-over", "The time to send goods back is over.")
                : current.State == OrderState.Delivered && !current.TakesReturn
                ? new Problem("return-not-taken", "Living plants, work and documents can't be sent back.") { Detail = "A plant that arrived damaged: show a photo of it within 48 hours, for a replacement or a refund." }
                : current.Move(OrderState.ReturnRequested, now, request.Reason ?? "byCustomer").Map(moved => (moved, OrderEffects.None)), cancellation);
        return changed.Map(OrderView.Of);
    }
}

/// <summary>A refund that an administrator grants.</summary>
/// <param name="Amount">Paise; null for everything that is left.</param>
/// <param name="Reason">Why.</param>
/// <param name="GoodsCameBack">Whether a requested return has arrived: then the goods go back on the shelf.</param>
public sealed record RefundRequest(long? Amount = null, string? Reason = null, bool GoodsCameBack = false);

/// <summary>What a refund may hold.</summary>
public sealed class RefundRules : AbstractValidator<RefundRequest>
{
    /// <summary>Declares the rules.</summary>
    public RefundRules()
    {
        RuleFor(request => request.Amount).GreaterThan(0).When(request => request.Amount is not null).WithMessage("is in paise and more than 0.");
        RuleFor(request => request.Reason).MaximumLength(Orders.Limits.ReasonLengthMax).WithMessage($"has at most {Orders.Limits.ReasonLengthMax} characters.");
    }
}

/// <summary>Gives money back, whole or in part. The Idempotency-Key names the refund, so that it is granted once.</summary>
public sealed class RefundOrder(DriveOrder drive, ChangeOrder change, TimeProvider time)
{
    /// <summary>The order afterwards; more than what was paid is <c>refund-too-large</c>, an order without money <c>order-state-conflict</c>.</summary>
    public async Task<Outcome<OrderView>> RunAsync(string orderId, string key, RefundRequest request, CancellationToken cancellation)
    {
        if (!ReadOrder.IsId(orderId))
            return Problem.NotFound();
        await drive.RemindAsync(orderId, cancellation);
        var id = $"r{PlaceOrder.HashOf(key)[..12]}";
        var owed = await change.RunAsync(orderId, order => Grant(order, id, request), cancellation);
        return owed.IsOk ? OrderView.Of(await drive.FinishAsync(owed.Value, cancellation)) : owed.Problem;
    }

    private Outcome<(Order, OrderEffects)> Grant(Order order, string id, RefundRequest request)
    {
        if (order.Refunds.Any(refund => refund.Id == id))
            return (order, OrderEffects.None);
        var left = order.LeftToGiveBack.Amount;
        if ((left == 0 && order.Refunds.Count == 0) || order.State is OrderState.Placing or OrderState.AwaitingPayment)
            return OrderProblems.Conflict(order.State, OrderState.Refunded);
        var amount = request.Amount ?? left;
        if (amount > left || amount <= 0)
            return new Problem("refund-too-large", "More than what was paid can't go back.") { Detail = $"Left: {left} paise." };
        var granted = order.OweBack(id, Money.Paise(amount), request.Reason ?? "refund", time.GetUtcNow());
        return request.GoodsCameBack
            ? granted.Move(OrderState.Returned, time.GetUtcNow(), request.Reason).Map(moved => (moved, OrderEffects.None))
            : (granted, OrderEffects.None);
    }
}
