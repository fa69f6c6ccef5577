using System.Net.Http.Json;
using System.Text.Json.Nodes;

using Microsoft.Playwright;

using Xunit;

namespace Kundli.Web.Tests;

/// <summary>Steps that several journeys share.</summary>
internal static class Journey
{
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
            await visitor.Page.Locator("#product button:not([disabled])").First.ClickAsync();
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

    /// <summary>A shipped order, made behind the pages.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> OrderAsync(HttpClient http)
    {
        var cart = await CartAsync(http, [1]);
        var summary = await SendAsync(http, HttpMethod.Get, $"carts/{cart}/summary");
        var address = Address();
        var order = await SendAsync(http, HttpMethod.Post, "checkouts", new()
        {
            ["cartId"] = cart, ["summaryHash"] = (string)summary["summaryHash"]!, ["billingAddress"] = address.DeepClone(), ["deliveryAddress"] = address.DeepClone(), ["deliveryMethod"] = "standard",
            ["customer"] = new JsonObject { ["kind"] = "individual", ["name"] = "Asha Verma", ["email"] = "asha@example.com", ["phone"] = "+919876543210" },
            ["payment"] = new JsonObject { ["method"] = "cod" }, ["termsAccepted"] = true,
        });
        return (string)order["orderId"]!;
    }

    /// <summary>A cart with an address, made behind the pages.</summary>
    /// <param name="http">A client of the host.</param>
    /// <param name="quantities">One product in stock for each, that many of it.</param>
    /// <param name="skip">How many products to pass over first.</param>
    /// <returns>Its id.</returns>
    public static async Task<string> CartAsync(HttpClient http, IReadOnlyList<int> quantities, int skip = 0)
    {
        var products = (await SendAsync(http, HttpMethod.Get, "products?inStock=true&limit=100"))["items"]!.AsArray();
        var cart = (string)(await SendAsync(http, HttpMethod.Post, "carts", []))["id"]!;
        for (var i = 0; i < quantities.Count; i++)
        {
            var product = await SendAsync(http, HttpMethod.Get, $"products/{(string)products[(skip + i) % products.Count]!["slug"]!}");
            var sku = (string)product["variants"]!.AsArray().First(variant => (int)variant!["available"]! >= quantities[i])!["sku"]!;
            await SendAsync(http, HttpMethod.Put, $"carts/{cart}/items/{sku}", new() { ["quantity"] = quantities[i] });
        }
        await SendAsync(http, HttpMethod.Put, $"carts/{cart}/delivery", new() { ["method"] = "standard", ["address"] = Address() });
        return cart;
    }

    /// <summary>One call of the API.</summary>
    public static async Task<JsonNode> SendAsync(HttpClient http, HttpMethod method, string path, JsonObject? body = null)
    {
        using var request = new HttpRequestMessage(method, $"api/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    private static JsonObject Address() => new()
    {
        ["name"] = "Asha Verma", ["line1"] = "12 Lodhi Road", ["city"] = "New Delhi", ["state"] = "DL", ["postalCode"] = "110003", ["country"] = "IN", ["phone"] = "+919876543210",
    };
}
