using Kundli.Features;
using Kundli.Features.Checkout;
using Kundli.Features.Delivery;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

/// <summary>A living plant that heat, monsoon or a day of rest keeps at the nursery: it is not packed before its day, and its order can be cancelled until then.</summary>
public sealed class HeldOrderTests
{
    private static readonly DateTimeOffset InMay = new(2027, 5, 17, 6, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset OnWednesday = new(2026, 11, 25, 6, 0, 0, TimeSpan.Zero);

    private static readonly PaymentChoice Card = new(PaymentMethod.Card, "tok_ok");

    [Fact]
    public async Task In_the_hot_weeks_an_order_waits_for_its_day_and_is_packed_then_by_the_timer_alone()
    {
        var (world, process, orderId) = await PlacedAsync(InMay);

        var waiting = Assert.Single(world.Orders());
        Assert.Equal(OrderState.Confirmed, waiting.State);
        Assert.Equal(WaitCause.Heat, waiting.Wait!.Cause);
        Assert.True(waiting.Wait.LeavesOn > new DateOnly(2027, 6, 1));
        var view = OrderView.Of(waiting);
        Assert.Equal(waiting.Wait, view.Wait);
        Assert.Contains("cancel", view.Summary.Actions);
        Assert.Empty(world.Bookings);
        Assert.Null(waiting.InvoiceNumber);
        Assert.Contains("hottest weeks", (await process.Orders.NoticesAsync(orderId, default)).Single(notice => notice.Kind == "orderConfirmed").Text, StringComparison.Ordinal);

        // The message, and the timer, as often as they like: not before the day begins in India.
        world.Time.SetUtcNow(Days.StartOf(waiting.Wait.PackedFrom) - TimeSpan.FromMilliseconds(1));
        await process.Drive.RunAsync(orderId, default);
        await world.Start().Redrive.RunAsync(default);
        Assert.Equal(OrderState.Confirmed, world.Orders().Single().State);

        world.Time.Advance(TimeSpan.FromMilliseconds(1));
        await world.Start().Redrive.RunAsync(default);
        var shipped = world.Orders().Single();
        Assert.Equal(OrderState.Shipped, shipped.State);
        Assert.All(shipped.Tracking, parcel => Assert.Equal(waiting.Wait.LeavesOn, parcel.LeavesOn));
        Assert.Null(OrderView.Of(shipped).Wait);
        world.AssertStock(10, "P-1");
    }

    [Fact]
    public async Task An_order_that_waits_can_be_cancelled_weeks_later_and_nothing_comes_after_it()
    {
        var (world, process, orderId) = await PlacedAsync(InMay);
        world.Time.Advance(TimeSpan.FromDays(20));

        var cancelled = await process.Cancel.RunAsync(Caller.Guest, orderId, new OrderReason("We move house."), default);

        Assert.Equal(OrderState.Cancelled, cancelled.Value.Status);
        Assert.Null(cancelled.Value.Wait);
        Assert.Equal(0, world.Gateway.NetOf(orderId));
        world.Time.Advance(TimeSpan.FromDays(60));
        await world.Start().QuietAsync();
        Assert.Empty(world.Bookings);
        Assert.Equal(OrderState.Cancelled, world.Orders().Single().State);
        world.AssertStock(10, "P-1");
    }

    [Fact]
    public async Task A_process_that_dies_at_any_step_of_a_held_order_neither_forgets_it_nor_packs_it_early()
    {
        for (var step = 1; step <= 120; step += 7)
        {
            var world = new ShopWorld();
            world.Time.SetUtcNow(InMay);
            await world.SeedAsync(("P-1", 10));
            var request = await world.Start().FillAsync(Card, ("P-1", 1));
            world.Killer.Arm(step);
            try
            {
                await world.Start().Place.RunAsync(Caller.Guest, "key", request, default);
                await world.Start().QuietAsync();
            }
            catch (KilledException)
            {
                // The process is gone; the next one goes on.
            }
            world.Killer.Disarm();
            await world.Start().QuietAsync();
            var state = world.Orders().SingleOrDefault()?.State;
            Assert.True(state is null or OrderState.Confirmed or OrderState.Cancelled, $"step {step}: {state}");

            world.Time.Advance(TimeSpan.FromDays(100));
            await world.Start().QuietAsync();
            // Its day went by unseen: it may wait once more, for the end of a week.
            if (world.Orders().SingleOrDefault() is { State: OrderState.Confirmed, Wait: { } wait })
            {
                world.Time.SetUtcNow(Days.StartOf(wait.PackedFrom));
                await world.Start().QuietAsync();
            }
            Assert.True(world.Orders().All(order => order.State is OrderState.Shipped or OrderState.Cancelled), $"step {step}: stuck.");
            world.AssertStock(10, "P-1");
        }
    }

    [Fact]
    public async Task A_plant_ordered_before_a_weekend_waits_for_monday_and_says_why()
    {
        // Thursday: three days on the road from Friday would lie over a Sunday.
        var (world, _, _) = await PlacedAsync(new DateTimeOffset(2026, 11, 26, 6, 0, 0, TimeSpan.Zero));

        var waiting = world.Orders().Single();
        Assert.Equal(OrderState.Confirmed, waiting.State);
        Assert.Equal((WaitCause.RestDay, new DateOnly(2026, 11, 28), new DateOnly(2026, 11, 30)), (waiting.Wait!.Cause, waiting.Wait.PackedFrom, waiting.Wait.LeavesOn));
    }

    [Fact]
    public async Task Goods_that_bear_a_sunday_are_packed_the_day_they_are_ordered()
    {
        for (var day = 0; day < 7; day++)
        {
            var world = new ShopWorld();
            world.Time.Advance(TimeSpan.FromDays(day));
            await world.SeedAsync(("A-1", 10));
            var process = world.Start();
            await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(Card, ("A-1", 1)), default);
            await process.QuietAsync();
            Assert.Equal(OrderState.Shipped, world.Orders().Single().State);
        }
    }

    [Fact]
    public async Task A_parcel_that_missed_its_day_in_an_outage_leaves_on_the_next_and_says_so()
    {
        var world = new ShopWorld();
        world.Time.SetUtcNow(OnWednesday);
        await world.SeedAsync(("A-1", 10));
        var process = world.Start();
        var placed = await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(Card, ("A-1", 1)), default);
        var promised = placed.Value.Summary.Fulfilment.PromisedBy!.Value;
        Assert.Equal(new DateOnly(2026, 11, 26), world.Orders().Single().DispatchOn);

        // Nobody packs it before Saturday: Sunday is a day of rest, so it leaves on Monday.
        world.Time.Advance(TimeSpan.FromDays(3));
        await world.Start().QuietAsync();

        var shipped = world.Orders().Single();
        Assert.Equal(OrderState.Shipped, shipped.State);
        var parcel = Assert.Single(shipped.Tracking);
        Assert.Equal(new DateOnly(2026, 11, 30), parcel.LeavesOn);
        Assert.Equal(DeliveryCalendar.Default.After(new DateOnly(2026, 11, 30), DeliveryCalendar.Default.WorkingDays(new Journey(new DateOnly(2026, 11, 26), promised))), parcel.Eta);
        Assert.True(parcel.Eta > promised);
        Assert.Contains("leaves on 30 November", (await process.Orders.NoticesAsync(shipped.Id, default)).Single(notice => notice.Kind == "orderShipped").Text, StringComparison.Ordinal);
        // What the customer agreed to stays as it was.
        Assert.Equal(promised, shipped.Summary.Fulfilment.PromisedBy);
    }

    [Fact]
    public async Task A_plant_that_missed_its_day_waits_for_the_next_on_which_it_may_travel_and_its_buyer_is_told()
    {
        var (world, process, orderId) = await PlacedAsync(new DateTimeOffset(2026, 11, 26, 6, 0, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2026, 11, 30), world.Orders().Single().DispatchOn);

        // Down from before its day until Wednesday: from Thursday on it would lie over a Sunday.
        world.Time.SetUtcNow(new DateTimeOffset(2026, 12, 2, 6, 0, 0, TimeSpan.Zero));
        await world.Start().QuietAsync();
        var waiting = world.Orders().Single();
        Assert.Equal((OrderState.Confirmed, WaitCause.RestDay, new DateOnly(2026, 12, 7)), (waiting.State, waiting.Wait!.Cause, waiting.Wait.LeavesOn));
        Assert.Contains("leaves on 7 December 2026", (await process.Orders.NoticesAsync(orderId, default)).Single(notice => notice.Kind == "orderDelayed-20261207").Text, StringComparison.Ordinal);
        Assert.Contains("cancel", OrderView.Of(waiting).Summary.Actions);

        world.Time.SetUtcNow(Days.StartOf(waiting.Wait.PackedFrom));
        await world.Start().QuietAsync();
        var shipped = world.Orders().Single();
        Assert.Equal((OrderState.Shipped, new DateOnly(2026, 12, 7)), (shipped.State, Assert.Single(shipped.Tracking).LeavesOn));
    }

    private static async Task<(ShopWorld World, ShopProcess Process, string OrderId)> PlacedAsync(DateTimeOffset now)
    {
        var world = new ShopWorld();
        world.Time.SetUtcNow(now);
        await world.SeedAsync(("P-1", 10));
        var process = world.Start();
        var placed = await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(Card, ("P-1", 1)), default);
        Assert.True(placed.IsOk, placed.Problem?.Detail);
        await process.QuietAsync();
        return (world, process, placed.Value.OrderId);
    }
}
