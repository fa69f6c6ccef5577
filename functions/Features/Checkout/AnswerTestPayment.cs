using Kundli.Features.Orders;
using Kundli.Features.Payments;

namespace Kundli.Features.Checkout;

/// <summary>What the bank of the sandbox says of a payment that waits for it.</summary>
/// <param name="Approved">Whether the money comes.</param>
public sealed record TestPaymentAnswer(bool Approved);

/// <summary>
/// Lets a buyer play the bank where no money moves: what a bank's own page, a UPI app or a late answer would settle. The answer goes the way of a webhook, so that
/// a page that is tried at the sandbox meets what it will meet at a real gateway.
/// </summary>
public sealed class AnswerTestPayment(IPaymentGateway gateway, ReadOrder read, ReceiveWebhook receive)
{
    /// <summary>The order afterwards; <c>not-found</c> at any gateway that moves money, <c>order-state-conflict</c> where no payment waits.</summary>
    public async Task<Outcome<Order>> RunAsync(Caller caller, string orderId, TestPaymentAnswer answer, CancellationToken cancellation)
    {
        if (!gateway.IsTest)
            return Problem.NotFound();
        var found = await read.LoadAsync(caller, orderId, cancellation);
        if (!found.IsOk)
            return found.Problem;
        if (found.Value is not { State: OrderState.AwaitingPayment, Payment: { State: PaymentState.Pending, Reference: { } reference, Key: { } key } } order)
            return OrderProblems.Conflict(found.Value.State, OrderState.Confirmed);
        var (word, said) = answer.Approved ? ("approved", PaymentAnswer.Captured) : ("refused", PaymentAnswer.Declined);
        var after = await receive.TakeAsync(new GatewayEvent($"test-{word}-{key}", order.Id, reference, said, order.Summary.Totals.Due, key), cancellation);
        return after.Map(taken => taken ?? order);
    }
}
