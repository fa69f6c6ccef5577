using Kundli.Adapters.Documents;
using Kundli.Features;
using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Kundli.Testing;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

/// <summary>F10: a store that is throttled, down, or loses answers after the commit, one call in ten. <c>KUNDLI_FAULT_ROUNDS</c> multiplies the rounds.</summary>
public sealed class CheckoutOutageTests
{
    private const int TriesMax = 40;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("KUNDLI_FAULT_ROUNDS"), out var rounds) ? rounds : 1;

    [Fact]
    public async Task F10_a_store_that_fails_one_call_in_ten_makes_no_wrong_total_and_the_tries_are_bounded()
    {
        var failures = 0;
        for (var seed = 0; seed < 60 * Rounds; seed++)
        {
            var world = new ShopWorld();
            await world.SeedAsync(("A-1", 10), ("B-2", 10));
            var process = world.Start();
            var request = await process.FillAsync(seed % 2 == 0 ? new PaymentChoice(PaymentMethod.Cod) : new PaymentChoice(PaymentMethod.Card, "tok_ok"), ("A-1", 1 + (seed % 3)), ("B-2", 1));
            var agreed = (await process.Summarise.RunAsync(Caller.Guest, request.CartId, request.Payment.Method, default)).Value.Totals;
            var (chance, gate) = (new Random(seed), new Lock());
            bool Happens()
            {
                lock (gate)
                    return chance.Next(20) == 0;
            }
            var calls = world.Store.Calls;
            world.Store.Before = call =>
            {
                if (!Happens())
                    return;
                failures++;
                throw new DocumentsUnavailableException($"503 to a call in {call.Partition.Container}.");
            };
            world.Store.After = call => call.Kind == StoreCallKind.Write && Happens();

            await WithTimeAsync(world, PlaceAsync(process, request));
            Assert.InRange(world.Store.Calls - calls, 1, 60 * TriesMax);
            (world.Store.Before, world.Store.After) = (null, null);
            await process.QuietAsync();

            world.AssertBalanced(10, "A-1", "B-2");
            var order = Assert.Single(world.Orders());
            Assert.Equal(OrderState.Shipped, order.State);
            Assert.Equal(agreed.Total, order.Summary.Totals.Total);
        }
        Assert.InRange(failures, 60 * Rounds, int.MaxValue);
    }

    /// <summary>The customer's app tries again with the same key, as often as its patience lasts.</summary>
    private static async Task PlaceAsync(ShopProcess process, PlaceOrderRequest request)
    {
        for (var attempt = 0; attempt < TriesMax; attempt++)
            try
            {
                Assert.True((await process.Place.RunAsync(Caller.Guest, "key", request, default)).IsOk);
                return;
            }
            catch (DocumentsUnavailableException)
            {
                await Task.Yield();
            }
        Assert.Fail($"The order was not placed in {TriesMax} tries.");
    }

    private static async Task WithTimeAsync(ShopWorld world, Task work)
    {
        while (await Task.WhenAny(work, Task.Delay(1)) != work)
            world.Time.Advance(TimeSpan.FromMilliseconds(5));
        await work;
    }
}
