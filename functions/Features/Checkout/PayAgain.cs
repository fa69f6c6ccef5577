using Kundli.Features.Orders;

namespace Kundli.Features.Checkout;

/// <summary>Pays an order whose first payment was declined or never came.</summary>
public sealed class PayAgain(ReadOrder read, PayOrder pay)
{
    /// <summary>The order after the gateway answered.</summary>
    public async Task<Outcome<PlacedOrder>> RunAsync(Caller caller, string orderId, string key, PaymentChoice choice, CancellationToken cancellation)
    {
        var order = await read.LoadAsync(caller, orderId, cancellation);
        if (!order.IsOk)
            return order.Problem;
        var keyHash = PlaceOrder.HashOf(key);
        // The same key again gets the answer of the payment that it made.
        if (order.Value.Payment is { State: PaymentState.Captured, Key: { } known } && known == PayOrder.KeyOf(order.Value, keyHash))
            return PlacedOrder.Of(order.Value);
        return await pay.RunAsync(order.Value, choice, keyHash, cancellation);
    }
}
