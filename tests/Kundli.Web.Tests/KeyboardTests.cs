using Microsoft.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>Without a mouse: everything is reached by Tab and worked by keys, and the focus is always seen.</summary>
[Collection(BrowserHost.Beside)]
public sealed class KeyboardTests(BrowserHost host)
{
    private const int StepsMax = 60;

    [BrowserFact]
    public async Task A_chart_is_drawn_with_keys_alone()
    {
        await using var visitor = await host.VisitAsync();
        await visitor.OpenAsync("/chart.html");
        await TabToAsync(visitor, "name");
        await visitor.Page.Keyboard.TypeAsync("Asha");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.TypeAsync("05151990");
        await TabToAsync(visitor, "time");
        await visitor.Page.Keyboard.TypeAsync("023000PM");
        await TabToAsync(visitor, "draw");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Page.Locator("#drawing svg")).ToBeVisibleAsync();
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task The_first_tab_offers_to_skip_to_the_content()
    {
        await using var visitor = await host.VisitAsync();
        await visitor.OpenAsync("/catalog.html");
        await visitor.Page.Keyboard.PressAsync("Tab");

        Assert.Equal("#main", await visitor.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await Assertions.Expect(visitor.Page.Locator("a[href='#main']")).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task The_dialog_of_the_order_summary_closes_by_Escape_and_gives_the_focus_back()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.FillCartAsync(visitor, 1);
        await visitor.OpenAsync("/summary.html");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await TabToAsync(visitor, "edit-open");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Page.Locator("#edit")).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(visitor.Page.Locator("#edit")).ToBeHiddenAsync();
        Assert.Equal("edit-open", await visitor.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    // Each stop shows that it has the focus: an outline or a shadow.
    private static async Task TabToAsync(Visitor visitor, string id)
    {
        for (var step = 0; step < StepsMax; step++)
        {
            if (await visitor.Page.EvaluateAsync<string>("document.activeElement.id") == id)
                return;
            await visitor.Page.Keyboard.PressAsync("Tab");
            Assert.True(await visitor.Page.EvaluateAsync<bool>("(() => { const at = document.activeElement; const style = getComputedStyle(at); return at === document.body || style.outlineStyle !== 'none' || style.boxShadow !== 'none'; })()"),
                $"The focus is not seen on {await visitor.Page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 120)")}.");
        }
        Assert.Fail($"{StepsMax} tabs do not lead to #{id}.");
    }
}
