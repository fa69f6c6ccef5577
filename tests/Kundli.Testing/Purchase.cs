using System.Text.Json.Nodes;

namespace Kundli.Testing;

/// <summary>The bodies of a purchase that more than one story sends.</summary>
public static class Purchase
{
    /// <summary>A cart with one brass lamp that goes to <see cref="Address"/>.</summary>
    public static async Task<(string Cart, string Sku)> CartAsync(HttpClient http)
    {
        var cart = (string)(await http.AskAsync(HttpMethod.Post, "carts", new JsonObject()))["id"]!;
        var sku = (string)(await http.AskAsync(HttpMethod.Get, "products/brass-diya"))["variants"]![0]!["sku"]!;
        await http.AskAsync(HttpMethod.Put, $"carts/{cart}/items/{sku}", new JsonObject { ["quantity"] = 1 });
        await http.AskAsync(HttpMethod.Put, $"carts/{cart}/delivery", new JsonObject { ["method"] = "standard", ["address"] = Address() });
        return (cart, sku);
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
