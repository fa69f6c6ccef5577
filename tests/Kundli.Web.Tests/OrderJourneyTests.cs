using System.Text.RegularExpressions;

using Microsoft.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>From a birth to the shipped parcel, as a visitor goes.</summary>
[Collection(BrowserHost.Name)]
public sealed class OrderJourneyTests(BrowserHost host)
{
    [BrowserFact]
    public async Task A_birth_leads_to_its_star_its_plant_an_order_summary_and_a_shipped_parcel()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.DrawChartAsync(visitor);
        await Assertions.Expect(visitor.Page.GetByText(new Regex("Birth star.*Uttara Ashadha", RegexOptions.IgnoreCase)).First).ToBeVisibleAsync();
        await visitor.Button("Add to cart").First.ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#cart-count")).ToHaveTextAsync("1");

        await visitor.OpenAsync("/summary.html");
        await Journey.GiveAddressAsync(visitor);
        await visitor.Labelled("I agree with the terms and conditions").CheckAsync();
        var total = await visitor.Page.Locator("[data-total=total]").GetAttributeAsync("data-amount");
        await visitor.Button("Send the order").ClickAsync();

        await visitor.Page.WaitForURLAsync("**/order.html?id=*");
        await Assertions.Expect(visitor.Page.Locator("[data-state=shipped]")).ToBeVisibleAsync();
        Assert.Equal(total, await visitor.Page.Locator("[data-total=total]").GetAttributeAsync("data-amount"));
        Assert.Matches("^[A-Z0-9]{6}-[A-Z0-9]{5}$", (await visitor.Page.Locator("#number").TextContentAsync())!);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task Wrong_fields_are_told_at_the_fields_and_nothing_is_ordered()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.FillCartAsync(visitor, 1);
        await visitor.OpenAsync("/summary.html");
        await Journey.TypeAddressAsync(visitor, postalCode: "999999", phone: "12");
        await visitor.Button("Save information").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("#d-pin")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(visitor.Page.Locator("#d-phone")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(visitor.Page.Locator("#d-pin-wrong")).Not.ToBeEmptyAsync();
        await Assertions.Expect(visitor.Page.Locator("#edit")).ToBeVisibleAsync();
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task Without_the_terms_no_order_is_sent()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.FillCartAsync(visitor, 1);
        await visitor.OpenAsync("/summary.html");
        await Journey.GiveAddressAsync(visitor);
        await visitor.Button("Send the order").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("#terms")).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.EndsWith("/summary.html", visitor.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_plant_that_can_not_go_into_the_cart_is_told_beside_its_button()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.DrawChartAsync(visitor);
        await visitor.Page.RouteAsync("**/api/v1/carts", route => route.FulfillAsync(new() { Status = 503, ContentType = "application/problem+json", Body = """{"title":"Please try again in a moment.","status":503}""" }));
        await visitor.Button("Add to cart").First.ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("#plants [data-failure]")).ToHaveTextAsync("Please try again in a moment.");
        await Assertions.Expect(visitor.Page.Locator("#cart-count")).ToBeHiddenAsync();
    }
}
