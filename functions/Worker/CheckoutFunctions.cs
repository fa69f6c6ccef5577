using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Features.Payments;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class CheckoutRoutes
{
    public const string Checkouts = "api/v1/checkouts";
    public const string PaymentMethods = "api/v1/payments/methods";
}

/// <summary>From a cart to an order.</summary>
public sealed class CheckoutFunctions(PlaceOrder place, ListPaymentMethods methods)
{
    /// <summary>How orders can be paid here.</summary>
    [Function("PaymentsMethods")]
    [Answers<PaymentMethods>(200)]
    public IResult Methods([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CheckoutRoutes.PaymentMethods)] HttpRequest request) => Answer.Ok<PaymentMethods>(methods.Run(), Cache.Public(TimeSpan.FromMinutes(5)));

    /// <summary>Places an order; a confirmed one goes to the fulfilment queue. Should the message get lost, the order's due marker fetches it.</summary>
    [Function("CheckoutsCreate")]
    [Idempotent(Required = true)]
    [Takes<PlaceOrderRequest>]
    [Answers<PlacedOrder>(201)]
    [Fails("cart-merged", "cart-ordered", "discount-gone", "idempotency-key-invalid", "idempotency-key-required", "idempotency-key-reused", "not-found", "order-state-conflict", "out-of-stock", "payment-declined", "summary-changed", "too-many-unpaid-orders")]
    public async Task<PlacedAndQueued> Create([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CheckoutRoutes.Checkouts)] HttpRequest request, CancellationToken cancellation)
    {
        var key = Preconditions.IdempotencyKey(request, required: true);
        var placed = await key.ThenAsync(async name =>
            await (await Body.ReadAsync<PlaceOrderRequest>(request, cancellation)).ThenAsync(body => place.RunAsync(request.Caller(), name!, body, cancellation)));
        return new PlacedAndQueued
        {
            Answer = Answer.Created(placed, order => $"/{OrderRoutes.Orders}/{order.OrderId}"),
            Fulfil = placed is { IsOk: true, Value.Status: OrderState.Confirmed } ? Message.About(placed.Value.OrderId) : null,
        };
    }
}

/// <summary>An answer, and a message where there is an order to fulfil.</summary>
public sealed class PlacedAndQueued
{
    /// <summary>What the client gets.</summary>
    [HttpResult]
    public required IResult Answer { get; init; }

    /// <summary>The order to fulfil, or nothing.</summary>
    [ServiceBusOutput(FulfilmentFunctions.Queue, Connection = "ServiceBus")]
    public Message? Fulfil { get; init; }
}
