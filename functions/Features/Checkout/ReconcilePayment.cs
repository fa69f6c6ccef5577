using Kundli.Features.Invoices;
using Kundli.Features.Orders;
using Kundli.Features.Payments;
using Kundli.Features.Pricing;
using Kundli.Features.Promotions;

namespace Kundli.Features.Checkout;

/// <summary>Asks the gateway about payments whose answer never came, and gives back money that is owed.</summary>
public sealed class ReconcilePayment(ConfirmPayment confirm, ChangeOrder change, IPaymentGateway gateway, IDiscountLedger discounts, IInvoiceNumbers numbers, TimeProvider time)
{
    /// <summary>The order after the gateway was asked; one without an open payment is left alone.</summary>
    public async Task<Order> RunAsync(Order order, CancellationToken cancellation)
    {
        // A try that was declined may have been followed by another in the gateway's own dialogue.
        if (order.Payment is not { State: PaymentState.Pending or PaymentState.Declined, Key: { } key } || await gateway.FindAsync(key, order.Payment.Reference, cancellation) is not { } found)
            return order;
        return (await confirm.RunAsync(order.Id, key, found, eventId: null, cancellation)).Value;
    }

    /// <summary>Gives back whatever the order owes, a cancelled one's payment included. The refund's id is its key at the gateway, and on a gift card, so repeating it gives nothing twice.</summary>
    public async Task<Order> GiveBackAsync(string orderId, CancellationToken cancellation)
    {
        var marked = await change.RunAsync(orderId, order => order is { State: OrderState.Cancelled, Payment.State: PaymentState.Captured } && order.Payment.Captured - order.PromisedBack is { Amount: > 0 } left
            ? (order.Owe("cancelled", order.Payment.Reference, left, "orderCancelled", time.GetUtcNow()), OrderEffects.None)
            : (order, OrderEffects.None), cancellation);
        var current = marked.Value;
        foreach (var refund in current.Refunds.Where(refund => !refund.IsDone).ToArray())
        {
            if (refund is { Reference: { } reference, ToPayment.Amount: > 0 })
                await gateway.RefundAsync(reference, refund.ToPayment, $"{orderId}-{refund.Id}", cancellation);
            foreach (var card in refund.ToCards)
                await discounts.GiveBackAsync(orderId, refund.Id, card, cancellation);
            // Only what was invoiced needs a credit note. Its year is that of the grant: a process that dies on 31 March asks for the same number on 1 April.
            var now = time.GetUtcNow();
            var note = current.InvoiceNumber is null ? null
                : await numbers.IssueAsync(InvoiceSeries.CreditNote, Days.FinancialYear(Days.Of(refund.OwedAt ?? now)), $"{orderId}-{refund.Id}", cancellation);
            var repaid = await change.RunAsync(orderId, order =>
            {
                var next = order.Repay(refund.Id, note, now);
                return ReferenceEquals(next, order) ? (order, OrderEffects.None) : (next, OrderNotices.Of($"refundSent-{refund.Id}", next, now));
            }, cancellation);
            current = repaid.Value;
        }
        return current;
    }
}
