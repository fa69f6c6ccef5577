using Kundli.Features;
using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class OrderRoutes
{
    public const string Orders = "api/v1/orders";
    public const string Lookup = "api/v1/orders/lookup";
    public const string Order = "api/v1/orders/{orderId}";
    public const string Summary = "api/v1/orders/{orderId}/summary";
    public const string Invoice = "api/v1/orders/{orderId}/invoice.pdf";
    public const string CreditNote = "api/v1/orders/{orderId}/refunds/{refundId}/credit-note.pdf";
    public const string Cancellation = "api/v1/orders/{orderId}/cancellation";
    public const string Returns = "api/v1/orders/{orderId}/returns";
    public const string Payments = "api/v1/orders/{orderId}/payments";
    public const string TestPayment = "api/v1/orders/{orderId}/payments/test";
}

/// <summary>Orders as their customers see them.</summary>
public sealed class OrderFunctions(ReadOrder read, ListOrders list, PrintInvoice print, CancelOrder cancel, ReturnOrder giveBack, PayAgain pay, AnswerTestPayment answerTest, LookUpOrder lookUp)
{
    /// <summary>A member's orders, newest first.</summary>
    [Function("OrdersList")]
    [SignedIn]
    [Asks<PageQuery>]
    [Answers<Page<OrderEntry>>(200)]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OrderRoutes.Orders)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<PageQuery>(request).ThenAsync(query => list.RunAsync(request.UserId(), query.Limit, query.After, cancellation)));

    /// <summary>Finds a guest's order by number and phone; both stand in the body, never in an address.</summary>
    [Function("OrdersLookUp")]
    [Takes<LookUpOrderRequest>]
    [Answers<OrderView>(200)]
    [Fails("not-found")]
    public async Task<IResult> LookUp([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OrderRoutes.Lookup)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await (await Body.ReadAsync<LookUpOrderRequest>(request, cancellation)).ThenAsync(body => lookUp.RunAsync(body, cancellation)));

    /// <summary>One order with its history.</summary>
    [Function("OrdersRead")]
    [Answers<OrderView>(200)]
    [Fails("not-found")]
    public async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OrderRoutes.Order)] HttpRequest request, string orderId, CancellationToken cancellation) =>
        Answer.Ok(await read.RunAsync(request.Caller(), orderId, cancellation), Cache.Revalidate);

    /// <summary>One order as its summary.</summary>
    [Function("OrdersSummary")]
    [Answers<OrderSummary>(200)]
    [Fails("not-found")]
    public async Task<IResult> Summary([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OrderRoutes.Summary)] HttpRequest request, string orderId, CancellationToken cancellation) =>
        Answer.Ok(await read.SummariseAsync(request.Caller(), orderId, cancellation), Cache.Revalidate);

    /// <summary>The invoice as a PDF, once the order is on its way.</summary>
    [Function("OrdersInvoice")]
    [Answers<byte[]>(200, "application/pdf")]
    [Fails("invoice-not-issued", "not-found")]
    public async Task<IResult> Invoice([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OrderRoutes.Invoice)] HttpRequest request, string orderId, CancellationToken cancellation) =>
        Answer.File(await print.RunAsync(request.Caller(), orderId, cancellation), "application/pdf", Cache.Revalidate, $"invoice-{orderId[..Math.Min(8, orderId.Length)]}.pdf");

    /// <summary>The credit note of a refund as a PDF. The refund names it: the note's own number holds a slash.</summary>
    [Function("OrdersCreditNote")]
    [Answers<byte[]>(200, "application/pdf")]
    [Fails("credit-note-not-issued", "not-found")]
    public async Task<IResult> CreditNote([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OrderRoutes.CreditNote)] HttpRequest request, string orderId, string refundId, CancellationToken cancellation) =>
        Answer.File(await print.CreditAsync(request.Caller(), orderId, refundId, cancellation), "application/pdf", Cache.Revalidate, $"credit-note-{orderId[..Math.Min(8, orderId.Length)]}.pdf");

    /// <summary>Ends an order that is not packed yet.</summary>
    [Function("OrdersCancel")]
    [Takes<OrderReason>(Optional = true)]
    [Answers<OrderView>(200)]
    [Fails("not-found", "order-state-conflict")]
    public async Task<IResult> Cancel([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OrderRoutes.Cancellation)] HttpRequest request, string orderId, CancellationToken cancellation) =>
        Answer.Ok(await (await Body.ReadOptionalAsync<OrderReason>(request, cancellation)).ThenAsync(body => cancel.RunAsync(request.Caller(), orderId, body ?? new OrderReason(), cancellation)));

    /// <summary>Asks to send delivered goods back.</summary>
    [Function("OrdersReturn")]
    [Takes<OrderReason>(Optional = true)]
    [Answers<OrderView>(200)]
    [Fails("not-found", "order-state-conflict", "return-not-taken", "return-period-over")]
    public async Task<IResult> Return([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OrderRoutes.Returns)] HttpRequest request, string orderId, CancellationToken cancellation) =>
        Answer.Ok(await (await Body.ReadOptionalAsync<OrderReason>(request, cancellation)).ThenAsync(body => giveBack.RunAsync(request.Caller(), orderId, body ?? new OrderReason(), cancellation)));

    /// <summary>Pays an order whose first payment was declined or never came.</summary>
    [Function("OrdersPay")]
    [Idempotent(Required = true)]
    [Takes<PaymentChoice>]
    [Answers<PlacedOrder>(200)]
    [Fails("idempotency-key-invalid", "idempotency-key-required", "not-found", "order-state-conflict", "payment-declined")]
    public async Task<PlacedAndQueued> Pay([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OrderRoutes.Payments)] HttpRequest request, string orderId, CancellationToken cancellation)
    {
        var paid = await Preconditions.IdempotencyKey(request, required: true).ThenAsync(async key =>
            await (await Body.ReadAsync<PaymentChoice>(request, cancellation)).ThenAsync(body => pay.RunAsync(request.Caller(), orderId, key!, body, cancellation)));
        return new PlacedAndQueued { Answer = Answer.Ok(paid), Fulfil = paid is { IsOk: true, Value.Status: OrderState.Confirmed } ? Message.About(paid.Value.OrderId) : null };
    }

    /// <summary>Plays the bank of a payment that waits, at a gateway that moves no money; at any other there is no such address.</summary>
    [Function("OrdersAnswerTestPayment")]
    [Takes<TestPaymentAnswer>]
    [Answers<OrderView>(200)]
    [Fails("not-found", "order-state-conflict")]
    public async Task<PlacedAndQueued> AnswerTestPayment([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OrderRoutes.TestPayment)] HttpRequest request, string orderId, CancellationToken cancellation)
    {
        var answered = await (await Body.ReadAsync<TestPaymentAnswer>(request, cancellation)).ThenAsync(body => answerTest.RunAsync(request.Caller(), orderId, body, cancellation));
        return new PlacedAndQueued { Answer = Answer.Ok(answered.Map(OrderView.Of)), Fulfil = answered is { IsOk: true, Value.State: OrderState.Confirmed } ? Message.About(answered.Value.Id) : null };
    }
}
