using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class WebhookRoutes
{
    public const string Payments = "api/v1/payments/webhooks/{provider}";
}

/// <summary>What gateways tell on their own.</summary>
public sealed class WebhookFunctions(ReceiveWebhook receive)
{
    private const int BytesMax = 64 * 1024;

    /// <summary>Takes a signed event; the same one again has no second effect.</summary>
    [Function("PaymentsWebhook")]
    [Takes<byte[]>]
    [Answers(204)]
    [Fails("not-found", "webhook-refused")]
    public async Task<PlacedAndQueued> Payments([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = WebhookRoutes.Payments)] HttpRequest request, string provider, CancellationToken cancellation)
    {
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var received = await (await Body.ReadBytesAsync(request, BytesMax, cancellation)).ThenAsync(body => receive.RunAsync(provider, body, headers, cancellation));
        return new PlacedAndQueued
        {
            Answer = Answer.NoContent(received),
            Fulfil = received is { IsOk: true, Value: { State: OrderState.Confirmed } order } ? Message.About(order.Id) : null,
        };
    }
}
