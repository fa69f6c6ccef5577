using Kundli.Features.Delivery;
using Kundli.Features.Invoices;
using Kundli.Features.Notices;
using Kundli.Features.Pricing;
using Kundli.Features.Stock;

namespace Kundli.Features.Orders;

/// <summary>
/// Takes a confirmed order to the carrier. Packing is the point of no return and decides by the order's version; booking stock, issuing the invoice number
/// and booking its parcels follow it and may each be repeated. So a message that arrives twice, or a process that dies at any line, changes nothing.
/// </summary>
public sealed class FulfilOrder(ChangeOrder change, HoldStock stock, IInvoiceNumbers numbers, ICarrier carrier, DeliveryRates rates, DeliveryCalendar calendar, TimeProvider time)
{
    /// <summary>The order afterwards; one that is not confirmed (not yet, or cancelled), or waits for its day, is left alone. One whose day went by gets the next. Not found right after a write counts as transient.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="known">The order as it was read just now, or null.</param>
    public async Task<Outcome<Order>> RunAsync(string orderId, CancellationToken cancellation, (Order Order, string Tag)? known = null)
    {
        var packed = await change.RunAsync(orderId, Pack, cancellation, known);
        if (!packed.IsOk || packed.Value.State != OrderState.Packed)
            return packed;

        await stock.BookAsync(orderId, packed.Value.StockLines(), cancellation);
        var packedOn = Days.Of(packed.Value.History[^1].At);
        var number = packed.Value.ReplacementOf is not null ? null : await numbers.IssueAsync(InvoiceSeries.Invoice, Days.FinancialYear(packedOn), orderId, cancellation);
        var booked = new List<Tracking>();
        // What is fetched at the store needs no carrier.
        var parcels = packed.Value.Summary.Fulfilment.Kind == FulfilmentKind.Pickup ? [] : Parcels.Of(packed.Value);
        foreach (var parcel in parcels)
            booked.Add(await carrier.BookAsync(packed.Value, parcel, cancellation));
        return await change.RunAsync(orderId, order => Ship(order, number, booked), cancellation);
    }

    private Outcome<(Order, OrderEffects)> Pack(Order order)
    {
        var now = time.GetUtcNow();
        if (order.State != OrderState.Confirmed || order.WaitsUntil(now) is not null)
            return (order, OrderEffects.None);
        var planned = Planned(order, Days.Of(now));
        return planned.WaitsUntil(now) is null ? planned.Move(OrderState.Packed, now).Map(moved => (moved, OrderEffects.None)) : (planned, OrderNotices.Of($"orderDelayed-{planned.DispatchOn:yyyyMMdd}", planned, now));
    }

    /// <summary>The order with the next journey where the day on which its parcels were to leave went by, as in an outage; what is alive may have to wait for it.</summary>
    private Order Planned(Order order, DateOnly today)
    {
        if (order is not { DispatchOn: { } dispatch, Summary: { Fulfilment.PromisedBy: { } promised, DeliveryAddress.PostalCode: { } pin } } || Parcels.Of(order) is not { Count: > 0 } parcels)
            return order;
        return rates.Again(new Journey(dispatch, order.ArrivesBy ?? promised), parcels.Any(parcel => parcel.IsCrate), pin, today, calendar) is (var journey, var wait)
            ? order with { DispatchOn = journey.Dispatch, ArrivesBy = journey.Arrival, Wait = wait }
            : order;
    }

    private Outcome<(Order, OrderEffects)> Ship(Order order, string? number, IReadOnlyList<Tracking> booked)
    {
        if (order.State != OrderState.Packed)
            return (order, OrderEffects.None);
        var now = time.GetUtcNow();
        return order.Move(OrderState.Shipped, now).Map(moved =>
        {
            var shipped = moved with { InvoiceNumber = number, Tracking = [.. booked.Select(parcel => parcel with { State = "shipped", At = now })] };
            return (shipped, OrderNotices.Of("orderShipped", shipped, now));
        });
    }
}

/// <summary>What customers are told about their orders.</summary>
public static class OrderNotices
{
    /// <summary>A notice to the order's mail address, or nothing when there is none.</summary>
    public static OrderEffects Of(string kind, Order order, DateTimeOffset now, string? eventId = null)
    {
        if (order.Summary.Email is not { } to)
            return new OrderEffects(eventId, []);
        var (subject, text) = kind.Split('-')[0] switch
        {
            "orderConfirmed" => ($"Order {order.Number}", $"Thank you. We have your order {order.Number}. Total: {Rupees(order.Summary.Totals.Total)}.{WaitOf(order)}"),
            "orderShipped" when order.Summary.Fulfilment.Kind == FulfilmentKind.Pickup => ($"Order {order.Number} can be fetched", $"Your order is packed and waits for you at the store.{InvoiceOf(order)}{WarningsOf(order)}"),
            "orderShipped" => ($"Order {order.Number} is on its way", $"{ParcelsOf(order)}{InvoiceOf(order)}{WarningsOf(order)}"),
            "orderDelayed" => ($"Order {order.Number} leaves later", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"We are sorry: your order {order.Number} could not leave on its day.{WaitOf(order)} It is there by {order.ArrivesBy:d MMMM yyyy}.")),
            "orderCancelled" => ($"Order {order.Number} was cancelled", $"Your order {order.Number} was cancelled."),
            "refundSent" => ($"Refund for order {order.Number}", RefundOf(order, order.Refunds.First(refund => kind.EndsWith(refund.Id, StringComparison.Ordinal)))),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such notice."),
        };
        return new OrderEffects(eventId, [new Notice(kind, to, subject, text, now)]);
    }

    private static string RefundOf(Order order, OrderRefund refund) => (refund.Amount - refund.ToPayment, refund.ToPayment) switch
    {
        ({ Amount: 0 }, _) => $"Your money for order {order.Number} is on its way back: {Rupees(refund.Amount)}.",
        (var onCards, { Amount: 0 }) => $"{Rupees(onCards)} of order {order.Number} are on your gift card again.",
        var (onCards, paid) => $"Your money for order {order.Number} is on its way back: {Rupees(paid)} the way you paid, and {Rupees(onCards)} on your gift card.",
    };

    private static string WarningsOf(Order order) =>
        string.Concat(order.Summary.Items.Where(item => item.Warning is not null).Select(item => $" {item.Title}: {item.Warning}"));

    private static string ParcelsOf(Order order) => order.Tracking switch
    {
        [] => "Nothing of it travels by parcel.",
        [var one] => $"{one.Carrier} brings your parcel: {one.Number}{LeavesOn(one)}.",
        var several => $"It comes in {several.Count} parcels: {string.Join(", ", several.Select(parcel => $"{parcel.Carrier} {parcel.Number}{LeavesOn(parcel)}"))}.",
    };

    private static string InvoiceOf(Order order) => order.InvoiceNumber is { } number ? $" Invoice {number}." : "";

    private static string WaitOf(Order order) => order.Wait is { } wait ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" It leaves on {wait.LeavesOn:d MMMM yyyy}. {wait.Text}") : "";

    private static string LeavesOn(Tracking parcel) => parcel.LeavesOn is { } day ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $" (leaves on {day:d MMMM})") : "";

    private static string Rupees(Money money) => $"₹{money.Amount / 100}.{money.Amount % 100:D2}";
}
