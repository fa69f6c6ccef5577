using Kundli.Features.Delivery;
using Kundli.Features.Pricing;

namespace Kundli.Features.Orders;

/// <summary>A step of an order's history in the contract.</summary>
/// <param name="State">The state that was reached.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record OrderStep(OrderState State, DateTimeOffset At, string? Reason);

/// <summary>Money of an order that went or goes back.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Amount">How much.</param>
/// <param name="IsDone">Whether it is on its way.</param>
/// <param name="CreditNote">Number of its credit note, or null.</param>
/// <param name="CreditNoteHref">Where the credit note is as a PDF, or null.</param>
/// <param name="OnGiftCards">What of it goes back onto gift cards.</param>
public sealed record RefundView(string Id, Money Amount, bool IsDone, string? CreditNote, string? CreditNoteHref, Money OnGiftCards);

/// <summary>Where the money of an order stands, as its customer sees it.</summary>
/// <param name="State">Asked for, refused, taken, given back; <c>none</c> where nothing is paid online.</param>
/// <param name="Provider">Name of the gateway, or null.</param>
/// <param name="PayBy">Until when a payment may come, while one is awaited; null otherwise.</param>
public sealed record OrderPaymentView(PaymentState State, string? Provider, DateTimeOffset? PayBy);

/// <summary>An order as its customer sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="OrderId">The same id under the name that checkout gives it.</param>
/// <param name="OrderNumber">Its number.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="History">How it got there.</param>
/// <param name="InvoiceNumber">Number of the invoice, once issued.</param>
/// <param name="Tracking">Shipments.</param>
/// <param name="Summary">Goods and money.</param>
public sealed record OrderView(
    string Id, string OrderId, string OrderNumber, OrderState Status, DateTimeOffset PlacedAt, IReadOnlyList<OrderStep> History, string? InvoiceNumber,
    IReadOnlyList<Tracking> Tracking, OrderSummary Summary)
{
    /// <summary>Money that went or goes back, oldest first.</summary>
    public IReadOnlyList<RefundView> Refunds { get; init; } = [];

    /// <summary>Why it is not packed yet and from when on it will be; null when nothing keeps it back, and once it is packed.</summary>
    public DispatchWait? Wait { get; init; }

    /// <summary>Claims that goods arrived damaged.</summary>
    public IReadOnlyList<DamageView> Damage { get; init; } = [];

    /// <summary>Until when goods can be claimed as damaged; what is on its way is left out.</summary>
    public IReadOnlyList<DamageDeadline> DamageUntil { get; init; } = [];

    /// <summary>Trees that a partner plants for the customer.</summary>
    public IReadOnlyList<PlantingView> Plantings { get; init; } = [];

    /// <summary>The order whose damaged goods this one replaces, or null.</summary>
    public string? ReplacementOf { get; init; }

    /// <summary>Where its money stands.</summary>
    public required OrderPaymentView Payment { get; init; }

    /// <summary>The view of an order.</summary>
    public static OrderView Of(Order order) => new(
        order.Id, order.Id, order.Number, order.State, order.PlacedAt,
        [.. order.History.Where(step => step.State != OrderState.Placing).Select(step => new OrderStep(step.State, step.At, step.Reason))],
        order.InvoiceNumber, order.Tracking, order.Summarise())
    {
        Payment = new OrderPaymentView(order.Payment.State, order.Payment.Provider, order.State == OrderState.AwaitingPayment ? order.PayBy : null),
        Wait = order.State is OrderState.AwaitingPayment or OrderState.Confirmed ? order.Wait : null,
        Damage = [.. order.Damage.Select(claim => DamageView.Of(order.Id, claim))],
        DamageUntil = DamagedGoods.DeadlinesOf(order),
        Plantings = [.. order.Lines.Where(line => line.Plant is not null).Select(line => PlantingView.Of(order, line))],
        ReplacementOf = order.ReplacementOf,
        Refunds = [.. order.Refunds.Select(refund => new RefundView(
            refund.Id, refund.Amount, refund.IsDone, refund.CreditNote,
            refund is { CreditNote: not null, DoneAt: not null } ? $"/api/v1/orders/{order.Id}/refunds/{refund.Id}/credit-note.pdf" : null, refund.Amount - refund.ToPayment))],
    };
}

/// <summary>Reads an order.</summary>
public sealed class ReadOrder(IOrderStore orders)
{
    /// <summary>The caller's order with its history.</summary>
    public async Task<Outcome<OrderView>> RunAsync(Caller caller, string orderId, CancellationToken cancellation) =>
        (await LoadAsync(caller, orderId, cancellation)).Map(OrderView.Of);

    /// <summary>The caller's order as a summary.</summary>
    public async Task<Outcome<OrderSummary>> SummariseAsync(Caller caller, string orderId, CancellationToken cancellation) =>
        (await LoadAsync(caller, orderId, cancellation)).Map(order => order.Summarise());

    /// <summary>The caller's order itself. One that is still being placed is not there yet.</summary>
    public async Task<Outcome<Order>> LoadAsync(Caller caller, string orderId, CancellationToken cancellation) =>
        IsId(orderId) && await orders.ReadAsync(orderId, cancellation) is { Order.State: not OrderState.Placing } read && read.Order.IsOf(caller) ? read.Order : Problem.NotFound();

    /// <summary>Whether a text can be an id at all.</summary>
    public static bool IsId(string text) => text.Length is > 0 and <= 64 && text.All(char.IsAsciiLetterOrDigit);
}

/// <summary>Lists a member's orders.</summary>
public sealed class ListOrders(IOrderStore orders)
{
    /// <summary>A page of orders, newest first.</summary>
    public async Task<Outcome<Page<OrderEntry>>> RunAsync(string userId, int limit, string? after, CancellationToken cancellation) =>
        await orders.ListAsync(userId, limit, after, cancellation);

    /// <summary>The orders of a day in India, for who works on them.</summary>
    public async Task<Outcome<Page<OrderEntry>>> RunAsync(DateOnly day, int limit, string? after, CancellationToken cancellation) =>
        await orders.ListDayAsync(day, limit, after, cancellation);
}
