using System.Net;

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>Every page in four variants: nothing that keeps somebody out, nothing that sticks out of a small screen. <c>KUNDLI_SCREENSHOTS=folder</c> keeps the pictures.</summary>
[Collection(BrowserHost.Name)]
public sealed class PageTests(BrowserHost host)
{
    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("KUNDLI_SCREENSHOTS");

    private static readonly Dictionary<string, Look> Looks = new(StringComparer.Ordinal)
    {
        ["light"] = new(), ["dark"] = new(IsDark: true), ["hindi"] = new(Language: "hi"), ["phone"] = Look.Phone,
    };

    [BrowserTheory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("hindi")]
    [InlineData("phone")]
    public async Task No_page_keeps_anybody_out(string look)
    {
        await using var visitor = await host.VisitAsync(Looks[look]);
        await Journey.FillCartAsync(visitor, 2);
        var order = await Journey.OrderAsync(host.Http);
        var product = (await visitor.Page.EvaluateAsync<string>("location.pathname + location.search"))!;
        var found = new List<string>();
        foreach (var (name, path) in new (string, string)[]
        {
            ("home", "/"), ("chart", "/chart.html"), ("plants", "/plants.html"), ("catalog", "/catalog.html"), ("product", product), ("cart", "/cart.html"), ("summary", "/summary.html"),
            ("order", $"/order.html?id={order}"), ("matching", "/matching.html"), ("account", "/account.html"),
        })
        {
            await visitor.OpenAsync(path);
            await LookAsync(visitor, $"{name}-{look}", found);
        }
        await Journey.DrawChartAsync(visitor);
        await LookAsync(visitor, $"drawn-{look}", found);

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

    private static async Task LookAsync(Visitor visitor, string name, List<string> found)
    {
        var result = await visitor.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        found.AddRange(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{name}: {violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html).Take(3))}"));
        // Whatever is wider than the screen makes the whole page slide sideways.
        if (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0)
            found.Add($"{name}: wider than the screen");
        if (Screenshots is not null)
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Screenshots, $"{name}.png"), FullPage = true });
    }
}
