using System.Text.Json.Nodes;

using Kundli.Testing;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>What the order summary shows is what the API says, to the paisa.</summary>
[Collection(BrowserHost.Name)]
public sealed class SummaryFiguresTests(BrowserHost host)
{
    private const int Carts = 10;

    [BrowserFact]
    public async Task Ten_carts_show_the_figures_of_the_API()
    {
        await using var visitor = await host.VisitAsync();
        for (var number = 0; number < Carts; number++)
        {
            var cart = await Journey.CartAsync(host.Http, [.. Enumerable.Range(1, 1 + (number % 4))], skip: 7 * number);
            await visitor.Page.GotoAsync("/cart.html");
            await visitor.Page.EvaluateAsync("cart => localStorage.setItem('cart', cart)", cart);
            await visitor.OpenAsync("/summary.html");
            var summary = await host.Http.AskAsync(HttpMethod.Get, $"carts/{cart}/summary");

            foreach (var item in summary["items"]!.AsArray())
                await ShownAsync(visitor, $"[data-sku='{(string)item!["sku"]!}'] [data-amount]", item["lineTotal"]!, number);
            foreach (var total in new[] { "originalPrice", "savings", "delivery", "tax", "total" })
                await ShownAsync(visitor, $"[data-total={total}]", summary["totals"]![total]!, number);
        }
        visitor.HasNoFaults();
    }

    // The digits of the text, not of the attribute beside it: the text is what people read.
    private static async Task ShownAsync(Visitor visitor, string selector, JsonNode money, int number)
    {
        var text = (await visitor.Page.Locator(selector).First.TextContentAsync())!;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        Assert.True(digits == ((long)money["amount"]!).ToString("000", System.Globalization.CultureInfo.InvariantCulture), $"Cart {number}, {selector}: '{text}' for {money["amount"]} paise.");
    }
}
