using Kundli.Features.Orders;
using Kundli.Features.Payments;

namespace Kundli.Features.Checkout;

/// <summary>Asks the gateway about payments whose answer never came, and gives back money of orders that ended.</summary>
public sealed class ReconcilePayment(ConfirmPayment confirm, ChangeOrder change, IPaymentGateway gateway)
{
    /// <summary>The order after the gateway was asked; one without an open payment is left alone.</summary>
    public async Task<Order> RunAsync(Order order, CancellationToken cancellation)
    {
        if (order.Payment is not { State: PaymentState.Pending, Key: { } key } || await gateway.FindAsync(key, order.Payment.Reference, cancellation) is not { } found)
            return order;
        return (await confirm.RunAsync(order.Id, key, found, eventId: null, cancellation)).Value;
    }

    /// <summary>Gives back what was captured for a cancelled order; repeating it gives nothing twice.</summary>
    public async Task GiveBackAsync(string orderId, CancellationToken cancellation)
    {
        var marked = await change.RunAsync(orderId, order => order is { State: OrderState.Cancelled, Payment.State: PaymentState.Captured }
            ? (order with { Payment = order.Payment with { State = PaymentState.RefundPending } }, OrderEffects.None)
            : (order, OrderEffects.None), cancellation);
        if (marked is not { IsOk: true, Value.Payment: { State: PaymentState.RefundPending, Reference: { } reference } payment })
            return;
        await gateway.RefundAsync(reference, payment.Captured - payment.Refunded, $"{orderId}-refund", cancellation);
        await change.RunAsync(orderId, order => order.Payment.State == PaymentState.RefundPending
            ? (order with { Payment = order.Payment with { State = PaymentState.Refunded, Refunded = order.Payment.Captured } }, OrderEffects.None)
            : (order, OrderEffects.None), cancellation);
    }
}
