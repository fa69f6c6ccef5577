using Microsoft.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>The pages without a network, and what a browser keeps for that.</summary>
[Collection(BrowserHost.Beside)]
public sealed class OfflineTests(BrowserHost host)
{
    [BrowserFact]
    public async Task Without_a_network_pages_open_in_the_chosen_language_say_so_and_show_the_last_panchang()
    {
        await using var visitor = await host.VisitAsync(new(Language: "hi"), isInstalled: true);
        await InstallAsync(visitor);
        var shown = await visitor.Page.Locator("#today dl").InnerTextAsync();
        await visitor.OfflineAsync(true);

        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.Locator("#offline")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#today dl")).ToHaveTextAsync(shown, new() { UseInnerText = true });
        foreach (var path in new[] { "/chart.html", "/cart.html", "/order.html?id=abc", "/almanac.html" })
        {
            await visitor.Page.GotoAsync(path);
            await Assertions.Expect(visitor.Page.Locator("#offline")).ToContainTextAsync("ऑफ़लाइन");
        }
        await visitor.Page.GotoAsync("/nowhere.html");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("आप ऑफ़लाइन हैं");

        await visitor.OfflineAsync(false);
        await visitor.Page.GotoAsync("/catalog.html");
        await Assertions.Expect(visitor.Page.Locator("#products li").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#offline")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Of_the_API_nothing_but_panchangs_stays_in_the_browser()
    {
        await using var visitor = await host.VisitAsync(isInstalled: true);
        await InstallAsync(visitor);
        await Journey.RegisterAsync(visitor);
        await Journey.KeepChartAsync(visitor);
        await visitor.OpenAsync("/charts.html");
        await visitor.OpenAsync("/almanac.html");

        var kept = await visitor.Page.EvaluateAsync<string[]>("""
            async () => {
              const paths = [];
              for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname);
              return paths;
            }
            """);
        Assert.Contains("/charts.html", kept);
        Assert.Equal(["/api/v1/panchang"], kept.Where(path => path.StartsWith("/api/", StringComparison.Ordinal)).Distinct());
    }

    [BrowserFact]
    public async Task The_pages_can_be_installed()
    {
        var manifest = System.Text.Json.JsonDocument.Parse(await host.Http.GetStringAsync("/app.webmanifest")).RootElement;
        Assert.Equal(("/", "/", "standalone"), (manifest.GetProperty("id").GetString(), manifest.GetProperty("scope").GetString(), manifest.GetProperty("display").GetString()));
        var sizes = new List<string>();
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
        {
            using var picture = await host.Http.GetAsync(icon.GetProperty("src").GetString());
            Assert.Equal(icon.GetProperty("type").GetString(), picture.Content.Headers.ContentType?.MediaType);
            sizes.Add($"{icon.GetProperty("purpose").GetString()} {icon.GetProperty("sizes").GetString()}");
        }
        Assert.Superset(new HashSet<string> { "any 192x192", "any 512x512", "maskable 512x512" }, sizes.ToHashSet());
    }

    [BrowserFact]
    public async Task Without_its_language_pack_a_page_is_English_and_says_so()
    {
        await using var visitor = await host.VisitAsync(new(Language: "hi"));
        await visitor.Page.RouteAsync("**/assets/hi.json", route => route.AbortAsync());
        await visitor.OpenAsync("/chart.html");

        await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Draw a birth chart");
        await Assertions.Expect(visitor.Page.Locator("main [role=status]").First).ToContainTextAsync("could not be loaded in Hindi");
        Assert.Equal("en", await visitor.Page.EvaluateAsync<string>("document.documentElement.lang"));
    }

    // The first visit installs the shell; from the second on it serves.
    private static async Task InstallAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/");
        await visitor.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; while (!navigator.serviceWorker.controller) await new Promise(done => setTimeout(done, 50)); }");
        await visitor.OpenAsync("/");
    }
}
