using System.Text.Json.Nodes;

namespace Kundli.Testing;

/// <summary>The bodies of a purchase that more than one story sends.</summary>
public static class Purchase
{
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
