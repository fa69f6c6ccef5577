using System.Globalization;
using System.Text.Json.Nodes;

using Kundli.Features.Promotions;
using Kundli.Testing;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>What the order summary shows is what the API says, to the paisa.</summary>
[Collection(BrowserHost.Beside)]
public sealed class SummaryFiguresTests(BrowserHost host)
{
    private const int Carts = 10;
    private const long SmallCard = 3_333;
    private const long CardForEverything = 50_000_000;
    private const int OddBasisPoints = 1_337;

    /// <summary>The sums of the summary; those that stand apart are shown only where there is something to show.</summary>
    private static readonly string[] Always = ["originalPrice", "savings", "delivery", "tax", "total"];
    private static readonly string[] Sometimes = ["surcharge", "roundOff", "giftCard", "due"];

    private static readonly DateTimeOffset Since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [BrowserFact]
    public async Task Ten_carts_show_the_figures_of_the_API()
    {
        await using var visitor = await host.VisitAsync();
        var code = await PromotionAsync();
        var met = new HashSet<string>(StringComparer.Ordinal);
        for (var number = 0; number < Carts; number++)
        {
            var cart = await CartAsync(number, code);
            await visitor.Page.GotoAsync("/cart.html");
            await visitor.Page.EvaluateAsync("cart => localStorage.setItem('cart', cart)", cart);
            await visitor.OpenAsync("/summary.html");
            if (await visitor.Page.Locator("#edit").IsVisibleAsync())
                await visitor.Page.Keyboard.PressAsync("Escape");
            // Paying at the door costs something, UPI does not.
            var method = number % 2 == 0 ? "cod" : "upi";
            if (await visitor.Page.Locator("#means").IsVisibleAsync())
                await visitor.Page.Locator($"#means input[value={method}]").CheckAsync();
            await visitor.SettleAsync();
            var summary = await host.Http.AskAsync(HttpMethod.Get, $"carts/{cart}/summary?paymentMethod={(await visitor.Page.Locator("#means").IsVisibleAsync() ? method : "cod")}");

            foreach (var item in summary["items"]!.AsArray())
                await ShownAsync(visitor, $"[data-sku='{(string)item!["sku"]!}'] [data-amount]", item["lineTotal"]!, isTakenOff: false, number);
            foreach (var total in Always)
                await ShownAsync(visitor, $"[data-total={total}]", summary["totals"]![total]!, total == "savings", number);
            await SometimesAsync(visitor, summary["totals"]!, met, number);
        }

        // A sum that no cart had would be a sum that nothing was shown of.
        Assert.Equal(Sometimes.Order(StringComparer.Ordinal), met.Order(StringComparer.Ordinal));
        visitor.HasNoFaults();
    }

    private static async Task SometimesAsync(Visitor visitor, JsonNode totals, HashSet<string> met, int number)
    {
        foreach (var total in Sometimes)
        {
            // What is due differs from the total by gift cards alone.
            var isThere = (long)totals[total == "due" ? "giftCard" : total]!["amount"]! != 0;
            if (isThere)
            {
                met.Add(total);
                await ShownAsync(visitor, $"[data-total={total}]", totals[total]!, total == "giftCard", number);
            }
            else
            {
                await Assertions.Expect(visitor.Page.Locator($"[data-total={total}]")).ToHaveCountAsync(0);
            }
        }
    }

    /// <summary>A cart of one to four goods: one in two has a promotion whose paise are odd, one in three a gift card, and of the last the card pays everything.</summary>
    private async Task<string> CartAsync(int number, string code)
    {
        var cart = await Journey.CartAsync(host.Http, [.. Enumerable.Range(1, 1 + (number % 4))], skip: 7 * number);
        if (number % 4 >= 2)
            await host.Http.AskAsync(HttpMethod.Put, $"carts/{cart}/promotions/{code}");
        if (number % 3 == 0)
            await host.Http.AskAsync(HttpMethod.Put, $"carts/{cart}/gift-cards/{await CardAsync(number == Carts - 1 ? CardForEverything : SmallCard)}");
        return cart;
    }

    private async Task<string> PromotionAsync()
    {
        var code = $"ODD{Guid.NewGuid():N}"[..12].ToUpperInvariant();
        var made = await host.Services.GetRequiredService<MakePromotion>().RunAsync(new(code, PromotionKind.Percent, Since, Until, OddBasisPoints), CancellationToken.None);
        return made.Value.Code;
    }

    private async Task<string> CardAsync(long paise) =>
        (await host.Services.GetRequiredService<IssueGiftCard>().RunAsync(new(paise, Until), CancellationToken.None)).Value.Code;

    // The digits of the text, not of the attribute beside it: the text is what people read.
    private static async Task ShownAsync(Visitor visitor, string selector, JsonNode money, bool isTakenOff, int number)
    {
        var text = (await visitor.Page.Locator(selector).First.TextContentAsync())!;
        var amount = (long)money["amount"]!;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        Assert.True(digits == Math.Abs(amount).ToString("000", CultureInfo.InvariantCulture), $"Cart {number}, {selector}: '{text}' for {amount} paise.");
        Assert.True((text.Contains('-') || text.Contains('−')) == (amount < 0 || (isTakenOff && amount > 0)), $"Cart {number}, {selector}: '{text}' has a wrong sign for {amount} paise.");
    }
}
