using System.Text.RegularExpressions;

using Kundli.Testing;

using Microsoft.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>What may happen to a payment and to an order afterwards, as a visitor meets it.</summary>
[Collection(BrowserHost.Name)]
public sealed class PaymentJourneyTests(BrowserHost host)
{
    [BrowserFact]
    public async Task A_declined_card_leads_to_another_try_that_the_bank_confirms()
    {
        await using var visitor = await host.VisitAsync();
        await SendAsync(visitor, "card", "tok_declined");
        await Assertions.Expect(visitor.Page.Locator("#pay[data-payment=declined]")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#cart-count")).ToBeHiddenAsync();

        await visitor.Page.Locator("#pay input[value=card]").CheckAsync();
        await visitor.Page.Locator("#rehearsal").SelectOptionAsync("tok_3ds");
        await visitor.Button("Pay now").ClickAsync();
        await visitor.Button("Confirm the payment").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-state=shipped]")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#pay")).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Page.GetByText("Visa •••• 3220")).ToBeVisibleAsync();
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_UPI_code_is_drawn_is_still_there_after_a_reload_and_a_refusal_is_told()
    {
        await using var visitor = await host.VisitAsync(Look.Phone);
        await SendAsync(visitor, "upi", "upi_pending", qr: true);
        var code = visitor.Page.Locator("#pay img");
        await Assertions.Expect(code).ToHaveAttributeAsync("src", new Regex("^data:image/svg"));
        Assert.True(await code.EvaluateAsync<int>("image => image.naturalWidth") > 50);
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(code).ToBeVisibleAsync();

        await visitor.Button("Refuse the payment").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#pay[data-payment=declined]")).ToBeVisibleAsync();
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task An_order_that_waits_for_its_payment_can_be_cancelled_with_a_reason()
    {
        await using var visitor = await host.VisitAsync();
        await SendAsync(visitor, "card", "tok_late");
        await visitor.Page.Locator("#cancel-order summary").ClickAsync();
        await visitor.Labelled("Reason (optional)").FillAsync("Another gift was found.");
        await visitor.Button("Cancel the order").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-state=cancelled]")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#pay")).ToHaveCountAsync(0);
        await Assertions.Expect(visitor.Page.Locator("#cancel-order")).ToHaveCountAsync(0);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_guest_finds_an_order_again_and_reads_its_parcel_and_its_invoice()
    {
        await using var visitor = await host.VisitAsync();
        var id = await Journey.OrderAsync(host.Http);
        var order = await host.Http.AskAsync(HttpMethod.Get, $"orders/{id}");
        await visitor.OpenAsync("/order.html");
        await visitor.Labelled("Order number").FillAsync("KAAAAA-AAAAA");
        await visitor.Labelled("Phone").FillAsync((string)order["summary"]!["phone"]!);
        await visitor.Button("Find").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await visitor.Labelled("Order number").FillAsync((string)order["orderNumber"]!);
        await visitor.Button("Find").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-state=shipped]")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("#parcels li li")).Not.ToHaveCountAsync(0);
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Button("Invoice (PDF)").ClickAsync());
        Assert.StartsWith("invoice-", download.SuggestedFilename, StringComparison.Ordinal);
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal("%PDF-"u8.ToArray(), bytes[..5]);
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task A_bill_goes_to_another_address_and_a_wrong_GSTIN_is_told_in_the_dialog()
    {
        await using var visitor = await host.VisitAsync();
        await Journey.FillCartAsync(visitor, 1);
        await visitor.OpenAsync("/summary.html");
        await Journey.TypeAddressAsync(visitor);
        await visitor.Labelled("The bill goes to the same address").UncheckAsync();
        foreach (var (field, value) in new[] { ("name", "Verma Exports"), ("phone", "+919876543211"), ("line1", "4 MG Road"), ("city", "Bengaluru"), ("pin", "560001") })
            await visitor.Page.Locator($"#b-{field}").FillAsync(value);
        await visitor.Page.Locator("#b-state").SelectOptionAsync("KA");
        await visitor.Labelled("Company (optional)").FillAsync("Verma Exports");
        await visitor.Labelled("GSTIN (optional)").FillAsync("29AAACK0000A1Z0");
        await visitor.Button("Save information").ClickAsync();
        await visitor.SettleAsync();
        await visitor.Labelled("I agree with the terms and conditions").CheckAsync();
        await visitor.Button("Send the order").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#d-gstin")).ToHaveAttributeAsync("aria-invalid", "true");

        await visitor.Labelled("GSTIN (optional)").FillAsync("");
        await visitor.Button("Save information").ClickAsync();
        await visitor.SettleAsync();
        await visitor.Button("Send the order").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/order.html?id=*");
        await Assertions.Expect(visitor.Page.GetByText("Verma Exports, Verma Exports, 4 MG Road, Bengaluru 560001, Karnataka, +919876543211")).ToBeVisibleAsync();
        visitor.HasNoFaults();
    }

    [BrowserFact]
    public async Task In_Hindi_the_lines_of_cart_and_order_are_in_Devanagari()
    {
        await using var visitor = await host.VisitAsync(new(Language: "hi"));
        await Journey.FillCartAsync(visitor, 1);
        await visitor.OpenAsync("/cart.html");
        Assert.Matches(@"\p{IsDevanagari}", (await visitor.Page.Locator("#cart li a").First.TextContentAsync())!);
        await visitor.OpenAsync($"/order.html?id={await Journey.OrderAsync(host.Http)}");
        Assert.Matches(@"\p{IsDevanagari}", (await visitor.Page.Locator("[data-sku] a").First.TextContentAsync())!);
        visitor.HasNoFaults();
    }

    private static async Task SendAsync(Visitor visitor, string method, string token, bool qr = false)
    {
        await Journey.FillCartAsync(visitor, 1);
        await visitor.OpenAsync("/summary.html");
        await Journey.GiveAddressAsync(visitor);
        await visitor.Page.Locator($"#means input[value={method}]").CheckAsync();
        await visitor.Page.Locator("#rehearsal").SelectOptionAsync(token);
        if (qr)
            await visitor.Page.Locator("#upi-flow").SelectOptionAsync("qr");
        await visitor.SettleAsync();
        await visitor.Labelled("I agree with the terms and conditions").CheckAsync();
        await visitor.Button("Send the order").ClickAsync();
        await visitor.Page.WaitForURLAsync("**/order.html?id=*");
    }
}
