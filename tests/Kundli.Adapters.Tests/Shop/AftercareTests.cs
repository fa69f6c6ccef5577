using Kundli.Adapters.Documents;
using Kundli.Features;
using Kundli.Features.Aftercare;
using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Features.Plants;
using Kundli.Features.Pricing;
using SkiaSharp;
using UglyToad.PdfPig;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

/// <summary>What follows an order's arrival: goods that came damaged, trees that were planted for somebody.</summary>
public sealed class AftercareTests
{
    private static readonly PaymentChoice Card = new(PaymentMethod.Card, "tok_ok");
    private static readonly Caller Staff = new("staff", new HashSet<string> { "admin" });

    [Fact]
    public async Task A_plant_shown_damaged_within_48_hours_is_paid_back_to_the_paisa_and_once()
    {
        var (world, orderId) = await DeliveredAsync(("P-1", 3), ("A-1", 1));
        var photo = await PhotoAsync(world, null, null);
        var request = new ClaimDamageRequest("P-1", photo, 2, DamageWish.Refund, "The crate was crushed.");
        world.Time.Advance(TimeSpan.FromHours(40));

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Start().Claim.RunAsync(Caller.Guest, orderId, request, default)));
        Assert.All(claims, answer => Assert.Equal(DamageState.Open, Assert.Single(answer.Value.Damage).State));
        var claim = claims[0].Value.Damage[0];
        Assert.Equal([$"/api/v1/orders/{orderId}/damage/{claim.Id}/photos/0"], claim.Photos);
        await world.Start().QuietAsync();
        Assert.Contains($"{orderId}-damageClaimed-{claim.Id}", world.Mails.Sent);

        var decided = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Start().Decide.RunAsync(Staff, orderId, claim.Id, new DecideDamageRequest(DamageDecision.Refund), default)));
        Assert.All(decided, answer => Assert.True(answer.IsOk, answer.Problem?.Detail));
        await world.Start().QuietAsync();
        var order = Order(world, orderId);
        var item = order.Summary.Items.First(item => item.Sku == "P-1");
        var refund = Assert.Single(order.Refunds);
        Assert.Equal(item.LineTotal.Amount * 2 / 3, refund.Amount.Amount);
        Assert.True(refund is { IsDone: true, CreditNote: not null });
        Assert.Equal(order.Summary.Totals.Due.Amount - refund.Amount.Amount, world.Gateway.NetOf(orderId));
        Assert.Equal("order-state-conflict", (await world.Start().Decide.RunAsync(Staff, orderId, claim.Id, new DecideDamageRequest(DamageDecision.Refusal, "Too late."), default)).Problem!.Name);
    }

    [Fact]
    public async Task Money_for_damage_goes_back_onto_the_gift_card_that_paid()
    {
        var world = new ShopWorld();
        var (process, code, orderId) = await DiscountTests.PlacedAsync(world, 2_000_00, "A-1");
        await process.QuietAsync();
        await ArriveAsync(world, orderId);
        var claim = await ClaimAsync(world, orderId, "A-1", 1, DamageWish.Refund);
        var before = await DiscountTests.BalanceAsync(process, code);

        for (var again = 0; again < 3; again++)
            Assert.True((await world.Start().Decide.RunAsync(Staff, orderId, claim, new DecideDamageRequest(DamageDecision.Refund), default)).IsOk);

        var worth = Order(world, orderId).Summary.Items.Single().LineTotal.Amount;
        Assert.True(worth > 0);
        Assert.Equal((before + worth, 0), (await DiscountTests.BalanceAsync(process, code), world.Gateway.NetOf(orderId)));
    }

    [Fact]
    public async Task Units_that_are_claimed_one_after_the_other_come_to_their_line_to_the_paisa()
    {
        var (world, orderId) = await DeliveredAsync(("P-1", 3));
        var order = Order(world, orderId);
        order = order with { Summary = order.Summary with { Items = [order.Summary.Items.First(item => item.Sku == "P-1") with { LineTotal = Money.Paise(1000) }] } };
        var worths = new List<long>();
        for (var unit = 0; unit < 3; unit++)
        {
            var claim = new DamageClaim($"claim{unit}", "P-1", 1, DamageWish.Refund, null, "photos", 1, order.PlacedAt);
            worths.Add(DamagedGoods.WorthOf(order, claim).Amount);
            order = order with { Damage = [.. order.Damage, claim with { State = DamageState.Refunded }] };
        }
        Assert.Equal([333, 333, 334], worths);
    }

    [Fact]
    public async Task A_replacement_is_an_order_that_costs_nothing_takes_stock_and_ships()
    {
        var (world, orderId) = await DeliveredAsync(("P-1", 2));
        var claim = await ClaimAsync(world, orderId, "P-1", 1, DamageWish.Replacement);

        for (var again = 0; again < 2; again++)
        {
            var answer = await world.Start().Decide.RunAsync(Staff, orderId, claim, new DecideDamageRequest(DamageDecision.Replacement), default);
            Assert.Equal(DamageState.Replaced, Assert.Single(answer.Value.Damage).State);
        }
        await world.Start().QuietAsync();

        var sent = Assert.Single(world.Orders(), order => order.ReplacementOf == orderId);
        Assert.Equal((OrderState.Shipped, 0L, (string?)null), (sent.State, sent.Summary.Totals.Total.Amount, sent.InvoiceNumber));
        Assert.Equal("P-1 ×1", string.Join(", ", Assert.Single(sent.Tracking).Items.Select(part => $"{part.Sku} ×{part.Quantity}")));
        Assert.Equal(7, world.Level("P-1").Available);
        Assert.Equal(0, world.Gateway.NetOf(sent.Id));
        Assert.DoesNotContain("Invoice", world.Mails[$"{sent.Id}-orderShipped"].Text, StringComparison.Ordinal);
        Assert.Contains(sent.Number, world.Mails[$"{orderId}-damageAnswered-{claim}"].Text, StringComparison.Ordinal);
        Assert.Empty(Order(world, orderId).Refunds);
        // What costs nothing owes nothing.
        Assert.False((await world.Start().Refund.RunAsync(sent.Id, "key", new RefundRequest(), default)).IsOk);
    }

    [Fact]
    public async Task Without_goods_for_a_replacement_the_claim_is_open_again_and_the_money_goes_back()
    {
        var (world, orderId) = await DeliveredAsync(("P-1", 10));
        var claim = await ClaimAsync(world, orderId, "P-1", 1, DamageWish.Replacement);

        Assert.Equal("out-of-stock", (await world.Start().Decide.RunAsync(Staff, orderId, claim, new DecideDamageRequest(DamageDecision.Replacement), default)).Problem!.Name);
        Assert.Equal(DamageState.Open, Order(world, orderId).Damage[0].State);
        Assert.True((await world.Start().Decide.RunAsync(Staff, orderId, claim, new DecideDamageRequest(DamageDecision.Refund), default)).IsOk);
        Assert.Equal(DamageState.Refunded, Order(world, orderId).Damage[0].State);
        // Goods that come in again make no second grant.
        await world.Start().Receive.RunAsync("P-1", 5, "refill", default);
        Assert.Equal("order-state-conflict", (await world.Start().Decide.RunAsync(Staff, orderId, claim, new DecideDamageRequest(DamageDecision.Replacement), default)).Problem!.Name);
        await world.Start().QuietAsync();
        Assert.DoesNotContain(world.Orders(), order => order.ReplacementOf is not null && order.State != OrderState.Cancelled);
    }

    [Fact]
    public async Task A_process_that_dies_while_it_grants_a_claim_leaves_one_replacement_or_one_refund()
    {
        foreach (var decision in new[] { DamageDecision.Refund, DamageDecision.Replacement })
        {
            var kills = 0;
            for (var step = 1; step <= 90; step += 4)
            {
                var (world, orderId) = await DeliveredAsync(("P-1", 2));
                var claim = await ClaimAsync(world, orderId, "P-1", 1, DamageWish.Refund);
                world.Killer.Arm(step);
                try
                {
                    await world.Start().Decide.RunAsync(Staff, orderId, claim, new DecideDamageRequest(decision), default);
                }
                catch (KilledException)
                {
                    kills++;
                }
                world.Killer.Disarm();
                Assert.True((await world.Start().Decide.RunAsync(Staff, orderId, claim, new DecideDamageRequest(decision), default)).IsOk);
                await world.Start().QuietAsync();
                var isRefund = decision == DamageDecision.Refund;
                Assert.Equal(isRefund ? 0 : 1, world.Orders().Count(order => order.ReplacementOf == orderId && order.State == OrderState.Shipped));
                Assert.Equal(isRefund ? 1 : 0, Order(world, orderId).Refunds.Count(refund => refund.IsDone));
                Assert.Equal(10 - 2 - (isRefund ? 0 : 1), world.Level("P-1").Available);
                Assert.Equal(0, world.Level("P-1").Held);
            }
            Assert.InRange(kills, 3, 90);
        }
    }

    [Fact]
    public async Task A_claim_that_is_late_too_large_without_a_photo_or_for_what_never_came_is_refused()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("P-1", 10));
        var early = await PhotoAsync(world, null, null);
        var onTheWay = await ShippedAsync(world, ("P-1", 2));
        Assert.Equal("order-state-conflict", (await world.Start().Claim.RunAsync(Caller.Guest, onTheWay, new ClaimDamageRequest("P-1", early), default)).Problem!.Name);

        world.Time.Advance(TimeSpan.FromDays(3));
        await ArriveAsync(world, onTheWay);
        var photo = await PhotoAsync(world, null, null);
        async Task<Problem> RefusedAsync(ClaimDamageRequest request) => (await world.Start().Claim.RunAsync(Caller.Guest, onTheWay, request, default)).Problem!;
        Assert.Equal("/identificationId", (await RefusedAsync(new("P-1", early))).Errors[0].Pointer);
        Assert.Equal("/identificationId", (await RefusedAsync(new("P-1", new string('0', 32)))).Errors[0].Pointer);
        Assert.Equal("/identificationId", (await RefusedAsync(new("P-1", await PhotoAsync(world, "somebody", null)))).Errors[0].Pointer);
        Assert.Equal("/quantity", (await RefusedAsync(new("P-1", photo, 3))).Errors[0].Pointer);
        Assert.Equal("/sku", (await RefusedAsync(new("A-1", photo))).Errors[0].Pointer);
        world.Time.Advance(TimeSpan.FromHours(48) + TimeSpan.FromSeconds(1));
        Assert.Equal("damage-claim-late", (await RefusedAsync(new("P-1", photo))).Name);
        Assert.Empty(Order(world, onTheWay).Damage);
    }

    [Fact]
    public async Task A_tree_planted_for_a_customer_is_proved_by_photos_and_has_its_certificate()
    {
        var world = new ShopWorld();
        await world.SeedAsync(("T-1", 10));
        var orderId = await ShippedAsync(world, ("T-1", 1));
        var view = OrderView.Of(Order(world, orderId));
        Assert.Equal((PlantingState.Asked, "peepal", (string?)null), (view.Plantings[0].State, view.Plantings[0].Plant, view.Plantings[0].CertificateHref));
        Assert.Equal("certificate-not-issued", (await world.Start().Show.CertificateAsync(Caller.Guest, orderId, "T-1", default)).Problem!.Name);

        world.Time.Advance(TimeSpan.FromDays(20));
        var today = Days.Today(world.Time);
        RecordPlantingRequest Sent(string photo, bool isConfirmed = false) => new(photo, "Hosahalli, Tumakuru", today, isConfirmed);
        var other = await world.Start().Plant.RunAsync(Staff, orderId, "T-1", Sent(await PhotoAsync(world, "staff", "neem")), default);
        Assert.Equal("planting-other-plant", other.Problem!.Name);

        var seedling = await PhotoAsync(world, "staff", null);
        Assert.Equal(PlantingState.Asked, (await world.Start().Plant.RunAsync(Staff, orderId, "T-1", Sent(seedling), default)).Value.Plantings[0].State);
        await world.Start().QuietAsync();
        Assert.DoesNotContain(world.Mails.Sent, id => id.Contains("treePlanted", StringComparison.Ordinal));

        // Somebody has looked at it.
        var planted = (await world.Start().Plant.RunAsync(Staff, orderId, "T-1", Sent(seedling, isConfirmed: true), default)).Value;
        Assert.Equal((PlantingState.Planted, OrderState.Delivered), (planted.Plantings[0].State, planted.Status));
        Assert.Equal(PlantingCheck.Confirmed, Assert.Single(planted.Plantings[0].Photos).Check);
        world.Time.Advance(TimeSpan.FromDays(200));
        today = Days.Today(world.Time);
        for (var again = 0; again < 2; again++)
            await world.Start().Plant.RunAsync(Staff, orderId, "T-1", Sent(await PhotoAsync(world, "staff", "peepal", 'e')), default);
        await world.Start().QuietAsync();
        var grown = OrderView.Of(Order(world, orderId)).Plantings[0];
        Assert.Equal([PlantingCheck.Confirmed, PlantingCheck.Matches], grown.Photos.Select(photo => photo.Check));
        Assert.Equal(2, world.Mails.Sent.Count(id => id.Contains("treePlanted", StringComparison.Ordinal)));

        var photo = (await world.Start().Show.PhotoAsync(Caller.Guest, orderId, "T-1", grown.Photos[0].Href.Split('/')[^1], default)).Value;
        Assert.Equal(0xFF, photo[0]);
        var bytes = (await world.Start().Show.CertificateAsync(Caller.Guest, orderId, "T-1", default)).Value;
        if (Environment.GetEnvironmentVariable("KUNDLI_KEEP_PDF") is { } folder)
            File.WriteAllBytes(Path.Combine(folder, "Certificate.pdf"), bytes);
        using var pdf = PdfDocument.Open(bytes);
        var page = Assert.Single(pdf.GetPages());
        var text = string.Join(' ', page.GetWords().Select(word => word.Text));
        foreach (var part in new[] { "Certificate of planting", "For Asha", "one tree", "Ficus religiosa", "Hosahalli, Tumakuru", "a person of the shop has looked", Order(world, orderId).Number })
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Single(page.GetImages());
    }

    private static Order Order(ShopWorld world, string orderId) => world.Orders().Single(order => order.Id == orderId);

    private static async Task<(ShopWorld World, string OrderId)> DeliveredAsync(params (string Sku, int Quantity)[] items)
    {
        var world = new ShopWorld();
        await world.SeedAsync([.. items.Select(item => (item.Sku, 10))]);
        var orderId = await ShippedAsync(world, items);
        await ArriveAsync(world, orderId);
        return (world, orderId);
    }

    private static async Task<string> ShippedAsync(ShopWorld world, params (string Sku, int Quantity)[] items)
    {
        var process = world.Start();
        var placed = await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(Card, items), default);
        await process.QuietAsync();
        Assert.Equal(OrderState.Shipped, Order(world, placed.Value.OrderId).State);
        return placed.Value.OrderId;
    }

    private static async Task ArriveAsync(ShopWorld world, string orderId)
    {
        await ParcelTests.TellAsync(world, "there", orderId, null, "delivered");
        Assert.Equal(OrderState.Delivered, Order(world, orderId).State);
    }

    private static async Task<string> ClaimAsync(ShopWorld world, string orderId, string sku, int quantity, DamageWish wish) =>
        (await world.Start().Claim.RunAsync(Caller.Guest, orderId, new ClaimDamageRequest(sku, await PhotoAsync(world, null, null), quantity, wish), default)).Value.Damage[0].Id;

    /// <summary>An upload that the finder has looked at: it sees a plant, or can't tell.</summary>
    private static async Task<string> PhotoAsync(ShopWorld world, string? owner, string? seen, char letter = 'a')
    {
        var id = new string(letter, 20) + Math.Abs((owner, seen, world.Time.GetUtcNow()).GetHashCode()).ToString("x12", System.Globalization.CultureInfo.InvariantCulture);
        using var bitmap = new SKBitmap(60, 40);
        bitmap.Erase(SKColors.ForestGreen);
        var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
        await world.Photos.PutPhotoAsync(id, 0, new CleanPhoto(jpeg, jpeg, 60, 40, [], 1), default);
        var now = world.Time.GetUtcNow();
        var result = new PlantResult(null, seen is null ? Verdict.Unsure : Verdict.Identified, seen is null ? [] : [new Suggestion(seen, seen, new(seen, null), 0.99)], null, null, []);
        await new IdentificationStore(world.Start().Documents).AddAsync(
            new Identification(id, owner, now, [new SentPhoto(PhotoFormat.Jpeg, jpeg.Length, Organ.Auto)]).Succeed(result, now), default);
        return id;
    }
}
