using Kundli.Adapters.Documents;
using Kundli.Features;
using Kundli.Features.Catalog;
using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

public sealed class ShelfTests
{
    [Fact]
    public async Task A_list_soon_knows_that_something_is_sold_out_and_that_it_is_back()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 2));
        var process = world.Start();
        using var catalog = new CachedCatalog(world.Snapshots, world.Time);
        var list = new ListProducts(catalog);
        async Task<bool> InStock() => (await list.RunAsync(new ListProductsRequest(), default)).Value.Items.Single().InStock;
        Assert.True(await InStock());

        var order = (await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(new PaymentChoice(PaymentMethod.Card, "tok_late"), ("A-1", 2)), default)).Value;
        world.Time.Advance(TimeSpan.FromSeconds(30));
        await process.Redrive.RunAsync(default);
        Assert.False(await InStock());
        Assert.Equal("A-1", Assert.Single((await new LowShelfStore(process.Documents).LowAsync(20, null, default)).Items).Sku);

        await process.Cancel.RunAsync(Caller.Guest, order.OrderId, new OrderReason(), default);
        world.Time.Advance(TimeSpan.FromSeconds(30));
        await process.Redrive.RunAsync(default);
        world.Time.Advance(Kundli.Features.Catalog.Limits.SnapshotAgeMax);
        Assert.True(await InStock());
    }

    [Fact]
    public async Task Every_morning_the_shop_is_mailed_its_low_shelves_but_the_same_list_only_once_a_week()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 7), ("B-1", 50));
        var process = world.Start();
        string[] Reports() => [.. world.Mails.Sent.Where(id => id.StartsWith("low-stock-", StringComparison.Ordinal))];
        async Task MorningAsync()
        {
            for (var hour = 0; hour < 24; hour += 6)
            {
                world.Time.Advance(TimeSpan.FromHours(6));
                await world.Start().Redrive.RunAsync(default);
                await world.Start().Redrive.RunAsync(default);
            }
        }
        await MorningAsync();
        Assert.Empty(Reports());

        await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(new PaymentChoice(PaymentMethod.Cod), ("A-1", 3)), default);
        await MorningAsync();
        var mail = world.Mails[Assert.Single(Reports())];
        Assert.Equal((new ShopPolicy().Seller.Email, "Low stock: 1"), (mail.To, mail.Subject));
        Assert.Contains("A-1  A-1, One: 4 left", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("B-1", mail.Text, StringComparison.Ordinal);

        // Wednesday, Thursday: the same list. In the next week it is told again, and what has sold out at once.
        await MorningAsync();
        await MorningAsync();
        Assert.Single(Reports());
        for (var day = 0; day < 4; day++)
            await MorningAsync();
        Assert.Equal(2, Reports().Length);
        await process.Place.RunAsync(Caller.Guest, "other", await process.FillAsync(new PaymentChoice(PaymentMethod.Cod), ("A-1", 4)), default);
        await MorningAsync();
        Assert.Equal(3, Reports().Length);

        await process.Receive.RunAsync("A-1", 100, "refill", default);
        await MorningAsync();
        await MorningAsync();
        await MorningAsync();
        Assert.Equal(3, Reports().Length);
    }

    [Fact]
    public async Task A_shelf_that_is_filled_up_leaves_the_low_list_and_an_unchanged_one_makes_no_marker()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("A-1", 100));
        var process = world.Start();
        await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(new PaymentChoice(PaymentMethod.Cod), ("A-1", 3)), default);
        Assert.DoesNotContain(world.Store.All, entry => entry.Partition.Container == Containers.Due && entry.Partition.Key.StartsWith("shelf", StringComparison.Ordinal));
    }
}
