using Kundli.Testing;

using Microsoft.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>Panchang, month, sky, muhurtas and horoscopes as a visitor finds them.</summary>
[Collection(BrowserHost.Beside)]
public sealed class AlmanacPageTests(BrowserHost host)
{
    [BrowserFact]
    public async Task A_day_is_turned_to_with_its_month_and_its_sky()
    {
        await using var visitor = await host.VisitAsync(Look.Phone);
        await visitor.OpenAsync("/almanac.html?date=2026-11-08");
        await Assertions.Expect(visitor.Page.Locator("#day .badge").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#month svg")).ToBeVisibleAsync();
        var expected = (await host.Http.AskAsync(HttpMethod.Get, "sky/events?month=2026-11"))["items"]!.AsArray().Count;
        await Assertions.Expect(visitor.Page.Locator("#events li")).ToHaveCountAsync(expected);

        await visitor.Button("Day after").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#day-title")).ToHaveTextAsync("9 Nov 2026");
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task Muhurtas_come_with_their_reasons_and_a_wrong_span_is_told_at_its_field()
    {
        await using var visitor = await host.VisitAsync();
        await visitor.OpenAsync("/almanac.html?date=2026-11-08");
        await visitor.Labelled("From").FillAsync("2026-11-24");
        await visitor.Labelled("To").FillAsync("2026-12-24");
        await visitor.Button("Find").ClickAsync();
        await visitor.Page.Locator("#found summary").First.ClickAsync();
        await Assertions.Expect(visitor.Page.GetByText("Rohini is good for a marriage.").First).ToBeVisibleAsync();

        await visitor.Labelled("To").FillAsync("2026-11-01");
        await visitor.Button("Find").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#to")).ToHaveAttributeAsync("aria-invalid", "true");
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_sign_has_its_horoscope_by_day_week_and_month_in_Hindi()
    {
        await using var visitor = await host.VisitAsync(new(Language: "hi"));
        await visitor.OpenAsync("/horoscope.html?sign=leo");
        var texts = new List<string>();
        foreach (var period in new[] { "day", "week", "month" })
        {
            await visitor.Page.Locator("#period").SelectOptionAsync(period);
            await visitor.SettleAsync();
            texts.Add(await visitor.Page.Locator("#text").InnerTextAsync());
            Assert.All(await visitor.Page.Locator("#text h3").AllInnerTextsAsync(), heading => Assert.Matches(@"^\P{IsBasicLatin}", heading));
            var evidence = await visitor.Page.Locator("#text details li").AllTextContentsAsync();
            Assert.NotEmpty(evidence);
            Assert.All(evidence, item => Assert.DoesNotMatch("[a-z]", item.Split(" (")[0]));
        }
        Assert.Equal(3, texts.Distinct(StringComparer.Ordinal).Count());
        Assert.All(texts, text => Assert.Matches(@"\p{IsDevanagari}", text));
        visitor.HasNoFaults();
    }
}
