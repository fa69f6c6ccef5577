using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kundli.Features.Carts;
using Kundli.Features.Catalog;
using Kundli.Features.Due;
using Kundli.Features.Idempotency;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Kundli.Features.Stock;

namespace Kundli.Features.Checkout;

/// <summary>
/// Turns a cart into an order. A due marker first, then the order in state <c>placing</c>, then the holds, then the order's next state, then the payment: each
/// step may be repeated, and whoever finds an order half placed (the customer's retry, another process, the timer) goes on from the order's own state. The
/// id of the order follows from the cart, so a second order of the same cart can't come to be.
/// </summary>
public sealed class PlaceOrder(
    ICartStore carts, PriceCart price, IShelves shelves, IOrderStore orders, IDueMarkers due, DriveOrder drive, PayOrder pay, ScarceGoods scarce, LimitHolds limit, ShopPolicy policy, TimeProvider time)
{
    private const int AttemptsMax = 50;

    /// <summary>The placed order; <c>summary-changed</c>, <c>out-of-stock</c>, <c>too-many-unpaid-orders</c>, <c>payment-declined</c>, <c>cart-ordered</c>, <c>idempotency-key-reused</c> or invalid fields.</summary>
    public async Task<Outcome<PlacedOrder>> RunAsync(Caller caller, string key, PlaceOrderRequest request, CancellationToken cancellation)
    {
        if (!ChangeCart.IsId(request.CartId) || await carts.ReadAsync(request.CartId, cancellation) is not { } read || !read.Cart.IsOf(caller))
            return Problem.NotFound("There is no such cart.");
        if (read.Cart.MergedInto is { } merged)
            return CartProblems.Merged(merged);
        var (keyHash, bodyHash) = (HashOf(key), Hash(JsonSerializer.SerializeToUtf8Bytes(request)));
        // From the first order of the cart on: the key may belong to one that was cancelled since.
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var found = await orders.ReadAsync(Order.IdOf(read.Cart.Id, attempt), cancellation);
            if (found is null)
            {
                var (made, held) = await MakeAndHoldAsync(read.Cart, attempt, request, keyHash, bodyHash, cancellation);
                if (!held.IsOk)
                    return held.Problem;
                if (held.Value is { } placed)
                    return await FinishAsync(placed, read, request.Payment, keyHash, cancellation);
                // Another request of the same cart was quicker: judge what it made.
                found = await orders.ReadAsync(made.Value.Id, cancellation);
            }
            if (found?.Order is { } order && order.KeyHash == keyHash)
                return order.BodyHash == bodyHash ? await FinishAsync(order, read, request.Payment, keyHash, cancellation) : IdempotencyKey.Reused;
            if (found?.Order is { State: not (OrderState.Cancelled or OrderState.Refunded) } other)
                return CartProblems.Ordered(other.Id);
        }
        return CartProblems.Ordered(read.Cart.OrderId ?? "");
    }

    private async Task<Outcome<(Order Order, IReadOnlyDictionary<string, int> Available)>> MakeAsync(
        Cart cart, int attempt, PlaceOrderRequest request, string keyHash, string bodyHash, CancellationToken cancellation)
    {
        var terms = TermsOf(cart, request);
        if (terms.Method != Delivery.DeliveryMethod.Pickup && terms.Address is null)
            return Problem.Invalid(new FieldError("/deliveryAddress", "is missing."));
        var priced = await price.RunAsync(cart, terms, cancellation);
        if (priced.Goods.Count == 0)
            return Problem.Invalid(new FieldError("/cartId", "The cart is empty."));
        if (priced.Problems.Count > 0)
            return Problem.Invalid([.. priced.Problems]);
        if (!IsAgreed(cart, priced.Summary, request.SummaryHash))
            return CheckoutProblems.SummaryChanged(priced.Summary);
        if (terms.Payment == PaymentMethod.GiftCard && priced.Summary.Totals.Due.Amount > 0)
            return Problem.Invalid(new FieldError("/payment/method", "The gift cards do not cover the total."));
        return (MakeOrder.Of(cart, attempt, priced, keyHash, bodyHash, time.GetUtcNow(), policy), priced.Available);
    }

    /// <summary>Whether the customer saw this summary. A cart without an address names no day; whoever tells the address with the order agrees to the day that follows.</summary>
    private static bool IsAgreed(Cart cart, OrderSummary summary, string hash) =>
        summary.SummaryHash == hash || (cart.Address is null && SummaryArithmetic.Hash(summary with { Fulfilment = summary.Fulfilment with { PromisedBy = null } }) == hash);

    private async Task<(Outcome<Order> Made, Outcome<Order?> Held)> MakeAndHoldAsync(
        Cart cart, int attempt, PlaceOrderRequest request, string keyHash, string bodyHash, CancellationToken cancellation)
    {
        using var inside = await scarce.EnterAsync(cancellation);
        var made = await MakeAsync(cart, attempt, request, keyHash, bodyHash, cancellation);
        return (made.Map(entry => entry.Order), made.IsOk ? await CreateAndHoldAsync(made.Value.Order, made.Value.Available, cancellation) : made.Problem);
    }

    /// <summary>The order with its goods held; null when the cart has become an order meanwhile. What is sold out is refused before anything is written.</summary>
    private async Task<Outcome<Order?>> CreateAndHoldAsync(Order order, IReadOnlyDictionary<string, int> available, CancellationToken cancellation)
    {
        using var turn = Missing(order, available).Count == 0 ? await scarce.EnterAsync(available, cancellation) : null;
        var missing = Missing(order, turn is null ? available : await AvailableAsync(order, cancellation));
        if (missing.Count > 0)
            return StockProblems.OutOfStock(missing);
        var allowed = await limit.RunAsync(order, cancellation);
        if (!allowed.IsOk)
            return allowed.Problem;
        var created = await CreateAsync(order, cancellation);
        return created.IsDone ? (await drive.HoldAsync(order, cancellation, created.Tag)).Map(held => (Order?)held) : (Order?)null;
    }

    private Task<IReadOnlyDictionary<string, int>> AvailableAsync(Order order, CancellationToken cancellation) => shelves.AvailableAsync([.. order.Lines.Select(line => line.Sku)], cancellation);

    private static IReadOnlyList<string> Missing(Order order, IReadOnlyDictionary<string, int> available) =>
        [.. order.Lines.Where(line => available[line.Sku] < line.Quantity).Select(line => line.Sku).Order(StringComparer.Ordinal)];

    private static PriceTerms TermsOf(Cart cart, PlaceOrderRequest request)
    {
        var address = request.DeliveryAddress is { } given ? AddressRules.Normalised(given) : cart.Address;
        var billing = request.BillingAddress is { } bill ? AddressRules.Normalised(bill) : address;
        return new PriceTerms(
            request.DeliveryMethod ?? cart.Method, address, billing, request.Customer, request.Payment.Method, request.Email ?? request.Customer.Email, request.Phone ?? request.Customer.Phone ?? address?.Phone, request.TermsAccepted);
    }

    private async Task<(bool IsDone, string? Tag)> CreateAsync(Order order, CancellationToken cancellation)
    {
        await due.SetAsync(new DueMarker(DriveOrder.MarkerKind, order.Id, order.PlacedAt + policy.RedriveAfter), cancellation);
        return await orders.CreateAsync(order, cancellation);
    }

    private async Task<Outcome<PlacedOrder>> FinishAsync(Order order, (Cart Cart, string Tag) cart, PaymentChoice choice, string keyHash, CancellationToken cancellation)
    {
        var held = await drive.HoldAsync(order, cancellation);
        if (!held.IsOk)
            return held.Problem;
        await drive.CloseCartAsync(held.Value, cancellation, cart);
        return held.Value is { State: OrderState.AwaitingPayment, Payment.State: not PaymentState.Captured }
            ? await pay.RunAsync(held.Value, choice with { Method = held.Value.Payment.Method }, keyHash, cancellation)
            : PlacedOrder.Of(held.Value);
    }

    /// <summary>The hash under which an order remembers an Idempotency-Key.</summary>
    public static string HashOf(string key) => Hash(Encoding.UTF8.GetBytes(key));

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];
}
