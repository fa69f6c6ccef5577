using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kundli.LocalHost.Demo;

/// <summary>
/// The main job told as one story through the public API, with the real values of each step: a birth becomes a chart, the chart a birth star,
/// the star a plant, the plant an order, the order a parcel; a photo becomes a plant, a star and a product.
/// </summary>
internal sealed class Demo : IDisposable
{
    private static readonly TimeSpan OrderWaitMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PhotoWaitMax = TimeSpan.FromSeconds(90);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DemoClient _api;
    private readonly DemoOptions _options;
    private readonly TextWriter _out;
    private int _step;

    private Demo(Uri baseAddress, DemoOptions options, TextWriter output) => (_api, _options, _out) = (new(baseAddress), options, output);

    /// <summary>Tells the story against a running host.</summary>
    /// <returns>0 when every step came out, 1 otherwise; the reason is the last line.</returns>
    public static async Task<int> RunAsync(Uri baseAddress, DemoOptions options, TextWriter output, CancellationToken cancellation)
    {
        using var demo = new Demo(baseAddress, options, output);
        try
        {
            Directory.CreateDirectory(options.Folder);
            await demo.TellAsync(cancellation);
            return 0;
        }
        catch (Exception error) when (error is DemoException or HttpRequestException)
        {
            await output.WriteLineAsync($"\nThe story broke off: {error.Message}");
            return 1;
        }
    }

    public void Dispose() => _api.Dispose();

    private async Task TellAsync(CancellationToken cancellation)
    {
        var body = DemoInput.Birth(_options.Birth);
        var chart = await DrawChartAsync(body, cancellation);
        var offer = await FindPlantAsync(body, chart, cancellation);
        var order = await BuyAsync(offer, cancellation);
        await FollowAsync(order, cancellation);
        await NamePhotoAsync(cancellation);
        await _out.WriteLineAsync($"\nEverything above was computed, stored and queued just now. Files: {_options.Folder}");
    }

    private async Task<JsonNode> DrawChartAsync(JsonObject body, CancellationToken cancellation)
    {
        Title("A birth becomes a chart");
        var chart = await _api.PostAsync("api/v1/charts/preview", body.DeepClone(), cancellation);
        Line($"{Text(body["name"], "Somebody")}, born {Text(chart["birth"]?["date"])} {Text(chart["birth"]?["time"], "(time unknown)")} in {Text(chart["birth"]?["place"], "a place without a name")} ({Text(chart["birth"]?["instant"])})");
        if (chart["lagna"] is { } lagna)
            Line($"Lagna    {Text(lagna["sign"]),-12}{Number(lagna["signDegrees"]),7:0.000}°  {Text(lagna["nakshatra"])} {Text(lagna["pada"])}");
        foreach (var graha in chart["grahas"]?.AsArray() ?? [])
            Line($"{Text(graha!["graha"]),-9}{Text(graha["sign"]),-12}{Number(graha["signDegrees"]),7:0.000}°  {Text(graha["nakshatra"])} {Text(graha["pada"])}{(graha["retrograde"]?.GetValue<bool>() == true ? "  retrograde" : "")}");
        if (chart["dasha"]?["balanceAtBirth"] is { } balance)
            Line($"Vimshottari begins with {Text(balance["lord"])}: {Number(balance["years"]):0.00} years left at birth");
        await SaveAsync("chart.json", chart, cancellation);
        var drawing = await _api.BytesAsync(HttpMethod.Post, "api/v1/charts/preview/drawing?style=north&varga=d1&format=svg", body.DeepClone(), cancellation);
        await SaveAsync("chart.svg", drawing, cancellation);
        return chart;
    }

    private async Task<JsonNode> FindPlantAsync(JsonObject body, JsonNode chart, CancellationToken cancellation)
    {
        Title("The chart has a birth star, and the star has its plant");
        var star = chart["birthStar"] ?? throw new DemoException("The chart has no certain birth star: give a birth time.");
        Line($"Birth star {Text(star["nakshatra"])}, pada {Text(star["pada"])}: a name that begins with {Text(star["syllable"])} ({Text(star["syllableLatin"])})");
        var remedies = await _api.PostAsync("api/v1/charts/preview/remedies", body.DeepClone(), cancellation);
        await SaveAsync("remedies.json", remedies, cancellation);
        foreach (var plant in (remedies["plants"]?.AsArray() ?? []).Where(plant => Text(plant!["role"]) == "birthStar"))
        {
            Line($"Its plant: {Text(plant!["names"]?["en"])} / {Text(plant["names"]?["hi"])} ({Text(plant["scientificName"])})");
            if (plant["notSoldBecause"] is { } why)
                Line($"Not sold: {Text(why)}");
            if ((plant["products"]?.AsArray() ?? []).FirstOrDefault(product => product!["available"]?.GetValue<bool>() != false) is { } product)
            {
                Line($"In the shop: {Text(product["title"])}, {Rupees(product["price"])} (SKU {Text(product["sku"])})");
                return product;
            }
        }
        throw new DemoException("No plant of the birth star is in stock.");
    }

    private async Task<JsonNode> BuyAsync(JsonNode product, CancellationToken cancellation)
    {
        Title("The plant goes into a cart, and the cart has a summary to the paisa");
        var cart = await _api.PostAsync("api/v1/carts", new JsonObject(), cancellation);
        var cartId = Text(cart["id"]);
        await _api.PutAsync($"api/v1/carts/{cartId}/items/{Text(product["sku"])}", new JsonObject { ["quantity"] = 1 }, cancellation);
        var address = Address();
        await _api.PutAsync($"api/v1/carts/{cartId}/delivery", new JsonObject { ["method"] = "standard", ["address"] = address.DeepClone() }, cancellation);
        var summary = await _api.GetAsync($"api/v1/carts/{cartId}/summary", cancellation);
        await SaveAsync("summary.json", summary, cancellation);
        Summary(summary);

        Title("The summary becomes an order, paid on delivery");
        var order = await _api.PostAsync("api/v1/checkouts", new JsonObject
        {
            ["cartId"] = cartId,
            ["summaryHash"] = summary["summaryHash"]?.DeepClone(),
            ["customer"] = new JsonObject { ["kind"] = "individual", ["name"] = "Asha Verma", ["email"] = "asha@example.com", ["phone"] = "+919876543210" },
            ["billingAddress"] = address.DeepClone(),
            ["deliveryAddress"] = address.DeepClone(),
            ["deliveryMethod"] = "standard",
            ["payment"] = new JsonObject { ["method"] = "cod" },
            ["termsAccepted"] = true,
        }, cancellation, idempotencyKey: $"demo-{cartId}");
        Line($"Order {Text(order["orderNumber"])}: {Text(order["status"])}");
        return order;
    }

    private async Task FollowAsync(JsonNode order, CancellationToken cancellation)
    {
        Title("The queue fulfils the order");
        var path = $"api/v1/orders/{Text(order["orderId"])}";
        var shipped = await _api.UntilAsync(path, node => Text(node["status"]) is "shipped" or "delivered", OrderWaitMax, cancellation);
        foreach (var entry in shipped["history"]?.AsArray() ?? [])
            Line($"{Text(entry!["at"])}  {Text(entry["state"])}");
        foreach (var parcel in shipped["tracking"]?.AsArray() ?? [])
            Line($"Parcel {Text(parcel!["number"])} with {Text(parcel["carrier"])}");
        await SaveAsync("order.json", shipped, cancellation);
        await SaveAsync("invoice.pdf", await _api.BytesAsync(HttpMethod.Get, $"{path}/invoice.pdf", null, cancellation), cancellation);
    }

    private async Task NamePhotoAsync(CancellationToken cancellation)
    {
        Title("A photo becomes a plant, a star and a product");
        var photo = DemoInput.Photo(_options.Photo);
        Line($"The photo: {photo.Origin}");
        var accepted = await _api.UploadAsync("api/v1/plants/identifications", photo.Bytes, photo.MediaType, cancellation);
        var found = await _api.UntilAsync($"api/v1/plants/identifications/{Text(accepted["id"])}", node => Text(node["status"]) is "succeeded" or "failed", PhotoWaitMax, cancellation);
        await SaveAsync("photo.json", found, cancellation);
        if (Text(found["status"]) == "failed")
            throw new DemoException("The analysis failed: see photo.json.");
        var result = found["result"]!;
        Line($"Verdict: {Text(result["verdict"])}");
        foreach (var suggestion in result["suggestions"]?.AsArray() ?? [])
            Line($"{Number(suggestion!["confidence"]),6:0.0%}  {Text(suggestion["commonNames"]?["en"])} / {Text(suggestion["commonNames"]?["hi"])} ({Text(suggestion["scientificName"])})");
        Line($"Whose plant: {Names(found["associations"] ?? result["associations"])}");
        foreach (var product in ((found["products"] ?? result["products"])?.AsArray() ?? []).Take(3))
            Line($"In the shop: {Text(product!["title"])}, {Rupees(product["price"])}");
    }

    private void Summary(JsonNode summary)
    {
        foreach (var item in summary["items"]?.AsArray() ?? [])
            Line($"{Text(item!["quantity"])} × {Text(item["title"]),-46}{Rupees(item["lineTotal"]),14}");
        foreach (var (label, member) in new[] { ("Original price", "originalPrice"), ("Savings", "savings"), ("Delivery", "delivery"), ("Tax (included)", "tax"), ("Total", "total") })
            Line($"    {label,-46}{Rupees(summary["totals"]?[member]),14}");
    }

    private static JsonObject Address() => new()
    {
        ["name"] = "Asha Verma",
        ["line1"] = "12 Lodhi Road",
        ["city"] = "New Delhi",
        ["state"] = "DL",
        ["postalCode"] = "110003",
        ["country"] = "IN",
        ["phone"] = "+919876543210",
    };

    private void Title(string title) => _out.WriteLine($"\n{++_step}. {title}");

    private void Line(string line) => _out.WriteLine($"   {line}");

    private Task SaveAsync(string file, JsonNode node, CancellationToken cancellation) => File.WriteAllTextAsync(Path.Combine(_options.Folder, file), node.ToJsonString(Indented), cancellation);

    private async Task SaveAsync(string file, byte[] bytes, CancellationToken cancellation)
    {
        var path = Path.Combine(_options.Folder, file);
        await File.WriteAllBytesAsync(path, bytes, cancellation);
        Line($"→ {path}");
    }

    private static string Names(JsonNode? associations)
    {
        var names = new[] { "nakshatras", "grahas", "rashis", "deities" }
            .SelectMany(kind => (associations?[kind]?.AsArray() ?? []).Select(name => Text(name)))
            .Where(name => name.Length > 0).ToList();
        return names.Count == 0 ? "of no star that the books name" : string.Join(", ", names);
    }

    private static string Text(JsonNode? node, string absent = "") => node is null ? absent : node is JsonValue value ? value.ToString() : node.ToJsonString();

    private static double Number(JsonNode? node) => node?.GetValue<double>() ?? double.NaN;

    private static string Rupees(JsonNode? money) =>
        money?["amount"] is { } amount ? $"₹{(amount.GetValue<long>() / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture)}" : "";
}
