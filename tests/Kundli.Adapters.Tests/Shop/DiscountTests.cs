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
}
