using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

using Kundli.Adapters.Payments;
using Kundli.Features.Promotions;
using Kundli.Testing;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>The pages of the shop in the states that a purchase takes them through.</summary>
[Collection(BrowserHost.Name)]
public sealed class ShopPageTests(BrowserHost host)
{
    private static readonly DateTimeOffset Until = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [BrowserTheory]
    [InlineData("light")]
    [InlineData("hindi-dark-phone")]
    public async Task No_state_of_a_purchase_keeps_anybody_out(string look)
    {
        await using var visitor = await host.VisitAsync(Inspection.Looks[look]);
        var found = new List<string>();
        await Journey.FillCartAsync(visitor, 2);
        await DiscountAsync(visitor);
        await visitor.OpenAsync("/cart.html");
        await Assertions.Expect(visitor.Page.Locator("[data-code]")).ToHaveCountAsync(2);
        await Inspection.LookAsync(visitor, $"cart-reduced-{look}", found);

        await PayAsync(visitor, "upi", "upi_pending", isQr: true);
        await Assertions.Expect(visitor.Page.Locator("#pay[data-payment=pending] img")).ToBeVisibleAsync();
        await Inspection.LookAsync(visitor, $"order-waits-{look}", found);
        await visitor.Page.Locator("#pay .notice .button-quiet").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#pay[data-payment=declined]")).ToBeVisibleAsync();
        await Inspection.LookAsync(visitor, $"order-declined-{look}", found);
        await visitor.Page.Locator("#cancel-order summary").ClickAsync();
        await Inspection.LookAsync(visitor, $"order-cancel-{look}", found);
        await visitor.Page.Locator("#cancel-order button").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#reopened")).ToBeVisibleAsync();
        await Inspection.LookAsync(visitor, $"order-cancelled-{look}", found);

        await visitor.OpenAsync($"/order.html?id={await DeliveredAsync()}");
        await visitor.Page.Locator("#return-order summary").ClickAsync();
        await Inspection.LookAsync(visitor, $"order-return-{look}", found);
        await visitor.OpenAsync("/order.html?id=0000");
        await Inspection.LookAsync(visitor, $"order-missing-{look}", found);
        await visitor.OpenAsync("/cart.html");
        await Inspection.LookAsync(visitor, $"cart-empty-{look}", found);

        Assert.Empty(found);
        visitor.HasNoFaults();
    }

    [BrowserTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_chosen_way_to_pay_looks_chosen(bool isDark)
    {
        await using var visitor = await host.VisitAsync(new(IsDark: isDark));
        await Journey.FillCartAsync(visitor, 1);
        await visitor.OpenAsync("/summary.html");
        await visitor.Page.Keyboard.PressAsync("Escape");
        var dot = "input => getComputedStyle(input, '::before').backgroundColor";
        var chosen = await visitor.Page.Locator("#means input:checked").EvaluateAsync<string>(dot);
        var circle = await visitor.Page.Locator("#means input:not(:checked)").First.EvaluateAsync<string>("input => getComputedStyle(input).backgroundColor");

        Assert.DoesNotContain("0, 0, 0, 0", chosen, StringComparison.Ordinal);
        Assert.NotEqual(circle, chosen);
        Assert.Equal("rgba(0, 0, 0, 0)", await visitor.Page.Locator("#means input:not(:checked)").First.EvaluateAsync<string>(dot));
    }

    [BrowserFact]
    public async Task The_goods_of_an_order_that_was_given_up_are_in_the_cart_again()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.FillCartAsync(visitor, 2);
        await PayAsync(visitor, "card", "tok_late");
        await visitor.Page.Locator("#cancel-order summary").ClickAsync();
        await visitor.Button("Cancel the order").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-state=cancelled]")).ToContainTextAsync("as you wished");
        await visitor.Button("To the cart").ClickAsync();

        await visitor.Page.WaitForURLAsync("**/cart.html");
        await Assertions.Expect(visitor.Page.Locator("#cart input[type=number]")).ToHaveCountAsync(2);
        await Assertions.Expect(visitor.Page.Locator("#cart-count")).ToHaveTextAsync("2");
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task Goods_that_arrived_are_asked_back_with_a_reason()
    {
        await using var visitor = await host.VisitAsync();
        await visitor.OpenAsync($"/order.html?id={await DeliveredAsync()}");
        await Assertions.Expect(visitor.Page.Locator("#parcels")).ToContainTextAsync("Delivered");
        await visitor.Page.Locator("#return-order summary").ClickAsync();
        await visitor.Labelled("Reason (optional)").FillAsync("The lamp leans.");
        await visitor.Page.Locator("#return-order button").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-state=returnRequested]")).ToContainTextAsync("The lamp leans.");
        await Assertions.Expect(visitor.Page.Locator("#return-order")).ToHaveCountAsync(0);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_card_and_a_code_that_lower_the_price_are_taken_out_again()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.FillCartAsync(visitor, 1);
        await DiscountAsync(visitor);
        await visitor.OpenAsync("/cart.html");
        await Assertions.Expect(visitor.Page.Locator("[data-total=giftCard]")).ToBeVisibleAsync();
        await visitor.Page.Locator("[data-kind=giftCard] [data-code] button").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-total=giftCard]")).ToHaveCountAsync(0);
        await visitor.Page.Locator("[data-kind=promotion] [data-code] button").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-code]")).ToHaveCountAsync(0);
        await visitor.Page.Locator("#code-giftCard").FillAsync("NO-SUCH-CARD");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Page.Locator("#code-giftCard")).ToHaveAttributeAsync("aria-invalid", "true");
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task In_Hindi_the_filters_of_the_shop_are_in_Devanagari()
    {
        await using var visitor = await host.VisitAsync(new(Language: "hi"));
        await visitor.OpenAsync("/catalog.html");
        var names = await visitor.Page.Locator("#facets summary, #facets label").AllInnerTextsAsync();

        Assert.True(names.Count > 30, $"{names.Count} filters");
        Assert.All(names, name => Assert.Matches(@"\p{IsDevanagari}", name));
    }

    [BrowserFact]
    public async Task A_lowered_price_stands_beside_the_one_before()
    {
        await using var visitor = await host.VisitAsync();
        var product = await host.Http.AskAsync(HttpMethod.Get, "products/brass-diya");
        var variant = product["variants"]![0]!;
        Assert.True((long)variant["originalPrice"]!["amount"]! > (long)variant["price"]!["amount"]!);
        await visitor.OpenAsync("/product.html?slug=brass-diya");

        await Assertions.Expect(visitor.Page.Locator("#product form s").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#product dl")).ToContainTextAsync("India");
    }

    [BrowserFact]
    public async Task Goods_that_came_damaged_are_shown_by_a_photo_within_two_days()
    {
        await using var visitor = await host.VisitAsync(Look.Phone);
        await visitor.OpenAsync($"/order.html?id={await DeliveredAsync()}");
        await visitor.Page.Locator("#damage summary").ClickAsync();
        await visitor.Button("Send").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#damage [data-failure], #damage [data-wrong]").First).ToBeVisibleAsync();
        await visitor.Page.Locator("#images").SetInputFilesAsync(new FilePayload { Name = "broken.jpg", MimeType = "image/jpeg", Buffer = PhotoJourneyTests.Wall() });
        await visitor.Labelled("What would you like?").SelectOptionAsync("replacement");
        await visitor.Button("Send").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("#damage .badge")).ToHaveTextAsync("Being looked at");
        var found = new List<string>();
        await Inspection.LookAsync(visitor, "damage-phone", found);
        Assert.Empty(found);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task The_promised_day_is_the_same_day_west_of_Greenwich()
    {
        await using var visitor = await host.VisitAsync(new(TimeZone: "America/Los_Angeles"));
        var id = await Journey.OrderAsync(host.Http);
        var order = await host.Http.AskAsync(HttpMethod.Get, $"orders/{id}/summary");
        var day = DateOnly.ParseExact((string)order["fulfilment"]!["promisedBy"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        await visitor.OpenAsync($"/order.html?id={id}");

        await Assertions.Expect(visitor.Page.Locator("main")).ToContainTextAsync(new Regex($@"\b{day.Day} {day.ToString("MMM", CultureInfo.InvariantCulture)}\w* {day.Year}"));
        await Assertions.Expect(visitor.Page.Locator("#parcels")).ToContainTextAsync(new Regex($@"expected by {day.Day} {day.ToString("MMM", CultureInfo.InvariantCulture)}"));
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task An_order_that_is_not_there_leads_to_the_look_up()
    {
        await using var visitor = await host.VisitAsync();
        await visitor.OpenAsync("/order.html?id=0000");

        await Assertions.Expect(visitor.Page.Locator("#look-number")).ToBeVisibleAsync();
        Assert.Contains(visitor.Refusals, refusal => refusal.StartsWith("404 GET", StringComparison.Ordinal));
        visitor.HasNoFaults();
    }

    /// <summary>Puts a promotion and a gift card into the visitor's cart.</summary>
    private async Task DiscountAsync(Visitor visitor)
    {
        var code = $"TEN{Guid.NewGuid():N}"[..12].ToUpperInvariant();
        Assert.True((await host.Services.GetRequiredService<MakePromotion>().RunAsync(new(code, PromotionKind.Percent, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Until, 1_000), CancellationToken.None)).IsOk);
        var card = (await host.Services.GetRequiredService<IssueGiftCard>().RunAsync(new(1_000, Until), CancellationToken.None)).Value.Code;
        var cart = await visitor.Page.EvaluateAsync<string>("localStorage.getItem('cart')");
        await host.Http.AskAsync(HttpMethod.Put, $"carts/{cart}/promotions/{code}");
        await host.Http.AskAsync(HttpMethod.Put, $"carts/{cart}/gift-cards/{card}");
    }

    private static async Task PayAsync(Visitor visitor, string method, string token, bool isQr = false)
    {
        await visitor.OpenAsync("/summary.html");
        await Journey.GiveAddressAsync(visitor);
        await visitor.Page.Locator($"#means input[value={method}]").CheckAsync();
        await visitor.Page.Locator("#rehearsal").SelectOptionAsync(token);
        if (isQr)
            await visitor.Page.Locator("#upi-flow").SelectOptionAsync("qr");
        await visitor.SettleAsync();
        await visitor.Page.Locator("#terms").CheckAsync();
        await visitor.Page.Locator("#send").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/order.html?id=*");
    }

    /// <summary>An order of a brass lamp that the carrier has handed over.</summary>
    private async Task<string> DeliveredAsync()
    {
        var (cart, _) = await Purchase.CartAsync(host.Http);
        var id = await Purchase.OrderAsync(host.Http, cart);
        await Purchase.ShippedAsync(host.Http, id);
        var body = JsonSerializer.SerializeToUtf8Bytes(new { orderId = id, state = "delivered" });
        using var news = new HttpRequestMessage(HttpMethod.Post, "api/v1/carriers/webhooks/van") { Content = new ByteArrayContent(body) };
        news.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in StandardWebhook.Sign($"arrived-{id}", body, DateTimeOffset.UtcNow, Encoding.UTF8.GetBytes("carrier")))
            news.Headers.Add(name, value);
        using var answer = await host.Http.SendAsync(news);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        return id;
    }
}
