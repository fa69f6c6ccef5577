using Kundli.Features.Orders;

namespace Kundli.Features.Checkout;

/// <summary>Ends an order at its customer's wish, as long as it is not packed; goods, money and cart follow.</summary>
public sealed class CancelOrder(ReadOrder read, DriveOrder drive)
{
    /// <summary>The cancelled order; one that is packed already is <c>order-state-conflict</c>, one that is cancelled already stays so.</summary>
    public async Task<Outcome<OrderView>> RunAsync(Caller caller, string orderId, OrderReason request, CancellationToken cancellation)
    {
        var order = await read.LoadAsync(caller, orderId, cancellation);
        if (!order.IsOk)
            return order.Problem;
        var cancelled = await drive.CancelAsync(order.Value.Id, request.Reason ?? "byCustomer", cancellation);
        return cancelled.Then<OrderView>(after => after.State is OrderState.Cancelled or OrderState.Refunded
            ? OrderView.Of(after)
            : OrderProblems.Conflict(after.State, OrderState.Cancelled));
    }
}
