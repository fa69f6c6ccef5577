using Kundli.Features.Orders;

namespace Kundli.Features.Checkout;

/// <summary>Takes what a carrier tells on its own: a parcel that arrived.</summary>
public sealed class DeliverOrder(ICarrier carrier, ChangeOrder change, TimeProvider time)
{
    /// <summary>The order that it moved, or null when there was nothing to do; a wrong or old signature is <c>webhook-refused</c>.</summary>
    public async Task<Outcome<Order?>> RunAsync(string name, byte[] body, IReadOnlyDictionary<string, string> headers, CancellationToken cancellation)
    {
        if (name != carrier.Name)
            return Problem.NotFound();
        if (carrier.ReadEvent(body, headers, time.GetUtcNow()) is not { } moved)
            return CheckoutProblems.WebhookRefused;
        if (moved.State != "delivered" || !ReadOrder.IsId(moved.OrderId))
            return (Order?)null;
        var delivered = await change.RunAsync(moved.OrderId, order => order.State == OrderState.Shipped ? Deliver(order, moved.Id) : (order, OrderEffects.None), cancellation);
        return delivered.IsOk ? delivered.Value : delivered.Problem;
    }

    private Outcome<(Order, OrderEffects)> Deliver(Order order, string eventId)
    {
        var now = time.GetUtcNow();
        return order.Move(OrderState.Delivered, now).Map(moved =>
            (moved with { Tracking = [.. moved.Tracking.Select(parcel => parcel with { State = "delivered", At = now })] }, new OrderEffects(eventId, [])));
    }
}
