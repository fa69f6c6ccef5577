using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class WebhookRoutes
{
    public const string Payments = "api/v1/payments/webhooks/{provider}";
    public const string Carriers = "api/v1/carriers/webhooks/{carrier}";
}

/// <summary>What gateways and carriers tell on their own.</summary>
public sealed class WebhookFunctions(ReceiveWebhook receive, DeliverOrder deliver)
{
    private const int BytesMax = 64 * 1024;

    /// <summary>Takes a signed event; the same one again has no second effect.</summary>
    [Function("PaymentsWebhook")]
    [Takes<byte[]>]
    [Answers(204)]
    [Fails("not-found", "webhook-refused")]
    public async Task<PlacedAndQueued> Payments([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = WebhookRoutes.Payments)] HttpRequest request, string provider, CancellationToken cancellation)
    {
        var received = await (await Body.ReadBytesAsync(request, BytesMax, cancellation)).ThenAsync(body => receive.RunAsync(provider, body, HeadersOf(request), cancellation));
        return new PlacedAndQueued
        {
            Answer = Answer.NoContent(received),
            Fulfil = received is { IsOk: true, Value: { State: OrderState.Confirmed } order } ? Message.About(order.Id) : null,
        };
    }

    /// <summary>Takes a signed event of a carrier: a parcel that moved or arrived.</summary>
    [Function("CarriersWebhook")]
    [Takes<byte[]>]
    [Answers(204)]
    [Fails("not-found", "order-state-conflict", "webhook-refused")]
    public async Task<IResult> Carriers([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = WebhookRoutes.Carriers)] HttpRequest request, string carrier, CancellationToken cancellation) =>
        Answer.NoContent(await (await Body.ReadBytesAsync(request, BytesMax, cancellation)).ThenAsync(body => deliver.RunAsync(carrier, body, HeadersOf(request), cancellation)));

    private static Dictionary<string, string> HeadersOf(HttpRequest request) =>
        request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
}
