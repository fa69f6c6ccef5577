using Kundli.Adapters.Payments;
using Kundli.Features;
using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

/// <summary>The fault tests of the shop in their short form. <c>KUNDLI_FAULT_ROUNDS</c> multiplies their rounds.</summary>
public sealed class CheckoutFaultTests
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("KUNDLI_FAULT_ROUNDS"), out var rounds) ? rounds : 1;
    private static readonly PaymentChoice Cod = new(PaymentMethod.Cod);

    [Fact]
    public async Task F1_and_F2_a_process_that_dies_at_any_step_of_checkout_fulfilment_cancellation_or_refund_leaves_nothing_doubled_or_stuck()
    {
        var (kills, seed) = (0, 0);
        while (kills < 500 * Rounds)
        {
            var random = new Random(seed++);
            var world = new ShopWorld();
            await world.SeedAsync(("A-1", 10), ("B-2", 10));
            PaymentChoice payment = random.Next(3) switch { 0 => Cod, 1 => new(PaymentMethod.Card, "tok_ok"), _ => new(PaymentMethod.Upi, "tok_late") };
            var request = await world.Start().FillAsync(payment, ("A-1", 1 + random.Next(3)), ("B-2", 1));
            var cancels = random.Next(3) == 0;
            world.Killer.Arm(1 + random.Next(90));
            var process = world.Start();
            try
            {
                await LiveAsync(world, process, request, cancels);
            }
            catch (KilledException)
            {
                kills++;
            }
            world.Killer.Disarm();
            var second = world.Start();
            // Some customers try again with the same key, some never come back.
            if (random.Next(2) == 0)
                await second.Place.RunAsync(Caller.Guest, "key", request, default);
            await second.QuietAsync();
            world.AssertBalanced(10, "A-1", "B-2");
            Assert.InRange(world.Orders().Count, 0, 1);
        }
    }

    [Fact]
    public async Task F3_two_hundred_buyers_of_ten_items_in_two_processes_get_ten_and_a_clear_no()
    {
        for (var round = 0; round < 3 * Rounds; round++)
        {
            var world = new ShopWorld();
            await world.SeedAsync(("A-1", 10));
            var processes = new[] { world.Start(), world.Start() };
            var requests = await Task.WhenAll(Enumerable.Range(0, 200).Select(index => processes[index % 2].FillAsync(Cod, ("A-1", 1))));
            using var gun = new ManualResetEventSlim();
            var buyers = requests.Select((request, index) => Task.Run(() =>
            {
                gun.Wait();
                return processes[index % 2].Place.RunAsync(Caller.Guest, $"key{index}", request, default);
            })).ToArray();
            gun.Set();
            var answers = await WithTimeAsync(world, Task.WhenAll(buyers));
            Assert.Equal(10, answers.Count(answer => answer.IsOk));
            Assert.All(answers.Where(answer => !answer.IsOk), answer => Assert.Equal("out-of-stock", answer.Problem!.Name));
            await processes[0].QuietAsync();
            world.AssertBalanced(10, "A-1");
            Assert.Equal(10, world.Orders().Count(order => order.State == OrderState.Shipped));
        }
    }

    [Fact]
    public async Task F4_baskets_that_name_the_same_goods_in_opposite_order_neither_block_each_other_nor_oversell()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 15), ("B-2", 15));
        var process = world.Start();
        var requests = await Task.WhenAll(Enumerable.Range(0, 40).Select(index =>
            index % 2 == 0 ? process.FillAsync(Cod, ("A-1", 1), ("B-2", 1)) : process.FillAsync(Cod, ("B-2", 1), ("A-1", 1))));
        var answers = await WithTimeAsync(world, Task.WhenAll(requests.Select((request, index) => Task.Run(() => process.Place.RunAsync(Caller.Guest, $"key{index}", request, default)))));
        Assert.All(answers.Where(answer => !answer.IsOk), answer => Assert.Equal("out-of-stock", answer.Problem!.Name));
        await process.QuietAsync();
        Assert.InRange(world.Level("A-1").Sold, 1, 15);
        world.AssertBalanced(15, "A-1", "B-2");
    }

    [Fact]
    public async Task F5_expiry_and_a_late_payment_in_the_same_tick_end_in_sold_or_refunded_never_both_or_neither()
    {
        var shipped = 0;
        for (var seed = 0; seed < 1000 * Rounds; seed++)
        {
            var world = new ShopWorld();
            await world.SeedAsync(("A-1", 5));
            var process = world.Start();
            var request = await process.FillAsync(new PaymentChoice(PaymentMethod.Card, "tok_late"), ("A-1", 1));
            var order = (await process.Place.RunAsync(Caller.Guest, "key", request, default)).Value;
            world.Time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(seed % 2));
            Task Expire() => Task.Run(() => world.Start().Redrive.RunAsync(default));
            Task Capture() => Task.Run(() => CaptureAsync(world, world.Start(), order.OrderId, $"evt{seed}"));
            await WithTimeAsync(world, Task.WhenAll(seed % 3 == 0 ? [Expire(), Capture()] : [Capture(), Expire()]));
            await process.QuietAsync();
            world.AssertBalanced(5, "A-1");
            Assert.Equal(1, world.Gateway.Captures);
            shipped += world.Orders().Count(stored => stored.State == OrderState.Shipped);
        }
        Assert.InRange(shipped, 1, 1000 * Rounds);
    }

    [Fact]
    public async Task F6_webhooks_have_one_effect_each_and_forged_or_old_ones_none()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 5));
        var process = world.Start();
        var order = (await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(new PaymentChoice(PaymentMethod.Card, "tok_late"), ("A-1", 1)), default)).Value;
        var (body, headers) = Event(world, order.OrderId, "evt1", KillableGateway.Secret, TimeSpan.Zero);
        var (forgedBody, forged) = Event(world, order.OrderId, "evt2", [1, 2, 3], TimeSpan.Zero);
        var (oldBody, old) = Event(world, order.OrderId, "evt3", KillableGateway.Secret, TimeSpan.FromMinutes(-6));
        Assert.Equal("webhook-refused", (await process.Webhook.RunAsync("sandbox", forgedBody, forged, default)).Problem?.Name);
        Assert.Equal("webhook-refused", (await process.Webhook.RunAsync("sandbox", oldBody, old, default)).Problem?.Name);
        Assert.Equal(OrderState.AwaitingPayment, world.Orders()[0].State);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => process.Webhook.RunAsync("sandbox", body, headers, default)));
        Assert.Equal(OrderState.Confirmed, world.Orders()[0].State);
        var (rotatedBody, rotated) = Event(world, order.OrderId, "evt4", KillableGateway.OldSecret, TimeSpan.Zero);
        Assert.True((await process.Webhook.RunAsync("sandbox", rotatedBody, rotated, default)).IsOk);
        await process.QuietAsync();
        world.AssertBalanced(5, "A-1");
        Assert.Single(world.Mails.Sent, id => id.EndsWith("orderConfirmed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task F7_one_key_fifty_times_in_parallel_makes_one_order_and_another_body_is_refused()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 5));
        var process = world.Start();
        var request = await process.FillAsync(Cod, ("A-1", 1));
        var answers = await WithTimeAsync(world, Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => process.Place.RunAsync(Caller.Guest, "key", request, default)))));
        Assert.All(answers, answer => Assert.True(answer.IsOk));
        Assert.Single(answers.Select(answer => (answer.Value.OrderId, answer.Value.OrderNumber)).Distinct());
        var other = await process.Place.RunAsync(Caller.Guest, "key", request with { Phone = "+919876543210" }, default);
        Assert.Equal("idempotency-key-reused", other.Problem?.Name);
        Assert.Equal("cart-ordered", (await process.Place.RunAsync(Caller.Guest, "another", request, default)).Problem?.Name);
        await process.QuietAsync();
        world.AssertBalanced(5, "A-1");
        Assert.Single(world.Orders());
    }

    [Fact]
    public async Task F8_storefront_and_webhook_together_confirm_an_order_once()
    {
        for (var round = 0; round < 200 * Rounds; round++)
        {
            var world = new ShopWorld();
            await world.SeedAsync(("A-1", 5));
            var process = world.Start();
            var request = await process.FillAsync(new PaymentChoice(PaymentMethod.Card, "tok_late"), ("A-1", 1));
            var order = (await process.Place.RunAsync(Caller.Guest, "key", request, default)).Value;
            var storefront = Task.Run(() => process.Place.RunAsync(Caller.Guest, "key", request, default));
            await WithTimeAsync(world, Task.WhenAll(storefront, Task.Run(() => CaptureAsync(world, world.Start(), order.OrderId, "evt"))));
            await process.QuietAsync();
            world.AssertBalanced(5, "A-1");
            Assert.Equal(OrderState.Shipped, Assert.Single(world.Orders()).State);
        }
    }

    [Fact]
    public async Task F12_timers_that_fire_twice_or_late_send_no_second_mail()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 5));
        var process = world.Start();
        await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(Cod, ("A-1", 1)), default);
        world.Time.Advance(TimeSpan.FromDays(2));
        await WithTimeAsync(world, Task.WhenAll(Task.Run(() => world.Start().Redrive.RunAsync(default)), Task.Run(() => world.Start().Redrive.RunAsync(default))));
        await process.QuietAsync();
        world.AssertBalanced(5, "A-1");
        Assert.Equal(2, world.Mails.Sent.Count);
    }

    [Fact]
    public async Task A_declined_payment_keeps_the_goods_and_may_be_tried_again()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 5));
        var process = world.Start();
        var request = await process.FillAsync(new PaymentChoice(PaymentMethod.Card, "tok_declined"), ("A-1", 2));
        var declined = await process.Place.RunAsync(Caller.Guest, "key", request, default);
        Assert.Equal("payment-declined", declined.Problem?.Name);
        Assert.Equal(2, world.Level("A-1").Held);
        var orderId = (string)declined.Problem!.Extras["orderId"]!;
        var paid = await process.Again.RunAsync(Caller.Guest, orderId, "key2", new PaymentChoice(PaymentMethod.Upi, "upi_ok"), default);
        Assert.Equal(OrderState.Confirmed, paid.Value.Status);
        Assert.Equal(OrderState.Confirmed, (await process.Again.RunAsync(Caller.Guest, orderId, "key2", new PaymentChoice(PaymentMethod.Upi, "upi_ok"), default)).Value.Status);
        await process.QuietAsync();
        world.AssertBalanced(5, "A-1");
    }

    private static async Task LiveAsync(ShopWorld world, ShopProcess process, PlaceOrderRequest request, bool cancels)
    {
        var placed = await process.Place.RunAsync(Caller.Guest, "key", request, default);
        if (!placed.IsOk)
            return;
        if (request.Payment.Token == "tok_late")
            await CaptureAsync(world, process, placed.Value.OrderId, "evt");
        if (cancels)
            await process.Cancel.RunAsync(Caller.Guest, placed.Value.OrderId, new OrderReason(), default);
        await process.Drive.RunAsync(placed.Value.OrderId, default);
    }

    private static async Task CaptureAsync(ShopWorld world, ShopProcess process, string orderId, string eventId)
    {
        var (body, headers) = Event(world, orderId, eventId, KillableGateway.Secret, TimeSpan.Zero);
        Assert.True((await process.Webhook.RunAsync("sandbox", body, headers, default)).IsOk);
    }

    /// <summary>The gateway captures, and tells of it.</summary>
    private static (byte[] Body, IReadOnlyDictionary<string, string> Headers) Event(ShopWorld world, string orderId, string eventId, byte[] secret, TimeSpan age)
    {
        var order = world.Orders().Single(stored => stored.Id == orderId);
        var reference = $"sbx_tok_late_{orderId}-{PlaceOrder.HashOf("key")[..12]}";
        if (secret.Length > 3 && age == TimeSpan.Zero)
            world.Gateway.Capture(reference, orderId, order.Summary.Totals.Due.Amount);
        return SandboxGateway.Send(eventId, "payment.captured", orderId, reference, order.Summary.Totals.Due, world.Time.GetUtcNow() + age, secret);
    }

    /// <summary>Pauses between tries wait for the fake clock: let it run while work is under way.</summary>
    private static async Task<T> WithTimeAsync<T>(ShopWorld world, Task<T> work)
    {
        await WithTimeAsync(world, (Task)work);
        return await work;
    }

    private static async Task WithTimeAsync(ShopWorld world, Task work)
    {
        while (await Task.WhenAny(work, Task.Delay(1)) != work)
            world.Time.Advance(TimeSpan.FromMilliseconds(1));
        await work;
    }
}
