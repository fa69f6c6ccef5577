using Kundli.Features.Orders;
using Kundli.Features.Payments;
using Kundli.Features.Pricing;

namespace Kundli.Features.Checkout;

/// <summary>
/// Writes what a gateway says of a payment into its order: the one way for the customer's own request, the webhook and the reconciliation. The order's version
/// decides, so that storefront and webhook together confirm it once.
/// </summary>
public sealed class ConfirmPayment(ChangeOrder change, TimeProvider time)
{
    /// <summary>Notes before the gateway is asked that it will be, so that a payment whose answer got lost can be looked up.</summary>
    public Task<Outcome<Order>> NoteAsync(string orderId, string provider, string key, PaymentMethod method, CancellationToken cancellation) =>
        change.RunAsync(orderId, order =>
            order.State != OrderState.AwaitingPayment ? OrderProblems.Conflict(order.State, OrderState.Confirmed)
            : order.Payment.Key == key ? (order, OrderEffects.None)
            : (order with { Payment = order.Payment with { State = PaymentState.Pending, Provider = provider, Key = key, Method = method, Reference = null } }, OrderEffects.None), cancellation);

    /// <summary>The order afterwards. Money that comes for an order which has ended is marked to be given back.</summary>
    public Task<Outcome<Order>> RunAsync(string orderId, string key, GatewayPayment payment, string? eventId, CancellationToken cancellation) =>
        change.RunAsync(orderId, order => Decide(order, key, payment, eventId), cancellation);

    private Outcome<(Order, OrderEffects)> Decide(Order order, string key, GatewayPayment payment, string? eventId)
    {
        var now = time.GetUtcNow();
        if (order.Payment.State is PaymentState.Captured or PaymentState.Refunded)
            return payment.Answer == PaymentAnswer.Captured && payment.Reference != order.Payment.Reference ? Stray(order, payment, "paidTwice", eventId) : (order, OrderEffects.None);
        // Another amount than the one due does not pay the order: it goes back whole, and the order waits on.
        if (payment is { Answer: PaymentAnswer.Captured, Amount: { } amount } && amount != order.Summary.Totals.Due)
            return Stray(order, payment, "wrongAmount", eventId);
        var noted = order.Payment with { Key = key, Reference = payment.Reference, Brand = payment.Brand ?? order.Payment.Brand, Last4 = payment.Last4 ?? order.Payment.Last4 };
        if (payment.Answer == PaymentAnswer.Captured)
        {
            var taken = noted with { Captured = order.Summary.Totals.Due };
            if (order.State != OrderState.AwaitingPayment)
                return ((order with { Payment = taken with { State = PaymentState.Captured } }).Owe("late", payment.Reference, taken.Captured, "orderEnded", now), new OrderEffects(eventId, []));
            return order.Move(OrderState.Confirmed, now).Map(moved =>
            {
                var paid = moved with { Payment = taken with { State = PaymentState.Captured } };
                return (paid, OrderNotices.Of("orderConfirmed", paid, now, eventId));
            });
        }
        // An answer about an earlier try says nothing about the one that runs now.
        if (order.State != OrderState.AwaitingPayment || order.Payment.Key != key)
            return (order, OrderEffects.None);
        var state = payment.Answer == PaymentAnswer.Declined ? PaymentState.Declined : PaymentState.Pending;
        var next = noted with { State = state };
        return next == order.Payment ? (order, OrderEffects.None) : (order with { Payment = next }, new OrderEffects(eventId, []));
    }

    /// <summary>A payment that the order does not take (an earlier try that came through late, another amount) goes back as a whole.</summary>
    private (Order, OrderEffects) Stray(Order order, GatewayPayment payment, string reason, string? eventId)
    {
        var name = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(payment.Reference)))[..12];
        var next = order.Owe($"stray{name}", payment.Reference, payment.Amount ?? order.Summary.Totals.Due, reason, time.GetUtcNow());
        return ReferenceEquals(next, order) ? (order, OrderEffects.None) : (next, new OrderEffects(eventId, []));
    }
}
