using Kundli.Features.Orders;

namespace Kundli.Features.Checkout;

/// <summary>Takes what a carrier tells on its own: a parcel that moved or arrived.</summary>
public sealed class DeliverOrder(ICarrier carrier, ChangeOrder change, TimeProvider time)
{
    /// <summary>The order that it moved, or null when there was nothing to do; a wrong or old signature is <c>webhook-refused</c>. News that overtakes our own note of the
    /// booking is <c>order-state-conflict</c>: the carrier sends it again.</summary>
    public async Task<Outcome<Order?>> RunAsync(string name, byte[] body, IReadOnlyDictionary<string, string> headers, CancellationToken cancellation)
    {
        if (name != carrier.Name)
            return Problem.NotFound();
        if (carrier.ReadEvent(body, headers, time.GetUtcNow()) is not { } moved)
            return CheckoutProblems.WebhookRefused;
        if (!ReadOrder.IsId(moved.OrderId))
            return (Order?)null;
        var now = time.GetUtcNow();
        var heard = await change.RunAsync(moved.OrderId, order => Parcels.Hear(order, moved.Number, moved.State, now).Map(next => (next, new OrderEffects(moved.Id, []))), cancellation);
        return heard.IsOk ? heard.Value : heard.Problem;
    }
}
