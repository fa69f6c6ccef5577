using Kundli.Adapters.Documents;
using Kundli.Adapters.Invoices;
using Kundli.Adapters.Payments;
using Kundli.Features;
using Kundli.Features.Carts;
using Kundli.Features.Checkout;
using Kundli.Features.Delivery;
using Kundli.Features.Idempotency;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Kundli.Features.Promotions;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

public sealed class DiscountTests
{
    private static readonly PaymentChoice Cod = new(PaymentMethod.Cod);

    [Fact]
    public async Task A_gift_card_never_pays_more_than_it_holds_and_a_cancelled_order_gives_its_part_back()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 20));
        var process = world.Start();
        var code = await new GiftCardStore(process.Documents).IssueAsync(Money.Paise(800_00), world.Time.GetUtcNow().AddYears(1), default);
        var requests = new List<PlaceOrderRequest>();
        for (var index = 0; index < 6; index++)
            requests.Add(await FillAsync(process, cart => process.Give.RunAsync(Caller.Guest, cart, code, default)));

        var answers = new List<Outcome<PlacedOrder>>();
        foreach (var (request, index) in requests.Select((request, index) => (request, index)))
            answers.Add(await process.Place.RunAsync(Caller.Guest, $"key{index}", request, default));

        Assert.Single(answers, answer => answer.IsOk);
        Assert.All(answers.Where(answer => !answer.IsOk), answer => Assert.Equal("summary-changed", answer.Problem!.Name));
        Assert.Equal(Money.Paise(800_00) - answers.Single(answer => answer.IsOk).Value.Summary.Totals.GiftCard, (await new GiftCardStore(process.Documents).ReadAsync(code, default))!.Balance);
        await process.Cancel.RunAsync(Caller.Guest, answers.Single(answer => answer.IsOk).Value.OrderId, new OrderReason(), default);
        Assert.Equal(Money.Paise(800_00), (await new GiftCardStore(process.Documents).ReadAsync(code, default))!.Balance);
        await process.QuietAsync();
        world.AssertBalanced(20, "A-1");
    }

    [Theory]
    [InlineData(300_00)]
    [InlineData(2_000_00)]
    public async Task What_a_gift_card_paid_goes_back_onto_it_after_what_was_paid_otherwise(long onCard)
    {
        var (world, code, order) = await DeliveredAsync(onCard);
        var process = world.Start();
        var paid = order.Payment.Captured;
        var taken = order.Summary.Totals.GiftCard;
        Assert.Equal(order.Summary.Totals.Total, paid + taken);
        Assert.True((await process.Return.RunAsync(Caller.Guest, order.Id, new OrderReason("broken"), default)).IsOk);

        var part = await process.Refund.RunAsync(order.Id, "part", new RefundRequest(paid.Amount + 50_00), default);
        Assert.Equal(Money.Paise(50_00), Assert.Single(part.Value.Refunds).OnGiftCards);
        Assert.Equal((0, onCard - taken.Amount + 50_00), (world.Gateway.NetOf(order.Id), await BalanceAsync(process, code)));
        Assert.Equal("refund-too-large", (await process.Refund.RunAsync(order.Id, "more", new RefundRequest(taken.Amount - 50_00 + 1), default)).Problem?.Name);

        for (var again = 0; again < 3; again++)
            Assert.True((await process.Refund.RunAsync(order.Id, "rest", new RefundRequest(null, null, true), default)).IsOk);
        Assert.Equal(onCard, await BalanceAsync(process, code));
        Assert.Equal(OrderState.Refunded, world.Orders().Single().State);
        Assert.Contains("gift card", (await process.Orders.NoticesAsync(order.Id, default)).Last(notice => notice.Kind.StartsWith("refundSent", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_dies_while_money_goes_back_onto_a_card_gives_it_back_once()
    {
        for (var step = 1; step <= 30; step++)
        {
            var (world, code, order) = await DeliveredAsync(300_00);
            await world.Start().Return.RunAsync(Caller.Guest, order.Id, new OrderReason(), default);
            world.Killer.Arm(step);
            try
            {
                await world.Start().Refund.RunAsync(order.Id, "all", new RefundRequest(null, null, true), default);
            }
            catch (KilledException)
            {
                // The process is gone; the next one goes on.
            }
            world.Killer.Disarm();
            Assert.True((await world.Start().Refund.RunAsync(order.Id, "all", new RefundRequest(null, null, true), default)).IsOk);
            await world.Start().QuietAsync();

            Assert.Equal((OrderState.Refunded, 300_00, 0), (world.Orders().Single().State, await BalanceAsync(world.Start(), code), world.Gateway.NetOf(order.Id)));
        }
    }

    [Fact]
    public async Task An_order_that_is_cancelled_after_a_part_went_back_onto_its_card_gives_back_the_rest_alone()
    {
        var world = new ShopWorld();
        // Thursday: what is alive waits for Monday and can be cancelled until then.
        world.Time.SetUtcNow(new DateTimeOffset(2026, 11, 26, 6, 0, 0, TimeSpan.Zero));
        var (process, code, placed) = await PlacedAsync(world, 2_000_00, "P-1");
        await process.QuietAsync();
        Assert.True((await process.Refund.RunAsync(placed, "part", new RefundRequest(50_00), default)).IsOk);
        Assert.True((await process.Cancel.RunAsync(Caller.Guest, placed, new OrderReason(), default)).IsOk);
        await world.Start().QuietAsync();

        Assert.Equal(2_000_00, await BalanceAsync(process, code));
    }

    [Fact]
    public async Task A_promotion_for_two_orders_is_used_twice_however_many_ask_at_once()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 50));
        var process = world.Start();
        var now = world.Time.GetUtcNow();
        var store = new PromotionStore(process.Documents);
        Assert.True(await store.CreateAsync(new Promotion("DIWALI10", PromotionKind.Percent, 1_000, Money.Zero, Money.Paise(400_00), now, now.AddDays(1), 2, 1, false, 0), default));
        var requests = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => FillAsync(process, cart => process.Promote.RunAsync(Caller.Guest, cart, "diwali10", default))));

        var work = Task.WhenAll(requests.Select((request, index) => Task.Run(() => process.Place.RunAsync(Caller.Guest, $"key{index}", request, default))));
        while (await Task.WhenAny(work, Task.Delay(1)) != work)
            world.Time.Advance(TimeSpan.FromMilliseconds(1));
        var answers = await work;

        Assert.Equal(2, answers.Count(answer => answer.IsOk));
        Assert.All(answers.Where(answer => answer.IsOk), answer => Assert.Equal(Money.Paise(49_90), answer.Value.Summary.Adjustments[0].Amount));
        Assert.All(answers.Where(answer => !answer.IsOk), answer => Assert.Contains(answer.Problem!.Name, new[] { "discount-gone", "invalid-input", "summary-changed" }));
        Assert.Equal(2, (await store.ReadAsync("DIWALI10", "nobody", default))!.Value.Promotion.Uses);
        await process.QuietAsync();
        world.AssertBalanced(50, "A-1");
    }

    [Fact]
    public async Task A_delivered_order_comes_back_its_goods_to_the_shelf_and_its_money_to_the_customer()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 5));
        var process = world.Start();
        var order = (await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(new PaymentChoice(PaymentMethod.Card, "tok_ok"), ("A-1", 2)), default)).Value;
        await process.QuietAsync();
        var body = System.Text.Encoding.UTF8.GetBytes($$"""{"orderId":"{{order.OrderId}}","state":"delivered"}""");
        var forged = StandardWebhook.Sign("evt1", body, world.Time.GetUtcNow(), [1]);
        Assert.Equal("webhook-refused", (await process.Parcel.RunAsync("van", body, forged, default)).Problem?.Name);
        var headers = StandardWebhook.Sign("evt1", body, world.Time.GetUtcNow(), KillableGateway.Secret);
        Assert.Equal(OrderState.Delivered, (await process.Parcel.RunAsync("van", body, headers, default)).Value!.State);

        Assert.True((await process.Return.RunAsync(Caller.Guest, order.OrderId, new OrderReason("broken"), default)).IsOk);
        var part = await process.Refund.RunAsync(order.OrderId, "part", new RefundRequest(100_00), default);
        Assert.Equal("refund-too-large", (await process.Refund.RunAsync(order.OrderId, "more", new RefundRequest(10_000_00), default)).Problem?.Name);
        var rest = await process.Refund.RunAsync(order.OrderId, "rest", new RefundRequest(null, null, true), default);
        await process.Refund.RunAsync(order.OrderId, "rest", new RefundRequest(null, null, true), default);

        Assert.True(part.IsOk);
        Assert.Equal(OrderState.Refunded, rest.Value.Status);
        Assert.Equal(0, world.Gateway.NetOf(order.OrderId));
        Assert.Equal(["KC26-27/000001", "KC26-27/000002"], world.Orders()[0].Refunds.Select(refund => refund.CreditNote));
        Assert.Equal(5, world.Level("A-1").Available);
        var print = new PrintInvoice(new ReadOrder(process.Orders), new SkiaInvoicePrinter(), new ShopPolicy());
        Assert.All(rest.Value.Refunds, refund => Assert.Equal($"/api/v1/orders/{order.OrderId}/refunds/{refund.Id}/credit-note.pdf", refund.CreditNoteHref));
        Assert.True((await print.CreditAsync(Caller.Guest, order.OrderId, rest.Value.Refunds[0].Id, default)).IsOk);
        Assert.Equal("not-found", (await print.CreditAsync(Caller.Guest, order.OrderId, "r0", default)).Problem?.Name);
    }

    private static async Task<PlaceOrderRequest> FillAsync(ShopProcess process, Func<string, Task<Outcome<CartView>>> add)
    {
        var cart = (await process.Create.RunAsync(Caller.Guest, new OnceKey("test", "carts", null, null), default)).Value.Id;
        await process.Put.RunAsync(Caller.Guest, cart, "A-1", new PutItemRequest(1), default);
        await process.Deliver.RunAsync(Caller.Guest, cart, new PutDeliveryRequest(DeliveryMethod.Standard, ShopWorld.Delhi), default);
        Assert.True((await add(cart)).IsOk);
        var summary = (await process.Summarise.RunAsync(Caller.Guest, cart, PaymentMethod.Cod, default)).Value;
        return new PlaceOrderRequest(cart, summary.SummaryHash, new CustomerDetails(CustomerKind.Individual, "Asha", Email: "asha@example.com"), Cod, true);
    }

    internal static async Task<long> BalanceAsync(ShopProcess process, string code) => (await new GiftCardStore(process.Documents).ReadAsync(code, default))!.Balance.Amount;

    /// <summary>An order of one unit that a gift card pays as far as it goes, and a card the rest.</summary>
    internal static async Task<(ShopProcess Process, string Code, string OrderId)> PlacedAsync(ShopWorld world, long onCard, string sku)
    {
        await world.SeedAsync((sku, 5));
        var process = world.Start();
        var code = await new GiftCardStore(process.Documents).IssueAsync(Money.Paise(onCard), world.Time.GetUtcNow().AddYears(1), default);
        var request = await process.FillAsync(new PaymentChoice(PaymentMethod.Card, "tok_ok"), (sku, 1));
        Assert.True((await process.Give.RunAsync(Caller.Guest, request.CartId, code, default)).IsOk);
        var summary = await process.Summarise.RunAsync(Caller.Guest, request.CartId, PaymentMethod.Card, default);
        var placed = await process.Place.RunAsync(Caller.Guest, "key", request with { SummaryHash = summary.Value.SummaryHash }, default);
        Assert.True(placed.IsOk, placed.Problem?.Detail);
        return (process, code, placed.Value.OrderId);
    }

    private static async Task<(ShopWorld World, string Code, Order Order)> DeliveredAsync(long onCard)
    {
        var world = new ShopWorld();
        var (process, code, id) = await PlacedAsync(world, onCard, "A-1");
        await process.QuietAsync();
        await ParcelTests.TellAsync(world, "there", id, null, "delivered");
        return (world, code, world.Orders().Single());
    }
}
