using Kundli.Features.Carts;
using Kundli.Features.Due;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Kundli.Features.Promotions;
using Kundli.Features.Stock;

namespace Kundli.Features.Checkout;

/// <summary>
/// Brings an order on from wherever it stands: half placed, unpaid past its time, confirmed but not fulfilled, cancelled but not settled. Called by the
/// checkout itself, and by the timer for what was left behind.
/// </summary>
public sealed class DriveOrder(
    IOrderStore orders, ChangeOrder change, HoldStock stock, ICartStore carts, FulfilOrder fulfil, SendNotices notices, ReconcilePayment reconcile, IDiscountLedger discounts, IDueMarkers due,
    ShopPolicy policy, TimeProvider time) : IDueWork
{
    /// <summary>Kind of the due markers of orders.</summary>
    public const string MarkerKind = "order";

    private const string OutOfStock = "outOfStock ";
    private const string DiscountGone = "discountGone";

    /// <inheritdoc/>
    public string Kind => MarkerKind;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        if (await orders.ReadAsync(targetId, cancellation) is not { } read)
            return null;
        var order = read.Order;
        if (order.State == OrderState.Placing)
        {
            await HoldAsync(order, cancellation);
            order = await ReloadAsync(targetId, cancellation);
            await CloseCartAsync(order, cancellation);
        }
        if (order.State == OrderState.AwaitingPayment)
            order = await reconcile.RunAsync(order, cancellation);
        if (order.State == OrderState.AwaitingPayment && time.GetUtcNow() < order.PayBy)
        {
            // A payment that the order could not take goes back at once, not when the order ends.
            await FinishAsync(order, cancellation);
            return order.PayBy;
        }
        if (order.State == OrderState.AwaitingPayment)
            order = (await CancelAsync(order.Id, "expired", cancellation)).Value;
        if (order.State is OrderState.Confirmed or OrderState.Packed)
            order = (await fulfil.RunAsync(order.Id, cancellation, ReferenceEquals(order, read.Order) ? read : null)).Value;
        if (order is { State: OrderState.Cancelled, IsSettled: false })
            await SettleAsync(order, cancellation);
        order = await FinishAsync(order, cancellation);
        await notices.RunAsync(order.Id, cancellation);
        return order.WaitsUntil(time.GetUtcNow());
    }

    /// <summary>Holds what the order needs and moves it on; without enough stock the order ends and its holds are given back.</summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="tag">Its version where this process has just created it, so that nothing of it can be there yet; else null.</param>
    public async Task<Outcome<Order>> HoldAsync(Order order, CancellationToken cancellation, string? tag = null)
    {
        if (order.State == OrderState.Cancelled && order.History[^1].Reason is { } reason && reason.StartsWith(OutOfStock, StringComparison.Ordinal))
            return StockProblems.OutOfStock(reason[OutOfStock.Length..].Split(','));
        if (order is { State: OrderState.Cancelled } && order.History[^1].Reason == DiscountGone)
            return DiscountProblems.Gone("A promotion or gift card of this order was used up meanwhile.");
        if (order.State != OrderState.Placing)
            return order;
        var held = await stock.RunAsync(order.Id, order.StockLines(), cancellation, isNew: tag is not null);
        if (!held.IsOk && held.Problem.Name == "out-of-stock")
        {
            var skus = (IReadOnlyList<string>)held.Problem.Extras["skus"]!;
            var ended = await CancelAsync(order.Id, OutOfStock + string.Join(',', skus), cancellation);
            // Another driver of the same order may have got through: then the order stands.
            return ended.IsOk && ended.Value.State == OrderState.Cancelled ? held.Problem : ended;
        }
        if (!held.IsOk)
            return await ReloadAsync(order.Id, cancellation);
        var taken = await discounts.TakeAsync(UseOf(order), cancellation);
        if (!taken.IsOk)
        {
            var ended = await CancelAsync(order.Id, DiscountGone, cancellation);
            return ended.IsOk && ended.Value.State == OrderState.Cancelled ? taken.Problem : ended;
        }
        await orders.ListAsync(order, cancellation);
        return await change.RunAsync(order.Id, Place, cancellation, tag is null ? null : (order, tag));
    }

    /// <summary>Notes that an order must be looked at soon: before a change whose consequences a dying process could leave undone.</summary>
    public Task RemindAsync(string orderId, CancellationToken cancellation) => due.SetAsync(new DueMarker(MarkerKind, orderId, time.GetUtcNow() + policy.RedriveAfter), cancellation);

    /// <summary>Does what follows from the order's state: goods taken back, money given back.</summary>
    public async Task<Order> FinishAsync(Order order, CancellationToken cancellation)
    {
        if (order.State is OrderState.Returned)
        {
            // What was alive does not go back on the shelf.
            await stock.TakeBackAsync(order.Id, [.. order.Lines.Where(line => line.Kind == Catalog.GoodsKind.Goods).Select(line => new StockLine(line.Sku, line.Quantity))], cancellation);
        }
        if (order.Refunds.Any(refund => !refund.IsDone))
            order = await reconcile.GiveBackAsync(order.Id, cancellation);
        if (order.State == OrderState.Returned && order.Refunds.Count > 0)
            order = (await change.RunAsync(order.Id, current => current.Move(OrderState.Refunded, time.GetUtcNow()).Map(moved => (moved, OrderEffects.None)), cancellation)).Value;
        return order;
    }

    /// <summary>Ends an order before it is packed, and settles it.</summary>
    public async Task<Outcome<Order>> CancelAsync(string orderId, string reason, CancellationToken cancellation)
    {
        await RemindAsync(orderId, cancellation);
        var now = time.GetUtcNow();
        var cancelled = await change.RunAsync(orderId, order => order.State is OrderState.Placing or OrderState.AwaitingPayment or OrderState.Confirmed
            ? order.Move(OrderState.Cancelled, now, reason).Map(moved => (moved, order.State == OrderState.Placing ? OrderEffects.None : OrderNotices.Of("orderCancelled", moved, now)))
            : (order, OrderEffects.None), cancellation);
        return cancelled is { IsOk: true, Value: { State: OrderState.Cancelled, IsSettled: false } } ? await SettleAsync(cancelled.Value, cancellation) : cancelled;
    }

    /// <summary>Notes in the cart that it has become this order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="known">The cart as it was read just now, or null.</param>
    public async Task CloseCartAsync(Order order, CancellationToken cancellation, (Cart Cart, string Tag)? known = null)
    {
        if (order.State != OrderState.Cancelled)
            await ChangeCartAsync(order.CartId, cart => cart.OrderId is null && cart.Attempt <= order.Attempt ? cart.Close(order.Id, order.Attempt, time.GetUtcNow()) : cart, cancellation, known);
    }

    private static DiscountUse UseOf(Order order) => new(order.Id, order.CustomerId ?? order.CartId, order.Promotion, order.GiftCards);

    private Outcome<(Order, OrderEffects)> Place(Order order)
    {
        if (order.State != OrderState.Placing)
            return (order, OrderEffects.None);
        var now = time.GetUtcNow();
        var next = order.Payment.State == PaymentState.None ? OrderState.Confirmed : OrderState.AwaitingPayment;
        return order.Move(next, now, next == OrderState.Confirmed && order.Payment.Method == PaymentMethod.Cod ? "payOnDelivery" : null)
            .Map(moved => (moved, next == OrderState.Confirmed ? OrderNotices.Of("orderConfirmed", moved, now) : OrderEffects.None));
    }

    /// <summary>Lets everything follow an order to its end: holds, money, cart.</summary>
    private async Task<Outcome<Order>> SettleAsync(Order order, CancellationToken cancellation)
    {
        await stock.ReleaseAsync(order.Id, order.StockLines(), cancellation);
        await discounts.ReleaseAsync(UseOf(order), cancellation);
        await reconcile.GiveBackAsync(order.Id, cancellation);
        await ChangeCartAsync(order.CartId, cart => cart.Reopen(order.Id, time.GetUtcNow()), cancellation);
        return await change.RunAsync(order.Id, current => current.IsSettled ? (current, OrderEffects.None) : (current with { IsSettled = true }, OrderEffects.None), cancellation);
    }

    private async Task ChangeCartAsync(string cartId, Func<Cart, Cart> next, CancellationToken cancellation, (Cart Cart, string Tag)? known = null)
    {
        for (var attempt = 0; attempt < Carts.Limits.ConflictsMax; attempt++)
        {
            if ((known ?? await carts.ReadAsync(cartId, cancellation)) is not { } read)
                return;
            known = null;
            var changed = next(read.Cart);
            if (ReferenceEquals(changed, read.Cart) || await carts.SaveAsync(changed, read.Tag, cancellation))
                return;
        }
    }

    private async Task<Order> ReloadAsync(string orderId, CancellationToken cancellation) =>
        (await orders.ReadAsync(orderId, cancellation))?.Order ?? throw new InvalidOperationException("An order that was there is gone.");
}
