using Kundli.Features;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class OrderRoutes
{
    public const string Orders = "api/v1/orders";
    public const string Order = "api/v1/orders/{orderId}";
    public const string Summary = "api/v1/orders/{orderId}/summary";
}

/// <summary>Orders as their customers see them.</summary>
public sealed class OrderFunctions(ReadOrder read, ListOrders list)
{
    /// <summary>A member's orders, newest first.</summary>
    [Function("OrdersList")]
    [SignedIn]
    [Asks<PageQuery>]
    [Answers<Page<OrderEntry>>(200)]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OrderRoutes.Orders)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<PageQuery>(request).ThenAsync(query => list.RunAsync(request.UserId(), query.Limit, query.After, cancellation)));

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
}
