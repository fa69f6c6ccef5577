using Kundli.Features;
using Kundli.Features.Carts;
using Kundli.Features.Idempotency;
using Kundli.Features.Pricing;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

public sealed class CartMergeTests
{
    private static readonly Caller Asha = new("asha", new HashSet<string>());
    private static readonly Caller Ravi = new("ravi", new HashSet<string>());

    [Fact]
    public async Task A_guests_cart_becomes_the_members_where_there_is_none_and_stays_closed_to_others()
    {
        var (_, process, guest) = await WithGuestCartAsync(("A-1", 2));
        var merged = await process.Merge.RunAsync("asha", guest, default);
        Assert.Equal(guest, merged?.Id);
        Assert.Equal(guest, (await process.Merge.RunAsync("asha", null, default))?.Id);
        Assert.Equal("not-found", (await process.Put.RunAsync(Ravi, guest, "A-1", new PutItemRequest(1), default)).Problem?.Name);
        Assert.Null(await process.Merge.RunAsync("ravi", guest, default));
    }

    [Fact]
    public async Task Goods_are_added_up_to_the_limit_and_a_repetition_adds_nothing()
    {
        var (_, process, guest) = await WithGuestCartAsync(("A-1", 30), ("B-2", 1));
        var own = (await process.Create.RunAsync(Asha, new OnceKey("test", "carts", null, null), default)).Value.Id;
        await process.Put.RunAsync(Asha, own, "A-1", new PutItemRequest(40), default);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            var merged = await process.Merge.RunAsync("asha", guest, default);
            Assert.Equal([("A-1", Limits.QuantityMax), ("B-2", 1)], merged!.Items.Select(item => (item.Sku, item.Quantity)));
        }
        Assert.Equal("cart-merged", (await process.Put.RunAsync(Asha, guest, "A-1", new PutItemRequest(1), default)).Problem?.Name);
    }

    [Fact]
    public async Task A_death_at_any_step_of_the_merge_loses_nothing_and_doubles_nothing()
    {
        for (var step = 1; step <= 24; step++)
        {
            var (world, process, guest) = await WithGuestCartAsync(("A-1", 2));
            var own = (await process.Create.RunAsync(Asha, new OnceKey("test", "carts", null, null), default)).Value.Id;
            await process.Put.RunAsync(Asha, own, "A-1", new PutItemRequest(3), default);
            world.Killer.Arm(step);
            try
            {
                await process.Merge.RunAsync("asha", guest, default);
            }
            catch (KilledException)
            {
                Assert.InRange(world.Killer.Steps, step, step);
            }
            world.Killer.Disarm();
            var merged = await world.Start().Merge.RunAsync("asha", guest, default);
            Assert.Equal([("A-1", 5)], merged!.Items.Select(item => (item.Sku, item.Quantity)));
        }
    }

    [Fact]
    public async Task A_cart_that_was_merged_is_no_order_any_more()
    {
        var (_, process, guest) = await WithGuestCartAsync(("A-1", 2));
        var request = await process.FillAsync(new Features.Checkout.PaymentChoice(PaymentMethod.Cod), ("A-1", 1));
        await process.Create.RunAsync(Asha, new OnceKey("test", "carts", null, null), default);
        await process.Merge.RunAsync("asha", request.CartId, default);
        Assert.Equal("cart-merged", (await process.Place.RunAsync(Asha, "key", request, default)).Problem?.Name);
        Assert.NotEqual(guest, request.CartId);
    }

    private static async Task<(ShopWorld World, ShopProcess Process, string CartId)> WithGuestCartAsync(params (string Sku, int Quantity)[] items)
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 100), ("B-2", 100));
        var process = world.Start();
        var cart = (await process.Create.RunAsync(Caller.Guest, new OnceKey("test", "carts", null, null), default)).Value.Id;
        foreach (var (sku, quantity) in items)
            await process.Put.RunAsync(Caller.Guest, cart, sku, new PutItemRequest(quantity), default);
        return (world, process, cart);
    }
}
