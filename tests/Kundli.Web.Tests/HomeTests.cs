using Microsoft.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>The page that people open every day.</summary>
[Collection(BrowserHost.Beside)]
public sealed class HomeTests(BrowserHost host)
{
    [BrowserFact]
    public async Task The_day_and_its_plant_follow_the_place_that_is_chosen()
    {
        await using var visitor = await host.VisitAsync();
        await visitor.OpenAsync("/");
        await Assertions.Expect(visitor.Page.Locator("#today dl > div")).ToHaveCountAsync(16);
        await Assertions.Expect(visitor.Page.Locator("#plant a")).ToBeVisibleAsync();
        var before = await visitor.Page.Locator("#today dd").Nth(1).TextContentAsync();

        await visitor.Page.Locator("#place").FillAsync("kanyakuma");
        await visitor.Page.GetByRole(AriaRole.Option).First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#today dd").Nth(1)).Not.ToHaveTextAsync(before!);
        await visitor.Page.ReloadAsync();
        await visitor.SettleAsync();

        Assert.NotEqual(before, await visitor.Page.Locator("#today dd").Nth(1).TextContentAsync());
        visitor.HasNoFaults();
    }
}
