using Kundli.Features;
using Kundli.Features.Carts;
using Kundli.Features.Delivery;
using Kundli.Features.Pricing;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class CartRoutes
{
    public const string Carts = "api/v1/carts";
    public const string Cart = "api/v1/carts/{cartId}";
    public const string Item = "api/v1/carts/{cartId}/items/{sku}";
    public const string Delivery = "api/v1/carts/{cartId}/delivery";
    public const string DeliveryOptions = "api/v1/carts/{cartId}/delivery-options";
    public const string Mine = "api/v1/me/cart";
    public const string Merge = "api/v1/carts/{cartId}/merge";
    public const string Summary = "api/v1/carts/{cartId}/summary";
}

/// <summary>Baskets of guests and members.</summary>
public sealed class CartFunctions(CreateCart create, ReadCart read, PutItem put, PutDelivery deliver, ListDeliveryOptions options, SummariseCart summarise, MergeCarts merge, PeerAddress peer)
{
    /// <summary>Makes an empty cart.</summary>
    [Function("CartsCreate")]
    [Idempotent]
    [Answers<CartView>(201)]
    [Fails("idempotency-key-invalid", "idempotency-key-reused", "idempotency-key-running", "not-found")]
    public async Task<IResult> Create([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CartRoutes.Carts)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Created(await Preconditions.Once(request, CartRoutes.Carts, null, peer).ThenAsync(once => create.RunAsync(request.Caller(), once, cancellation)), cart => $"/{CartRoutes.Carts}/{cart.Id}");

    /// <summary>Reads a cart.</summary>
    [Function("CartsRead")]
    [Answers<CartView>(200)]
    [Fails("not-found")]
    public async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CartRoutes.Cart)] HttpRequest request, string cartId, CancellationToken cancellation) =>
        Answer.Ok(await read.RunAsync(request.Caller(), cartId, cancellation), Cache.Revalidate);

    /// <summary>The cart that the signed-in customer fills at the moment.</summary>
    [Function("CartsMine")]
    [SignedIn]
    [Answers<CartView>(200)]
    [Fails("not-found")]
    public async Task<IResult> Mine([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CartRoutes.Mine)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok<CartView>(await merge.RunAsync(request.UserId(), null, cancellation) is { } cart ? cart : Problem.NotFound(), Cache.Revalidate);

    /// <summary>Makes a guest's cart the signed-in customer's, or puts its goods into the one there is; answers that one. Sending it again adds nothing.</summary>
    [Function("CartsMerge")]
    [SignedIn]
    [Answers<CartView>(200)]
    [Fails("not-found")]
    public async Task<IResult> Merge([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CartRoutes.Merge)] HttpRequest request, string cartId, CancellationToken cancellation) =>
        Answer.Ok<CartView>(await merge.RunAsync(request.UserId(), cartId, cancellation) is { } cart ? cart : Problem.NotFound());

    /// <summary>Sets how many of a SKU the cart holds; 0 removes it.</summary>
    [Function("CartsPutItem")]
    [Takes<PutItemRequest>]
    [Answers<CartView>(200)]
    [Fails("cart-merged", "cart-ordered", "not-found")]
    public async Task<IResult> PutItem([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = CartRoutes.Item)] HttpRequest request, string cartId, string sku, CancellationToken cancellation) =>
        Answer.Ok(await (await Body.ReadAsync<PutItemRequest>(request, cancellation)).ThenAsync(body => put.RunAsync(request.Caller(), cartId, sku, body, cancellation)));

    /// <summary>Says how and where the goods shall come.</summary>
    [Function("CartsPutDelivery")]
    [Takes<PutDeliveryRequest>]
    [Answers<CartView>(200)]
    [Fails("cart-merged", "cart-ordered", "not-found")]
    public async Task<IResult> PutDelivery([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = CartRoutes.Delivery)] HttpRequest request, string cartId, CancellationToken cancellation) =>
        Answer.Ok(await (await Body.ReadAsync<PutDeliveryRequest>(request, cancellation)).ThenAsync(body => deliver.RunAsync(request.Caller(), cartId, body, cancellation)));

    /// <summary>Lists how the goods could come to a PIN code.</summary>
    [Function("CartsDeliveryOptions")]
    [Asks<DeliveryOptionsQuery>]
    [Answers<Page<DeliveryOption>>(200)]
    [Fails("not-found")]
    public async Task<IResult> DeliveryOptions([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CartRoutes.DeliveryOptions)] HttpRequest request, string cartId, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<DeliveryOptionsQuery>(request).ThenAsync(query => options.RunAsync(request.Caller(), cartId, query.PostalCode, cancellation)));

    /// <summary>What the cart costs now: the order summary.</summary>
    [Function("CartsSummary")]
    [Asks<SummaryQuery>]
    [Answers<OrderSummary>(200)]
    [Fails("not-found")]
    public async Task<IResult> Summary([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CartRoutes.Summary)] HttpRequest request, string cartId, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<SummaryQuery>(request).ThenAsync(query => summarise.RunAsync(request.Caller(), cartId, query.PaymentMethod, cancellation)), Cache.Revalidate);
}

/// <summary>For which place delivery is asked.</summary>
/// <param name="PostalCode">Six digits; the cart's own address without it.</param>
internal sealed record DeliveryOptionsQuery(string? PostalCode = null);

/// <summary>For which means of payment the summary is asked: a surcharge depends on it.</summary>
/// <param name="PaymentMethod">The means.</param>
internal sealed record SummaryQuery(PaymentMethod PaymentMethod = PaymentMethod.Cod);
