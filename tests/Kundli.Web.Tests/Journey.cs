using System.Text.Json.Nodes;

using Kundli.Testing;

using Microsoft.Playwright;

namespace Kundli.Web.Tests;

/// <summary>Steps that several journeys share.</summary>
internal static class Journey
{
    public const string Password = "correct horse battery staple 42";

    /// <summary>Draws the chart of a birth in New Delhi, which is the place that the form begins with.</summary>
    public static async Task DrawChartAsync(Visitor visitor)
    {
        await visitor.OpenAsync("/chart.html");
        await visitor.Page.Locator("#name").FillAsync("Asha");
        await visitor.Page.Locator("#date").FillAsync("1990-05-15");
        await visitor.Page.Locator("#time").FillAsync("14:30");
        await visitor.Page.Locator("#draw").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#drawing svg")).ToBeVisibleAsync();
        await visitor.SettleAsync();
    }

    /// <summary>Makes an account and is signed in with it afterwards.</summary>
    /// <returns>Its mail address.</returns>
    public static async Task<string> RegisterAsync(Visitor visitor)
    {
        var mail = $"asha-{Guid.NewGuid():N}@example.org";
        await visitor.OpenAsync("/account.html");
        await visitor.Page.Locator("#new-displayName").FillAsync("Asha");
        await visitor.Page.Locator("#new-email").FillAsync(mail);
        await visitor.Page.Locator("#new-password").FillAsync(Password);
        await visitor.Page.Locator("#register button").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#sessions li")).ToHaveCountAsync(1);
        await visitor.SettleAsync();
        return mail;
    }

    /// <summary>Draws Asha's chart and keeps it, with the consent that this needs.</summary>
    public static async Task KeepChartAsync(Visitor visitor)
    {
        await DrawChartAsync(visitor);
        await visitor.Page.Locator("#keep > button").ClickAsync();
        await visitor.Page.Locator("#keep form button").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#consent")).ToHaveAttributeAsync("aria-invalid", "true");
        await visitor.Page.Locator("#consent").CheckAsync();
        await visitor.Page.Locator("#keep form button").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#keep a[href='/charts.html']")).ToBeVisibleAsync();
    }

    /// <summary>Puts the first products of the catalog that are in stock into the cart of the browser.</summary>
    /// <param name="visitor">Whose browser.</param>
    /// <param name="kinds">How many different ones.</param>
    public static async Task FillCartAsync(Visitor visitor, int kinds)
    {
        await visitor.OpenAsync("/catalog.html");
        var links = await visitor.Page.Locator("#products a[href*='product.html']").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        foreach (var link in links.Distinct(StringComparer.Ordinal).Take(kinds))
        {
            await visitor.OpenAsync(link);
            // The count may show already, from the product before; whoever leaves the page early leaves this one behind.
            await visitor.Page.RunAndWaitForResponseAsync(
                () => visitor.Page.Locator("#product button:not([disabled])").First.ClickAsync(), answer => answer.Ok && answer.Request.Method == "PUT" && answer.Url.Contains("/items/", StringComparison.Ordinal));
            await Assertions.Expect(visitor.Page.Locator("#cart-count")).ToBeVisibleAsync();
        }
    }

    /// <summary>Fills the dialog of the order summary in.</summary>
    public static async Task TypeAddressAsync(Visitor visitor, string postalCode = "110003", string phone = "+919876543210")
    {
        var fields = new Dictionary<string, string>
        {
            ["#d-name"] = "Asha Verma", ["#d-email"] = "asha@example.com", ["#d-phone"] = phone, ["#d-line1"] = "12 Lodhi Road", ["#d-city"] = "New Delhi", ["#d-pin"] = postalCode,
        };
        foreach (var (field, value) in fields)
            await visitor.Page.Locator(field).FillAsync(value);
        await visitor.Page.Locator("#d-state").SelectOptionAsync("DL");
    }

    /// <summary>Fills the dialog in and saves it.</summary>
    public static async Task GiveAddressAsync(Visitor visitor)
    {
        await TypeAddressAsync(visitor);
        await visitor.Page.Locator("#details button:not([type=button])").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#edit")).ToBeHiddenAsync();
        await visitor.SettleAsync();
    }

    /// <summary>An order, made behind the pages.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> OrderAsync(HttpClient http) => await Purchase.OrderAsync(http, await CartAsync(http, [1]));

    /// <summary>A cart with an address, made behind the pages.</summary>
    /// <param name="http">A client of the host.</param>
    /// <param name="quantities">One product in stock for each, that many of it.</param>
    /// <param name="skip">How many products to pass over first.</param>
    /// <returns>Its id.</returns>
    public static async Task<string> CartAsync(HttpClient http, IReadOnlyList<int> quantities, int skip = 0)
    {
        var products = (await http.AskAsync(HttpMethod.Get, "products?inStock=true&limit=100"))["items"]!.AsArray();
        var cart = (string)(await http.AskAsync(HttpMethod.Post, "carts", new JsonObject()))["id"]!;
        for (var i = 0; i < quantities.Count; i++)
        {
            var product = await http.AskAsync(HttpMethod.Get, $"products/{(string)products[(skip + i) % products.Count]!["slug"]!}");
            var sku = (string)product["variants"]!.AsArray().First(variant => (int)variant!["available"]! >= quantities[i])!["sku"]!;
            await http.AskAsync(HttpMethod.Put, $"carts/{cart}/items/{sku}", new JsonObject { ["quantity"] = quantities[i] });
        }
        await http.AskAsync(HttpMethod.Put, $"carts/{cart}/delivery", new JsonObject { ["method"] = "standard", ["address"] = Purchase.Address() });
        return cart;
    }
}
