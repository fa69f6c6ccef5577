using Kundli.Adapters.Documents;
using Kundli.Features;
using Kundli.Features.Carts;
using Kundli.Features.Checkout;
using Kundli.Features.Idempotency;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Kundli.Features.Promotions;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

/// <summary>What one buyer may take: A13 (hoarding) and codes for a first order.</summary>
public sealed class BuyerLimitTests
{
    private static readonly PaymentChoice Card = new(PaymentMethod.Card, "tok_3ds");
    private static readonly PaymentChoice Cod = new(PaymentMethod.Cod);

    [Fact]
    public async Task A13_one_person_in_a_hundred_sessions_holds_six_orders_and_the_shelf_stays_for_others()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 500));
        var process = world.Start();
        var answers = new List<Outcome<PlacedOrder>>();
        for (var index = 0; index < 100; index++)
            answers.Add(await process.Place.RunAsync(Caller.Guest, $"key{index}", await process.FillAsync(Card, ("A-1", 5)), default));

        Assert.Equal(UnpaidOrders.OrdersMax, answers.Count(answer => answer.IsOk));
        Assert.All(answers.Where(answer => !answer.IsOk), answer => Assert.Equal("too-many-unpaid-orders", answer.Problem!.Name));
        Assert.Equal(500 - (5 * UnpaidOrders.OrdersMax), world.Level("A-1").Available);
        await process.QuietAsync();
        Assert.Equal(500, world.Level("A-1").Available);
        // The note has expired; it is written over at the second try, a moment later.
        var later = process.Place.RunAsync(Caller.Guest, "later", await process.FillAsync(Card, ("A-1", 1)), default);
        while (await Task.WhenAny(later, Task.Delay(1)) != later)
            world.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True((await later).IsOk);
    }

    [Fact]
    public async Task A13_few_orders_of_many_units_are_too_many_too()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 500));
        var process = world.Start();
        for (var index = 0; index < UnpaidOrders.UnitsMax / 50; index++)
            Assert.True((await process.Place.RunAsync(Caller.Guest, $"key{index}", await process.FillAsync(Card, ("A-1", 50)), default)).IsOk);

        Assert.Equal("too-many-unpaid-orders", (await process.Place.RunAsync(Caller.Guest, "more", await process.FillAsync(Card, ("A-1", 1)), default)).Problem?.Name);
    }

    [Fact]
    public async Task Another_name_at_the_same_address_counts_and_who_pays_or_cancels_may_go_on()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 500));
        var process = world.Start();
        var placed = new List<PlacedOrder>();
        for (var index = 0; index < UnpaidOrders.OrdersMax; index++)
            placed.Add((await process.Place.RunAsync(Caller.Guest, $"key{index}", await OtherAsync(process, index), default)).Value);
        var refused = await OtherAsync(process, 99);
        Assert.Equal("too-many-unpaid-orders", (await process.Place.RunAsync(Caller.Guest, "more", refused, default)).Problem?.Name);
        // Paid on delivery is sold, not held.
        Assert.True((await process.Place.RunAsync(Caller.Guest, "cod", await process.FillAsync(Cod, ("A-1", 1)), default)).IsOk);

        await process.Cancel.RunAsync(Caller.Guest, placed[0].OrderId, new OrderReason(), default);
        Assert.True((await process.Place.RunAsync(Caller.Guest, "more", refused, default)).IsOk);
    }

    [Fact]
    public void A_note_forgets_what_is_over_and_counts_the_same_order_once()
    {
        var now = new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
        var held = UnpaidOrders.None;
        for (var index = 0; index < UnpaidOrders.OrdersMax; index++)
            held = held.With(new($"{index}", 1, now, now.AddMinutes(15)), now)!;
        Assert.Equal(UnpaidOrders.OrdersMax, held.With(new("0", 2, now, now.AddMinutes(15)), now)!.Orders.Count);
        Assert.Null(held.With(new("7", 1, now, now.AddMinutes(15)), now));
        Assert.Single(held.With(new("7", 1, now, now.AddMinutes(45)), now.AddMinutes(30))!.Orders);
    }

    [Fact]
    public async Task An_order_that_is_noted_and_not_made_yet_keeps_its_place_for_a_moment_and_no_longer()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 50));
        var process = world.Start();
        var limit = new LimitHolds(new UnpaidOrderStore(process.Documents, new byte[32]), process.Orders, world.Time);
        var made = (await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(Card, ("A-1", 1)), default)).Value;
        var order = world.Orders().Single(placed => placed.Id == made.OrderId);
        // Requests of the same moment, each between its note and its order.
        for (var index = 1; index < UnpaidOrders.OrdersMax; index++)
            Assert.True((await limit.RunAsync(order with { Id = $"other{index}" }, default)).IsOk);
        Assert.Equal("too-many-unpaid-orders", (await limit.RunAsync(order with { Id = "more" }, default)).Problem?.Name);

        world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await limit.RunAsync(order with { Id = "more" }, default)).IsOk);
    }

    [Fact]
    public async Task A_code_for_a_first_order_holds_for_a_member_without_orders_and_for_nobody_else()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 50));
        var process = world.Start();
        var now = world.Time.GetUtcNow();
        await new MakePromotion(new PromotionStore(process.Documents)).RunAsync(new MakePromotionRequest("WELCOME", PromotionKind.Percent, now, now.AddDays(9), BasisPoints: 2_000, FirstOrderOnly: true), default);
        var member = new Caller("meera", new HashSet<string> { "customer" });

        var guest = await SummaryAsync(process, Caller.Guest);
        Assert.Empty(guest.Adjustments);
        Assert.Contains(guest.Messages!, message => message.Contains("sign in", StringComparison.Ordinal));
        Assert.Contains(guest.MessagesHindi!, message => message.Contains("साइन इन", StringComparison.Ordinal));
        Assert.Equal(guest.Messages!.Count, guest.MessagesHindi!.Count);

        var first = await FillAsync(process, member);
        var placed = (await process.Place.RunAsync(member, "first", first, default)).Value;
        Assert.Equal(Money.Paise(99_80), placed.Summary.Adjustments[0].Amount);
        Assert.Empty((await SummaryAsync(process, member)).Adjustments);

        // A cancelled order was none.
        await process.Cancel.RunAsync(member, placed.OrderId, new OrderReason(), default);
        Assert.Equal(Money.Paise(99_80), (await SummaryAsync(process, member)).Adjustments[0].Amount);
    }

    [Fact]
    public async Task A_waiting_cart_is_told_of_once_a_stage_and_only_to_who_agreed()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 50));
        var process = world.Start();
        world.Willing.Add("meera");
        foreach (var name in new[] { "meera", "ravi" })
            await process.FillAsync(new Caller(name, new HashSet<string> { "customer" }), Cod, ("A-1", 2));
        await process.FillAsync(Cod, ("A-1", 1));

        await PassAsync(world, process, TimeSpan.FromHours(3));
        Assert.Empty(world.Mails.Sent);
        await PassAsync(world, process, TimeSpan.FromHours(2));
        Assert.EndsWith("-cart-1", Assert.Single(world.Mails.Sent), StringComparison.Ordinal);
        // Twice, and by a second process.
        await process.Redrive.RunAsync(default);
        await world.Start().Redrive.RunAsync(default);
        await PassAsync(world, process, TimeSpan.FromDays(3));
        Assert.Equal(["1", "2"], world.Mails.Sent.Select(id => id[^1..]).Order(StringComparer.Ordinal));
        await PassAsync(world, process, TimeSpan.FromDays(30));
        Assert.Equal(2, world.Mails.Sent.Count);
        Assert.DoesNotContain(world.Store.All, entry => entry.Partition.Container == Containers.Due && entry.Document.Id.Contains(RemindCart.MarkerKind, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_ordered_cart_and_a_timer_that_comes_days_late_send_nothing(bool isOrdered)
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 50));
        var process = world.Start();
        world.Willing.Add("meera");
        var member = new Caller("meera", new HashSet<string> { "customer" });
        var request = await process.FillAsync(member, Cod, ("A-1", 2));
        if (isOrdered)
            Assert.True((await process.Place.RunAsync(member, "key", request, default)).IsOk);

        await PassAsync(world, process, TimeSpan.FromDays(isOrdered ? 0.25 : 2));
        await PassAsync(world, process, TimeSpan.FromDays(6));
        Assert.DoesNotContain(world.Mails.Sent, id => id.Contains("-cart-", StringComparison.Ordinal));
    }

    private static async Task PassAsync(ShopWorld world, ShopProcess process, TimeSpan passed)
    {
        world.Time.Advance(passed);
        await process.Redrive.RunAsync(default);
    }

    private static async Task<PlaceOrderRequest> OtherAsync(ShopProcess process, int index)
    {
        var request = await process.FillAsync(Card, ("A-1", 1));
        return request with { Customer = new CustomerDetails(CustomerKind.Individual, $"Name {index}", Email: $"name{index}@example.com", Phone: $"+9198765432{index:D2}") };
    }

    private static async Task<PlaceOrderRequest> FillAsync(ShopProcess process, Caller caller)
    {
        var request = await process.FillAsync(caller, Cod, ("A-1", 1));
        await process.Promote.RunAsync(caller, request.CartId, "welcome", default);
        return request with { SummaryHash = (await process.Summarise.RunAsync(caller, request.CartId, PaymentMethod.Cod, default)).Value.SummaryHash };
    }

    private static async Task<OrderSummary> SummaryAsync(ShopProcess process, Caller caller) =>
        (await process.Summarise.RunAsync(caller, (await FillAsync(process, caller)).CartId, PaymentMethod.Cod, default)).Value;
}
