using Kundli.Adapters.Payments;
using Kundli.Adapters.Tests.Shop;
using Kundli.Features;
using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Features.Payments;
using Kundli.Features.Pricing;
using Xunit;

namespace Kundli.Adapters.Tests.Payments;

/// <summary>The adapter against a double of Razorpay on a local socket, alone and as the gateway of the whole checkout.</summary>
public sealed class RazorpayGatewayTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private static readonly PaymentRequest Card = new("0123456789abcdef0123456789abcdef-0123456789ab", "0123456789abcdef0123456789abcdef", Money.Paise(578_00), PaymentMethod.Card, null);

    [Fact]
    public async Task A_card_payment_is_one_razorpay_order_however_often_it_is_asked_for()
    {
        await using var razorpay = new RazorpayDouble();
        var first = await razorpay.Gateway.PayAsync(Card, default);
        var again = await razorpay.Gateway.PayAsync(Card, default);
        Assert.Equal(first, again);
        Assert.Equal(PaymentAnswer.Pending, first.Answer);
        var order = Assert.Single(razorpay.Orders).Value;
        Assert.Equal((578_00L, Card.OrderId), ((long)order["amount"]!, (string)order["notes"]!["order_id"]!));
        Assert.Equal(first.ClientSecret, (string)order["id"]!);
    }

    [Fact]
    public async Task What_the_dialogue_hands_back_counts_only_with_its_signature_and_for_its_own_order()
    {
        await using var razorpay = new RazorpayDouble();
        var order = (await razorpay.Gateway.PayAsync(Card, default)).Reference;
        var token = razorpay.Pay(order);

        var forged = await razorpay.Gateway.PayAsync(Card with { Token = token[..^1] + (token[^1] == '0' ? '1' : '0') }, default);
        var foreign = await razorpay.Gateway.PayAsync(Card with { OrderId = "another", Key = "another-key", Token = token }, default);
        var paid = await razorpay.Gateway.PayAsync(Card with { Token = token }, default);

        Assert.Equal(PaymentAnswer.Declined, forged.Answer);
        Assert.Equal(PaymentAnswer.Declined, foreign.Answer);
        Assert.Equal((PaymentAnswer.Captured, "visa", "1111", Money.Paise(578_00)), (paid.Answer, paid.Brand, paid.Last4, paid.Amount));
        Assert.Equal(paid.Reference, (await razorpay.Gateway.FindAsync(Card.Key, null, default))!.Reference);
    }

    [Fact]
    public async Task UPI_opens_an_app_by_its_link_or_shows_a_code()
    {
        await using var razorpay = new RazorpayDouble();
        var upi = Card with { Method = PaymentMethod.Upi, Email = "asha@example.com", Phone = "+919876543210", PayBy = Now.AddMinutes(15) };
        var intent = await razorpay.Gateway.PayAsync(upi, default);
        var code = await razorpay.Gateway.PayAsync(upi with { Flow = UpiFlow.Qr }, default);
        Assert.StartsWith("upi://pay?am=578", intent.UpiLink, StringComparison.Ordinal);
        Assert.Equal("https://rzp.example/qr.png", code.QrImage);
        var asked = razorpay.Requests.Last().Json;
        Assert.Equal(("upi_qr", "single_use", true, 578_00L, Now.AddMinutes(17).ToUnixTimeSeconds()),
            ((string)asked["type"]!, (string)asked["usage"]!, (bool)asked["fixed_amount"]!, (long)asked["payment_amount"]!, (long)asked["close_by"]!));
        Assert.Equal(PaymentAnswer.Pending, (await razorpay.Gateway.FindAsync(upi.Key, code.Reference, default))!.Answer);
    }

    [Fact]
    public async Task A_refund_whose_answer_was_lost_is_found_again_and_not_made_twice()
    {
        await using var razorpay = new RazorpayDouble();
        var token = razorpay.Pay((await razorpay.Gateway.PayAsync(Card, default)).Reference, "captured");
        var payment = token.Split('|')[1];
        razorpay.LoseNext = "refund";
        // The list before it is read first, so the loss hits that call; the second try loses the refund itself.
        await Assert.ThrowsAsync<HttpRequestException>(() => razorpay.Gateway.RefundAsync(payment, Money.Paise(100_00), "order-r1", default));
        razorpay.LoseNext = "/refund";
        await Assert.ThrowsAsync<HttpRequestException>(() => razorpay.Gateway.RefundAsync(payment, Money.Paise(100_00), "order-r1", default));
        var refund = await razorpay.Gateway.RefundAsync(payment, Money.Paise(100_00), "order-r1", default);
        Assert.Equal(refund, await razorpay.Gateway.RefundAsync(payment, Money.Paise(100_00), "order-r1", default));
        Assert.Equal(100_00L, (long)Assert.Single(razorpay.Refunds).Value["amount"]!);
    }

    [Fact]
    public async Task Events_count_with_a_good_signature_of_either_secret_and_not_when_forged_or_too_old()
    {
        await using var razorpay = new RazorpayDouble();
        var payment = razorpay.Pay((await razorpay.Gateway.PayAsync(Card, default)).Reference).Split('|')[1];
        GatewayEvent? Read((byte[] Body, IReadOnlyDictionary<string, string> Headers) sent, DateTimeOffset now) => razorpay.Gateway.ReadEvent(sent.Body, sent.Headers, now);

        var read = Read(razorpay.Event("payment.captured", payment, Now), Now.AddHours(23))!;
        Assert.Equal(("evt_1", payment, PaymentAnswer.Captured, Money.Paise(578_00), "order_1"), (read.Id, read.Reference, read.Answer, read.Amount, read.Session));
        Assert.NotNull(Read(razorpay.Event("payment.captured", payment, Now, RazorpayDouble.OldWebhookSecret), Now));
        Assert.Null(Read(razorpay.Event("payment.captured", payment, Now, "another secret"), Now));
        Assert.Null(Read(razorpay.Event("payment.captured", payment, Now), Now.AddHours(25)));
        Assert.Null(Read(razorpay.Event("payment.captured", payment, Now.AddMinutes(10)), Now));
        Assert.Equal(PaymentAnswer.Pending, Read(razorpay.Event("payment.dispute.created", payment, Now), Now)!.Answer);
    }

    [Fact]
    public async Task A_whole_order_is_paid_by_the_event_that_names_nothing_but_razorpays_own_order_and_ships_once()
    {
        await using var razorpay = new RazorpayDouble();
        var world = new ShopWorld { OtherGateway = razorpay.Gateway };
        await world.SeedAsync(("A-1", 5));
        var process = world.Start();
        var request = await process.FillAsync(new PaymentChoice(PaymentMethod.Card), ("A-1", 1));
        var placed = (await process.Place.RunAsync(Caller.Guest, "key", request, default)).Value;
        Assert.Equal((OrderState.AwaitingPayment, "razorpay", "rzp_test_1"), (placed.Status, placed.Payment.Provider, placed.Payment.PublicKey));

        var payment = razorpay.Pay(placed.Payment.ClientSecret!).Split('|')[1];
        var (body, headers) = razorpay.Event("payment.captured", payment, world.Time.GetUtcNow());
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => process.Webhook.RunAsync("razorpay", body, headers, default)));
        await process.QuietAsync();

        var order = Assert.Single(world.Orders());
        Assert.Equal((OrderState.Shipped, PaymentState.Captured, payment), (order.State, order.Payment.State, order.Payment.Reference));
        Assert.Empty(razorpay.Refunds);
    }

    [Fact]
    public async Task A_payment_of_another_amount_does_not_pay_the_order_and_goes_back_whole()
    {
        await using var razorpay = new RazorpayDouble();
        var world = new ShopWorld { OtherGateway = razorpay.Gateway };
        await world.SeedAsync(("A-1", 5));
        var process = world.Start();
        var placed = (await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(new PaymentChoice(PaymentMethod.Card), ("A-1", 1)), default)).Value;
        var payment = razorpay.Pay(placed.Payment.ClientSecret!, "captured", amount: 1_00).Split('|')[1];
        var (body, headers) = razorpay.Event("payment.captured", payment, world.Time.GetUtcNow());
        Assert.True((await process.Webhook.RunAsync("razorpay", body, headers, default)).IsOk);
        Assert.Equal(OrderState.AwaitingPayment, world.Orders()[0].State);
        await process.QuietAsync();
        Assert.Equal(OrderState.Cancelled, world.Orders()[0].State);
        Assert.Equal(1_00L, (long)Assert.Single(razorpay.Refunds).Value["amount"]!);
        world.AssertStock(5, "A-1");
    }

    [Fact]
    public async Task A_payment_that_no_event_tells_of_is_found_by_the_timer()
    {
        await using var razorpay = new RazorpayDouble();
        var world = new ShopWorld { OtherGateway = razorpay.Gateway };
        await world.SeedAsync(("A-1", 5));
        var process = world.Start();
        var placed = (await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(new PaymentChoice(PaymentMethod.Card), ("A-1", 1)), default)).Value;
        razorpay.Pay(placed.Payment.ClientSecret!);
        await process.QuietAsync();
        Assert.Equal(OrderState.Shipped, Assert.Single(world.Orders()).State);
        world.AssertStock(5, "A-1");
    }
}
