using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

using Xunit;

namespace Kundli.Testing;

/// <summary>The bodies of a purchase that more than one story sends.</summary>
public static class Purchase
{
    private static readonly TimeSpan ShippedWithin = TimeSpan.FromSeconds(60);

    /// <summary>A cart with one brass lamp that goes to <see cref="Address"/>.</summary>
    public static async Task<(string Cart, string Sku)> CartAsync(HttpClient http)
    {
        var cart = (string)(await http.AskAsync(HttpMethod.Post, "carts", new JsonObject()))["id"]!;
        var sku = (string)(await http.AskAsync(HttpMethod.Get, "products/brass-diya"))["variants"]![0]!["sku"]!;
        await http.AskAsync(HttpMethod.Put, $"carts/{cart}/items/{sku}", new JsonObject { ["quantity"] = 1 });
        await http.AskAsync(HttpMethod.Put, $"carts/{cart}/delivery", new JsonObject { ["method"] = "standard", ["address"] = Address() });
        return (cart, sku);
    }

    /// <summary>Orders a cart, under a key of its own.</summary>
    /// <returns>The id of the order.</returns>
    public static async Task<string> OrderAsync(HttpClient http, string cart)
    {
        var summary = await http.AskAsync(HttpMethod.Get, $"carts/{cart}/summary");
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/checkouts") { Content = JsonContent.Create(Checkout(cart, (string)summary["summaryHash"]!)), Headers = { { "Idempotency-Key", cart } } };
        using var answer = await http.SendAsync(request);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["orderId"]!;
    }

    /// <summary>Waits until an order is with its carrier.</summary>
    /// <param name="http">A client of the host.</param>
    /// <param name="orderId">The order.</param>
    /// <param name="within">How long at most; a minute where nothing is said.</param>
    /// <returns>The order.</returns>
    public static async Task<JsonNode> ShippedAsync(HttpClient http, string orderId, TimeSpan? within = null)
    {
        using var patience = new CancellationTokenSource(within ?? ShippedWithin);
        while (true)
        {
            var order = await http.AskAsync(HttpMethod.Get, $"orders/{orderId}");
            if ((string)order["status"]! == "shipped")
                return order;
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>A checkout of a cart, paid on delivery.</summary>
    public static JsonObject Checkout(string cartId, string summaryHash) => new()
    {
        ["cartId"] = cartId,
        ["summaryHash"] = summaryHash,
        ["customer"] = new JsonObject { ["kind"] = "individual", ["name"] = "Asha Verma", ["email"] = "asha@example.com", ["phone"] = "+919876543210" },
        ["billingAddress"] = Address(),
        ["deliveryAddress"] = Address(),
        ["deliveryMethod"] = "standard",
        ["payment"] = new JsonObject { ["method"] = "cod" },
        ["termsAccepted"] = true,
    };

    /// <summary>An address in Delhi.</summary>
    public static JsonObject Address() => new()
    {
        ["name"] = "Asha Verma",
        ["line1"] = "12 Lodhi Road",
        ["city"] = "New Delhi",
        ["state"] = "DL",
        ["postalCode"] = "110003",
        ["country"] = "IN",
        ["phone"] = "+919876543210",
    };
}
