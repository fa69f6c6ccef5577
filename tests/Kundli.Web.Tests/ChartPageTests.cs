using Microsoft.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>What the chart page shows to who wants to know more: divisions, strengths, what speaks for and against a dosha, dashas down to the fifth level.</summary>
[Collection(BrowserHost.Beside)]
public sealed class ChartPageTests(BrowserHost host)
{
    public static TheoryData<string> Looks => Inspection.LooksNow;

    [BrowserTheory]
    [MemberData(nameof(Looks))]
    public async Task Every_part_opens_and_is_right_in_every_look(string look)
    {
        await using var visitor = await host.VisitAsync(Inspection.Looks[look]);
        await Journey.DrawChartAsync(visitor);
        var found = new List<string>();
        await visitor.Page.Locator("#strengths > summary").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#strengths table").First.Locator("tbody tr")).ToHaveCountAsync(7);
        await Assertions.Expect(visitor.Page.Locator("#strengths table").Last.Locator("tbody tr")).ToHaveCountAsync(12);
        await Inspection.LookAsync(visitor, $"chart-more-{look}", found);

        Assert.Empty(found);
        // A bindu is a bindu in whatever order the tables come: Parashara's 337 in all.
        var all = await visitor.Page.Locator("#strengths table").Last.Locator("tbody td:last-child").AllTextContentsAsync();
        Assert.Equal(337, all.Sum(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)));
        // Every text is a text, and none the key of one.
        Assert.DoesNotMatch("chart\\.|dosha\\.|varga\\.", await visitor.Page.Locator("#result").InnerTextAsync());
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task Another_division_is_another_drawing()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.DrawChartAsync(visitor);
        await Assertions.Expect(visitor.Page.Locator("#drawing svg")).ToHaveAttributeAsync("aria-label", "The chart D1 · Rashi, the whole as a drawing");
        var whole = await visitor.Page.Locator("#drawing svg").InnerHTMLAsync();
        await visitor.Page.Locator("#varga").SelectOptionAsync("d9");
        await Assertions.Expect(visitor.Page.Locator("#drawing svg")).ToHaveAttributeAsync("aria-label", "The chart D9 · Navamsha, marriage and dharma as a drawing");

        Assert.NotEqual(whole, await visitor.Page.Locator("#drawing svg").InnerHTMLAsync());
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_dasha_opens_down_to_the_fifth_level_and_each_level_fills_the_one_above()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.DrawChartAsync(visitor);
        var period = visitor.Page.Locator("#dasha > ol > li").Nth(1);
        for (var level = 1; level < 5; level++)
        {
            await period.Locator("> details > summary").ClickAsync();
            var within = period.Locator("> details > div > ol > li");
            await Assertions.Expect(within).ToHaveCountAsync(9);
            // The first begins, and the last ends, with the period that holds them.
            var (span, first, last) = (await SpanAsync(period), await SpanAsync(within.First), await SpanAsync(within.Last));
            Assert.Equal((span[0], span[^1]), (first[0], last[^1]));
            period = within.Nth(2);
        }
        await Assertions.Expect(period.Locator("details")).ToHaveCountAsync(0);
        // Who listens is told which one runs, at each level that is open.
        var now = visitor.Page.Locator("#dasha > ol > li[aria-current]");
        await now.Locator("> details > summary").ClickAsync();
        await Assertions.Expect(now.Locator("> details > div > ol > li[aria-current]")).ToHaveCountAsync(1);
        visitor.HasNoFaults();
    }

    private static async Task<string[]> SpanAsync(ILocator period) => (await period.Locator(".row > .quiet").First.InnerTextAsync()).Split(" – ");
}
