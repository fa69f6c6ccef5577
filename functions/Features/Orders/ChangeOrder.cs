namespace Kundli.Features.Orders;

/// <summary>Loads an order, lets it decide, and saves it with its effects; again if somebody else was quicker.</summary>
public sealed class ChangeOrder(IOrderStore orders)
{
    /// <summary>How often a change is tried against others of the same order.</summary>
    public const int ConflictsMax = 20;

    /// <summary>The order afterwards. A decision that changes nothing writes nothing.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="decide">What it decides; asked again when somebody else was quicker.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="known">The order as it was read or made just now, which spares the first look; the version decides whether that still holds.</param>
    public async Task<Outcome<Order>> RunAsync(
        string orderId, Func<Order, Outcome<(Order Order, OrderEffects Effects)>> decide, CancellationToken cancellation, (Order Order, string Tag)? known = null)
    {
        for (var attempt = 0; attempt < ConflictsMax; attempt++)
        {
            if ((known ?? await orders.ReadAsync(orderId, cancellation)) is not { } read)
                return Problem.NotFound();
            known = null;
            var decided = decide(read.Order);
            if (!decided.IsOk)
                return decided.Problem;
            if (ReferenceEquals(decided.Value.Order, read.Order))
                return read.Order;
            if (await orders.SaveAsync(decided.Value.Order, read.Tag, decided.Value.Effects, cancellation))
                return decided.Value.Order;
            if (decided.Value.Effects.EventId is { } eventId && await orders.HasEventAsync(orderId, eventId, cancellation))
                return read.Order;
        }
        throw new TimeoutException($"An order was changed by others {ConflictsMax} times in a row.");
    }
}
