using System.Net;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>Every page in four variants: nothing that keeps somebody out, nothing that sticks out of a small screen. <c>KUNDLI_SCREENSHOTS=folder</c> keeps the pictures.</summary>
[Collection(BrowserHost.Beside)]
public sealed class PageTests(BrowserHost host)
{
    [BrowserTheory]
    [MemberData(nameof(Inspection.LooksNow), MemberType = typeof(Inspection))]
    public async Task No_page_keeps_anybody_out(string look)
    {
        await using var visitor = await host.VisitAsync(Inspection.Looks[look]);
        await Journey.FillCartAsync(visitor, 2);
        var order = await Journey.OrderAsync(host.Http);
        var product = (await visitor.Page.EvaluateAsync<string>("location.pathname + location.search"))!;
        var found = new List<string>();
        foreach (var (name, path) in new (string, string)[]
        {
            ("home", "/"), ("chart", "/chart.html"), ("plants", "/plants.html"), ("catalog", "/catalog.html"), ("product", product), ("cart", "/cart.html"), ("summary", "/summary.html"),
            ("order", $"/order.html?id={order}"), ("matching", "/matching.html"), ("account", "/account.html"), ("look-up", "/order.html"), ("terms", "/terms.html"), ("almanac", "/almanac.html?date=2026-11-08"), ("horoscope", "/horoscope.html?sign=leo"), ("offline", "/offline.html"),
        })
        {
            await visitor.OpenAsync(path);
            await Inspection.LookAsync(visitor, $"{name}-{look}", found);
            if (name != "summary")
                continue;
            await visitor.Page.Locator("#same").UncheckAsync();
            await Inspection.LookAsync(visitor, $"dialog-{look}", found);
        }
        await Journey.DrawChartAsync(visitor);
        await Inspection.LookAsync(visitor, $"drawn-{look}", found);

        Assert.Empty(found);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task The_pages_come_with_a_policy_that_allows_nothing_inline_and_nothing_from_elsewhere()
    {
        foreach (var path in new[] { "/", "/chart.html", "/summary.html", "/account.html" })
        {
            using var answer = await host.Http.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [BrowserFact]
    public async Task The_first_paint_does_not_wait_for_the_API()
    {
        await using var visitor = await host.VisitAsync();
        var held = new TaskCompletionSource();
        await visitor.Page.RouteAsync("**/api/**", async route =>
        {
            await held.Task;
            await route.AbortAsync();
        });
        await visitor.Page.GotoAsync("/");

        await Microsoft.Playwright.Assertions.Expect(visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Microsoft.Playwright.Assertions.Expect(visitor.Page.Locator("[aria-busy=true]").First).ToBeVisibleAsync();
        held.SetResult();
        await Microsoft.Playwright.Assertions.Expect(visitor.Page.Locator("[data-failure]").First).ToBeVisibleAsync();
    }
}
