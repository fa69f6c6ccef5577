using Kundli.Features.Invoices;
using Kundli.Features.Pricing;

namespace Kundli.Features.Orders;

/// <summary>Prints the invoice of an order. It is made anew from the order each time: nothing of an order that was packed changes any more.</summary>
public sealed class PrintInvoice(ReadOrder read, IInvoicePrinter printer, ShopPolicy policy)
{
    /// <summary>The PDF; <c>invoice-not-issued</c> before the order is on its way.</summary>
    public async Task<Outcome<byte[]>> RunAsync(Caller caller, string orderId, CancellationToken cancellation) =>
        (await read.LoadAsync(caller, orderId, cancellation)).Then(order => Make(order, policy)).Map(printer.Print);

    /// <summary>The PDF of a refund's credit note; <c>credit-note-not-issued</c> before the money is on its way, and for what was never invoiced.</summary>
    public async Task<Outcome<byte[]>> CreditAsync(Caller caller, string orderId, string refundId, CancellationToken cancellation) =>
        (await read.LoadAsync(caller, orderId, cancellation)).Then(order => Credit(order, refundId)).Map(printer.Print);

    private Outcome<Invoice> Credit(Order order, string refundId)
    {
        if (order.Refunds.FirstOrDefault(refund => refund.Id == refundId) is not { } refund)
            return Problem.NotFound();
        return refund is { CreditNote: { } number, DoneAt: { } at }
            ? Make(order, policy).Map(invoice => CreditNote.Of(invoice, number, Days.Of(refund.OwedAt ?? at), refund.Amount, refund.Reason, Earlier(order, number)))
            : new Problem("credit-note-not-issued", "A credit note is issued when money of an invoice goes back.");
    }

    private static Money[] Earlier(Order order, string number) =>
    [
        .. order.Refunds.Where(refund => refund.CreditNote is { } other && string.CompareOrdinal(other, number) < 0)
            .OrderBy(refund => refund.CreditNote, StringComparer.Ordinal).Select(refund => refund.Amount),
    ];

    /// <summary>The invoice of an order, or the problem that it has none yet.</summary>
    public static Outcome<Invoice> Make(Order order, ShopPolicy policy)
    {
        if (order.InvoiceNumber is not { } number)
            return new Problem("invoice-not-issued", "The invoice is issued when the order is packed.");
        var isPickup = order.Summary.Fulfilment.Kind == FulfilmentKind.Pickup;
        var state = IndianStates.Find(isPickup ? policy.Seller.Address.State : order.Summary.DeliveryAddress?.State ?? policy.Seller.Address.State)!;
        var header = new Invoice
        {
            Number = number,
            Date = Days.Of(order.History.First(step => step.State == OrderState.Packed).At),
            OrderNumber = order.Number,
            Kind = InvoiceKind.TaxInvoice,
            Seller = policy.Seller,
            Customer = order.Summary.Customer ?? new CustomerDetails(CustomerKind.Individual, "Customer"),
            BillingAddress = order.Summary.BillingAddress,
            DeliveryAddress = order.Summary.DeliveryAddress,
            PlaceOfSupply = state,
            IsSameState = policy.IsSameState(state.Code),
            Lines = [],
            Totals = order.Summary.Totals,
        };
        return Invoice.Of(header, order.Summary.Items, order.Lines.ToDictionary(line => line.Sku, line => (line.Unit, new TaxRate(line.RateMilliPercent)), StringComparer.Ordinal));
    }
}
