using FluentValidation;
using Kundli.Features;
using Kundli.Features.Audit;
using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class OrderAdminRoutes
{
    public const string Orders = "api/v1/admin/orders";
    public const string Order = Orders + "/{orderId}";
    public const string Cancellation = Order + "/cancellation";
    public const string Refunds = Order + "/refunds";
    public const string Audit = "api/v1/admin/audit";
}

/// <summary>Orders as those see them who work on them. Every change stands in the audit book.</summary>
public sealed class OrderAdminFunctions(ListOrders list, ReadOrder read, CancelOrder cancel, RefundOrder refund, KeepAudit audit, TimeProvider time)
{
    /// <summary>The orders of a day in India, newest first.</summary>
    [Function("AdminOrdersList")]
    [SignedIn("admin", "support")]
    [Asks<DayPageQuery>]
    [Answers<Page<OrderEntry>>(200)]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OrderAdminRoutes.Orders)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<DayPageQuery>(request).ThenAsync(query => list.RunAsync(query.Date ?? Days.Today(time), query.Limit, query.After, cancellation)));

    /// <summary>One order with its history.</summary>
    [Function("AdminOrdersRead")]
    [SignedIn("admin")]
    [Answers<OrderView>(200)]
    [Fails("not-found")]
    public async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OrderAdminRoutes.Order)] HttpRequest request, string orderId, CancellationToken cancellation) =>
        Answer.Ok(await read.RunAsync(request.Caller(), orderId, cancellation), Cache.Revalidate);

    /// <summary>Ends an order that is not packed yet; goods, money and cart follow.</summary>
    [Function("AdminOrdersCancel")]
    [SignedIn("admin")]
    [Takes<OrderReason>(Optional = true)]
    [Answers<OrderView>(200)]
    [Fails("not-found", "order-state-conflict")]
    public async Task<IResult> Cancel([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OrderAdminRoutes.Cancellation)] HttpRequest request, string orderId, CancellationToken cancellation) =>
        Answer.Ok(await (await Body.ReadOptionalAsync<OrderReason>(request, cancellation)).ThenAsync(body =>
            audit.RunAsync(request.Caller(), "order.cancel", orderId, () => cancel.RunAsync(request.Caller(), orderId, body ?? new OrderReason("bySeller"), cancellation), cancellation)));

    /// <summary>Gives money back, whole or in part.</summary>
    [Function("OrdersRefund")]
    [SignedIn("admin")]
    [Idempotent(Required = true)]
    [Takes<RefundRequest>]
    [Answers<OrderView>(200)]
    [Fails("idempotency-key-invalid", "idempotency-key-required", "not-found", "order-state-conflict", "refund-too-large")]
    public async Task<IResult> Refund([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = OrderAdminRoutes.Refunds)] HttpRequest request, string orderId, CancellationToken cancellation) =>
        Answer.Ok(await Preconditions.IdempotencyKey(request, required: true).ThenAsync(async key =>
            await (await Body.ReadAsync<RefundRequest>(request, cancellation)).ThenAsync(body =>
                audit.RunAsync(request.Caller(), "order.refund", orderId, () => refund.RunAsync(orderId, key!, body, cancellation), cancellation))));

    /// <summary>What people with a role did on a day (UTC), oldest first.</summary>
    [Function("AdminAuditList")]
    [SignedIn("admin")]
    [Asks<DayPageQuery>]
    [Answers<Page<AuditEntry>>(200)]
    public async Task<IResult> Audit([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = OrderAdminRoutes.Audit)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<DayPageQuery>(request).ThenAsync(query => audit.ListAsync(query.Date, query.Limit, query.After, cancellation)));
}

/// <summary>A page of a day.</summary>
/// <param name="Date">The day; today without it.</param>
/// <param name="Limit">Items of a page.</param>
/// <param name="After">Token of the page before.</param>
internal sealed record DayPageQuery(DateOnly? Date = null, int Limit = Page.LimitDefault, string? After = null);

/// <summary>What every list of a day shares.</summary>
internal sealed class DayPageQueryRules : AbstractValidator<DayPageQuery>
{
    public DayPageQueryRules() => RuleFor(query => query.Limit).InclusiveBetween(1, Page.LimitMax).WithMessage($"must be from 1 to {Page.LimitMax}.");
}
