using System.Text;
using System.Text.Json;
using Kundli.Adapters.Documents;
using Kundli.Features;
using Kundli.Features.Carts;
using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Kundli.Features.Privacy;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

/// <summary>What the shop hands over of a member, and what is left after the member was erased.</summary>
public sealed class ErasedShopperTests
{
    private const string User = "5f0c6b1e8d2a4c7f9b3e1d0a6c8f2b4d";

    private static readonly Caller Member = new(User, new HashSet<string> { "customer" });
    private readonly ShopWorld _world = new();

    [Fact]
    public async Task An_order_under_way_is_left_alone_until_it_has_arrived()
    {
        var orders = await PlaceAsync("key");
        var erased = await RecordsOf(_world.Start()).EraseAsync(User, default);
        Assert.Equal(_world.Time.GetUtcNow() + OrderRecords.UnderWayPause, erased.Again);
        Assert.Equal("asha@example.com", (await orders.ReadAsync(_world.Orders().Single().Id, default))!.Value.Order.Summary.Email);
    }

    [Fact]
    public async Task A_cancelled_order_keeps_its_goods_and_sums_and_nothing_of_its_person()
    {
        await PlaceAsync("key");
        var process = _world.Start();
        Assert.True((await process.Cancel.RunAsync(Member, _world.Orders().Single().Id, new OrderReason("I told Asha not to"), default)).IsOk);
        await process.QuietAsync();
        AssertDone(await RecordsOf(process).EraseAsync(User, default));
        await CartsOf(process).EraseAsync(User, default);
        AssertNothing("asha", "Lodhi", "110003");
        Assert.NotEqual(0, Assert.Single(_world.Orders()).Summary.Totals.Total.Amount);
    }

    [Fact]
    public async Task An_invoice_keeps_what_the_law_asks_for_until_its_hold_ends_and_then_nothing()
    {
        await PlaceAsync("key");
        var process = _world.Start();
        await process.QuietAsync();
        var order = _world.Orders().Single();
        var change = new ChangeOrder(process.Orders);
        Assert.True((await change.RunAsync(order.Id, now => now.Move(OrderState.Delivered, _world.Time.GetUtcNow()).Map(moved => (moved, OrderEffects.None)), default)).IsOk);

        await CartsOf(process).EraseAsync(User, default);
        var hold = Assert.Single((await RecordsOf(process).EraseAsync(User, default)).Holds);
        Assert.Equal(new DateTimeOffset(2034, 1, 1, 0, 0, 0, TimeSpan.Zero), hold.Until);
        AssertNothing("asha@example.com");
        Assert.Equal("Asha", PrintInvoice.Make(_world.Orders().Single(), new ShopPolicy()).Value.Customer.Name);

        _world.Time.SetUtcNow(hold.Until);
        AssertDone(await RecordsOf(process).EraseAsync(User, default));
        AssertNothing("asha", "Lodhi", "110003");
    }

    [Fact]
    public async Task The_export_holds_orders_with_their_mails_and_carts_but_no_other_persons()
    {
        await PlaceAsync("key");
        var process = _world.Start();
        await process.FillAsync(new Caller("somebodyelse", Member.Roles), new PaymentChoice(PaymentMethod.Cod), ("A-1", 1));
        await process.QuietAsync();
        var order = JsonSerializer.Serialize(await RecordsOf(process).ExportAsync(User, default).SingleAsync(), JsonSerializerOptions.Web);
        Assert.Contains("asha@example.com", order, StringComparison.Ordinal);
        Assert.Contains("orderShipped", order, StringComparison.Ordinal);
        Assert.Equal(1, await CartsOf(process).ExportAsync(User, default).CountAsync());
    }

    [Theory]
    [InlineData("2026-03-31", 2033)]
    [InlineData("2026-04-01", 2034)]
    public void An_invoice_is_held_six_years_from_the_due_date_of_the_annual_return(string invoiced, int year) =>
        Assert.Equal(year, OrderRecords.HeldUntil(DateOnly.Parse(invoiced, System.Globalization.CultureInfo.InvariantCulture)).Year);

    private async Task<OrderStore> PlaceAsync(string key)
    {
        await _world.SeedAsync(("A-1", 10));
        var process = _world.Start();
        var request = await process.FillAsync(Member, new PaymentChoice(PaymentMethod.Cod), ("A-1", 1));
        Assert.True((await process.Place.RunAsync(Member, key, request, default)).IsOk);
        return process.Orders;
    }

    private OrderRecords RecordsOf(ShopProcess process) => new(process.Orders, process.Orders, new ChangeOrder(process.Orders), _world.Time);

    private static CartRecords CartsOf(ShopProcess process)
    {
        var carts = new CartStore(process.Documents);
        return new CartRecords(carts, new MemberCartStore(process.Documents), new CartEntryStore(process.Documents, carts));
    }

    private static void AssertDone(Erasure erasure)
    {
        Assert.Null(erasure.Again);
        Assert.Empty(erasure.Holds);
    }

    private void AssertNothing(params string[] words) => Assert.All(words, word => Assert.DoesNotContain(
        _world.Store.All, stored => Encoding.UTF8.GetString(stored.Document.Body.Span).Contains(word, StringComparison.OrdinalIgnoreCase)));
}
