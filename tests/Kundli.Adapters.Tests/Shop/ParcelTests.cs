using System.Text;
using Kundli.Adapters.Payments;
using Kundli.Features;
using Kundli.Features.Carts;
using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

public sealed class ParcelTests
{
    private static readonly PaymentChoice Cod = new(PaymentMethod.Cod);

    [Fact]
    public async Task Plants_and_goods_travel_in_parcels_of_their_own_and_tracking_names_what_is_in_them()
    {
        var (world, orderId) = await ShippedAsync();

        var order = world.Orders().Single();
        Assert.Equal(["P-1 ×2", "P-1 ×1", "A-1 ×4"], order.Tracking.Select(parcel => string.Join(", ", parcel.Items.Select(item => $"{item.Sku} ×{item.Quantity}"))));
        Assert.Equal(3, order.Tracking.Select(parcel => parcel.Number).Distinct().Count());
        Assert.Equal(world.Bookings.Values.Order(StringComparer.Ordinal), order.Tracking.Select(parcel => parcel.Number).Order(StringComparer.Ordinal));
        var mail = (await world.Start().Orders.NoticesAsync(orderId, default)).Single(notice => notice.Kind == "orderShipped");
        Assert.Contains("It comes in 3 parcels: ", mail.Text, StringComparison.Ordinal);
        Assert.All(order.Tracking, parcel => Assert.Contains(parcel.Number, mail.Text, StringComparison.Ordinal));
        // Packed today, booked for the day on which a plant can travel without a pause.
        Assert.NotNull(order.DispatchOn);
        Assert.All(order.Tracking, parcel => Assert.Equal(order.DispatchOn, parcel.LeavesOn));
        Assert.Contains($"(leaves on {order.DispatchOn.Value.ToString("d MMMM", System.Globalization.CultureInfo.InvariantCulture)})", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_fetched_at_the_store_books_no_van_and_what_is_alive_is_not_sent_back()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("P-1", 10));
        var process = world.Start();
        var asked = await process.FillAsync(Cod, ("P-1", 2));
        await process.Deliver.RunAsync(Caller.Guest, asked.CartId, new PutDeliveryRequest(Features.Delivery.DeliveryMethod.Pickup), default);
        var summary = (await process.Summarise.RunAsync(Caller.Guest, asked.CartId, PaymentMethod.Cod, default)).Value;
        var placed = await process.Place.RunAsync(Caller.Guest, "key", asked with { SummaryHash = summary.SummaryHash }, default);
        await world.Start().QuietAsync();

        var order = world.Orders().Single();
        Assert.Equal(OrderState.Shipped, order.State);
        Assert.Empty(world.Bookings);
        Assert.Empty(order.Tracking);
        Assert.Contains("waits for you at the store", (await process.Orders.NoticesAsync(order.Id, default)).Single(notice => notice.Kind == "orderShipped").Text, StringComparison.Ordinal);

        var there = order with { State = OrderState.Delivered, History = [.. order.History, new OrderEvent(OrderState.Delivered, world.Time.GetUtcNow(), null)] };
        Assert.True(await process.Orders.SaveAsync(there, (await process.Orders.ReadAsync(order.Id, default))!.Value.Tag, OrderEffects.None, default));
        Assert.Equal("return-not-taken", (await process.Return.RunAsync(Caller.Guest, placed.Value.OrderId, new OrderReason(), default)).Problem!.Name);
        Assert.DoesNotContain("return", world.Orders().Single().Summarise().Actions);
    }

    [Fact]
    public async Task A_process_that_dies_between_two_parcels_books_none_of_them_twice()
    {
        var kills = 0;
        for (var step = 1; ; step++)
        {
            var world = new ShopWorld();
            await world.SeedAsync(("A-1", 10), ("P-1", 10));
            var process = world.Start();
            var placed = await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(Cod, ("A-1", 4), ("P-1", 3)), default);
            world.Killer.Arm(step);
            try
            {
                await process.Drive.RunAsync(placed.Value.OrderId, default);
                break;
            }
            catch (KilledException)
            {
                kills++;
            }
            world.Killer.Disarm();
            await world.Start().QuietAsync();
            world.AssertBalanced(10, "A-1", "P-1");
            Assert.Equal(3, world.Bookings.Count);
            Assert.Equal(3, world.Orders().Single().Tracking.Count);
        }
        // Before and after each of three bookings, beside the steps of the store.
        Assert.InRange(kills, 12, 200);
    }

    [Fact]
    public async Task An_order_is_delivered_when_its_last_parcel_is_whatever_the_order_of_the_news()
    {
        var (world, orderId) = await ShippedAsync();
        var numbers = world.Orders().Single().Tracking.Select(parcel => parcel.Number).ToArray();

        await TellAsync(world, "e1", orderId, numbers[1], "delivered");
        await TellAsync(world, "e2", orderId, numbers[1], "outForDelivery");
        await TellAsync(world, "e1", orderId, numbers[1], "delivered");
        await TellAsync(world, "e3", orderId, "KV000000000", "delivered");
        await TellAsync(world, "e4", orderId, numbers[0], "inTransit");
        await TellAsync(world, "e5", orderId, numbers[0], "swallowed by a whale");
        Assert.Equal(OrderState.Shipped, world.Orders().Single().State);
        Assert.Equal(["inTransit", "delivered", "shipped"], world.Orders().Single().Tracking.Select(parcel => parcel.State));

        await Task.WhenAll(numbers.Select((number, index) => TellAsync(world, $"last{index}", orderId, number, "delivered")));
        var delivered = world.Orders().Single();
        Assert.Equal(OrderState.Delivered, delivered.State);
        Assert.Single(delivered.History, step => step.State == OrderState.Delivered);
        await TellAsync(world, "e6", orderId, numbers[0], "inTransit");
        Assert.Equal(["delivered", "delivered", "delivered"], world.Orders().Single().Tracking.Select(parcel => parcel.State));
    }

    [Fact]
    public async Task News_that_overtakes_our_note_of_the_booking_is_asked_for_again()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 10));
        var process = world.Start();
        var placed = await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(Cod, ("A-1", 1)), default);
        for (var step = 1; world.Bookings.IsEmpty; step++)
        {
            world.Killer.Arm(step);
            await Assert.ThrowsAsync<KilledException>(() => world.Start().Drive.RunAsync(placed.Value.OrderId, default));
        }
        world.Killer.Disarm();
        Assert.Equal(OrderState.Packed, world.Orders().Single().State);
        Assert.Equal("order-state-conflict", (await SendAsync(world, "e1", placed.Value.OrderId, world.Bookings.Values.Single(), "delivered")).Problem?.Name);

        await world.Start().QuietAsync();
        await TellAsync(world, "e1", placed.Value.OrderId, world.Bookings.Values.Single(), "delivered");
        Assert.Equal(OrderState.Delivered, world.Orders().Single().State);
    }

    private static async Task<(ShopWorld World, string OrderId)> ShippedAsync()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 10), ("P-1", 10));
        var process = world.Start();
        var placed = await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(Cod, ("A-1", 4), ("P-1", 3)), default);
        await process.QuietAsync();
        return (world, placed.Value.OrderId);
    }

    internal static async Task TellAsync(ShopWorld world, string eventId, string orderId, string? number, string state) =>
        Assert.True((await SendAsync(world, eventId, orderId, number, state)).IsOk);

    private static Task<Outcome<Order?>> SendAsync(ShopWorld world, string eventId, string orderId, string? number, string state)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"orderId":"{{orderId}}","number":{{(number is null ? "null" : $"\"{number}\"")}},"state":"{{state}}"}""");
        return world.Start().Parcel.RunAsync("van", body, StandardWebhook.Sign(eventId, body, world.Time.GetUtcNow(), KillableGateway.Secret), default);
    }
}
