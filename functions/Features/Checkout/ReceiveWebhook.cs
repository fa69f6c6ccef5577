using Kundli.Features.Orders;
using Kundli.Features.Payments;

namespace Kundli.Features.Checkout;

/// <summary>Takes what a gateway reports on its own: late captures, declined payments. Each event has one effect.</summary>
public sealed class ReceiveWebhook(IPaymentGateway gateway, ConfirmPayment confirm, DriveOrder drive, IOrderStore orders, IPaymentReferences references, TimeProvider time)
{
    /// <summary>The order that it moved, or null when there was nothing to do; a wrong or old signature is <c>webhook-refused</c>.</summary>
    public async Task<Outcome<Order?>> RunAsync(string provider, byte[] body, IReadOnlyDictionary<string, string> headers, CancellationToken cancellation)
    {
        if (provider != gateway.Provider)
            return Problem.NotFound();
        return gateway.ReadEvent(body, headers, time.GetUtcNow()) is { } found ? await TakeAsync(found, cancellation) : CheckoutProblems.WebhookRefused;
    }

    /// <summary>Takes an event whose signature is good.</summary>
    internal async Task<Outcome<Order?>> TakeAsync(GatewayEvent found, CancellationToken cancellation)
    {
        var known = found is { OrderId: null, Session: { } session } ? await references.FindAsync(gateway.Provider, session, cancellation) : null;
        if ((found.OrderId ?? known?.OrderId) is not { } orderId || !ReadOrder.IsId(orderId) || await orders.ReadAsync(orderId, cancellation) is not { } read)
            return (Order?)null;
        if (await orders.HasEventAsync(orderId, found.Id, cancellation))
            return (Order?)null;
        // Money may have to go back: the marker finds it should this process die before.
        await drive.RemindAsync(orderId, cancellation);
        var payment = new GatewayPayment(found.Answer, found.Reference) { Amount = found.Answer == PaymentAnswer.Captured ? found.Amount : null };
        var after = await confirm.RunAsync(orderId, found.Key ?? known?.Key ?? read.Order.Payment.Key ?? "", payment, found.Id, cancellation);
        if (!after.IsOk)
            return after.Problem;
        return await drive.FinishAsync(after.Value, cancellation);
    }
}
