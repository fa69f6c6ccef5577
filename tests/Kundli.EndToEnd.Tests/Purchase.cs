using System.Net.Http.Headers;
using System.Text.Json.Nodes;

using SkiaSharp;

namespace Kundli.EndToEnd.Tests;

/// <summary>The bodies of a purchase and of a photo that more than one story sends.</summary>
internal static class Purchase
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

    /// <summary>A photo of one colour, another for each number.</summary>
    public static MultipartFormDataContent Photo(int number)
    {
        using var bitmap = new SKBitmap(320, 240);
        bitmap.Erase(new SKColor(30, (byte)(120 + (number % 100)), 40));
        using var image = bitmap.Encode(SKEncodedImageFormat.Jpeg, 85);
        var part = new ByteArrayContent(image.ToArray());
        part.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return new() { { part, "images", "leaf.jpg" } };
    }
}
