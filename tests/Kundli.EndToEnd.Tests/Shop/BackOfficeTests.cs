using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kundli.EndToEnd.Tests.Plants;
using Kundli.Testing;
using Xunit;

namespace Kundli.EndToEnd.Tests.Shop;

/// <summary>What people with a role do over HTTP: it is done, it stands in the book in their name, and nobody else may.</summary>
[Collection(RunningHost.Name)]
public sealed class BackOfficeTests(RunningHost host)
{
    private static readonly string Tag = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task An_administrator_makes_prices_and_stocks_a_product_and_the_book_tells_each_step()
    {
        var (admin, id) = host.SignedIn("admin");
        using var owned = admin;
        var (slug, sku) = ($"brass-bell-{Tag}", $"BELL-{Tag.ToUpperInvariant()}");
        var like = await Json(admin, HttpMethod.Get, "admin/products/brass-diya");
        like["slug"] = slug;
        like["image"] = null;
        var variant = like["variants"]!.AsArray()[0]!.DeepClone();
        variant["sku"] = sku;
        like["variants"] = new JsonArray(variant);
        await Json(admin, HttpMethod.Post, "admin/products", like, 201);
        await Json(admin, HttpMethod.Post, "admin/products", like, 409);

        var tag = await TagAsync(admin, $"admin/products/{slug}");
        var prices = new JsonObject { ["variants"] = new JsonArray(new JsonObject { ["sku"] = sku, ["price"] = 12_300 }) };
        await Json(admin, HttpMethod.Put, $"admin/products/{slug}/prices", prices, 428);
        var priced = await Json(admin, HttpMethod.Put, $"admin/products/{slug}/prices", prices, 200, ("If-Match", tag));
        Assert.Equal(12_300, (long)priced["variants"]![0]!["price"]!["amount"]!);
        await Json(admin, HttpMethod.Put, $"admin/products/{slug}/prices", prices, 412, ("If-Match", tag));
        like["rank"] = 7;
        var replaced = await Json(admin, HttpMethod.Put, $"admin/products/{slug}", like, 200, ("If-Match", await TagAsync(admin, $"admin/products/{slug}")));
        Assert.Equal(7, (int)replaced["rank"]!);

        var arrived = new JsonObject { ["quantity"] = 5, ["note"] = "first delivery" };
        for (var sent = 0; sent < 2; sent++)
            Assert.Equal((5, 5), Level(await Json(admin, HttpMethod.Post, $"admin/stock/{sku}/movements", arrived, 200, ("Idempotency-Key", $"{Tag}-in"))));
        Assert.Equal((5, 5), Level(await Json(admin, HttpMethod.Get, $"admin/stock/{sku}")));
        Assert.Equal(5, (int)(await host.Http.AskAsync(HttpMethod.Get, $"products/{slug}"))["variants"]![0]!["available"]!);

        var told = await BookAsync(admin, id);
        Assert.Equal(
            [("product.create", slug, "done"), ("product.create", slug, "product-exists"), ("product.price", slug, "done"), ("product.price", slug, "stale-version"), ("product.replace", slug, "done"), ("stock.move", $"{sku} +5 first delivery", "done"), ("stock.move", $"{sku} +5 first delivery", "done")],
            told);
    }

    [Fact]
    public async Task An_administrator_makes_codes_cards_and_refunds_and_each_works_for_a_buyer()
    {
        var (admin, id) = host.SignedIn("admin");
        using var owned = admin;
        var code = $"BACK{Tag.ToUpperInvariant()}";
        var promotion = new JsonObject { ["code"] = code, ["kind"] = "percent", ["basisPoints"] = 1_000, ["validFrom"] = "2026-01-01T00:00:00Z", ["validTo"] = "2100-01-01T00:00:00Z" };
        await Json(admin, HttpMethod.Post, "admin/promotions", promotion, 201);
        await Json(admin, HttpMethod.Post, "admin/promotions", promotion, 409);
        var card = await Json(admin, HttpMethod.Post, "admin/gift-cards", new JsonObject { ["amount"] = 5_000, ["validTo"] = "2100-01-01T00:00:00Z" }, 201);

        var (cart, _) = await Purchase.CartAsync(host.Http);
        var before = await host.Http.AskAsync(HttpMethod.Get, $"carts/{cart}/summary");
        await host.Http.AskAsync(HttpMethod.Put, $"carts/{cart}/promotions/{code}");
        await host.Http.AskAsync(HttpMethod.Put, $"carts/{cart}/gift-cards/{(string)card["code"]!}");
        var summary = await host.Http.AskAsync(HttpMethod.Get, $"carts/{cart}/summary");
        Assert.Equal(5_000, (long)summary["totals"]!["giftCard"]!["amount"]!);
        Assert.True(Due(summary) < Due(before) - 5_000);

        var order = await host.Http.AskAsync(HttpMethod.Post, "checkouts", Purchase.Checkout(cart, (string)summary["summaryHash"]!), $"{Tag}-order");
        var orderId = (string)order["orderId"]!;
        Assert.Contains(orderId, (await Json(admin, HttpMethod.Get, "admin/orders"))["items"]!.AsArray().Select(item => (string)item!["orderId"]!));
        await Json(admin, HttpMethod.Post, $"admin/orders/{new string('a', 32)}/refunds", new JsonObject { ["amount"] = 100 }, 404, ("Idempotency-Key", $"{Tag}-nobody"));
        await Json(admin, HttpMethod.Post, $"admin/orders/{orderId}/refunds", new JsonObject { ["amount"] = 100 }, 400);
        var state = (string)(await Json(admin, HttpMethod.Get, $"admin/orders/{orderId}"))["status"]!;
        Assert.Contains(state, new[] { "confirmed", "packed", "shipped" });

        var told = await BookAsync(admin, id);
        Assert.Equal([("promotion.make", code, "done"), ("promotion.make", code, "promotion-exists"), ("giftCard.issue", "5000 paise", "done"), ("order.refund", new string('a', 32), "not-found")], told);
    }

    [Fact]
    public async Task Support_answers_complaints_and_sees_orders_but_changes_no_product()
    {
        var (support, id) = host.SignedIn("support");
        using var owned = support;
        var filed = await host.Http.AskAsync(HttpMethod.Post, "grievances", new JsonObject { ["name"] = "Asha", ["email"] = "asha@example.com", ["subject"] = "Broken pot", ["text"] = "It came in two halves." });
        var ticket = (string)filed["ticket"]!;
        var answered = await Json(support, HttpMethod.Post, $"admin/grievances/{ticket}/answers", new JsonObject { ["state"] = "resolved", ["note"] = "A new one is on its way." });
        Assert.Equal("resolved", (string)answered["state"]!);
        await Json(support, HttpMethod.Get, "admin/orders");
        await Json(support, HttpMethod.Get, "admin/low-stock");
        foreach (var (method, path) in new[] { (HttpMethod.Post, "admin/products"), (HttpMethod.Post, "admin/gift-cards"), (HttpMethod.Get, "admin/audit"), (HttpMethod.Post, "admin/catalog/imports") })
            await Json(support, method, path, method == HttpMethod.Post ? new JsonObject() : null, 403);
        var (admin, _) = host.SignedIn("admin");
        using var reader = admin;
        Assert.Equal([("grievance.answer", ticket, "done")], await BookAsync(admin, id));
    }

    [Theory]
    [InlineData("POST", "admin/products", """{ "slug": "Not A Slug", "variants": [] }""", "/category /description /hsn /kind /name /rates /slug /terms /variants")]
    [InlineData("POST", "admin/promotions", """{ "code": "a b", "kind": "percent", "basisPoints": 10001, "validFrom": "2026-02-01T00:00:00Z", "validTo": "2026-01-01T00:00:00Z", "usesMax": -1 }""", "/basisPoints /code /usesMax /validTo")]
    [InlineData("POST", "admin/gift-cards", """{ "amount": 0, "validTo": "2100-01-01T00:00:00Z" }""", "/amount")]
    [InlineData("POST", "admin/stock/DIYA/movements", """{ "quantity": 0, "note": "" }""", "/note /quantity")]
    [InlineData("PUT", "admin/products/brass-diya/prices", """{ "variants": [{ "sku": "PJ-DIYA-S", "price": -1 }] }""", "/variants/0/price")]
    public async Task A_wrong_change_names_every_wrong_field_and_changes_nothing(string method, string path, string body, string pointers)
    {
        var (admin, id) = host.SignedIn("admin");
        using var owned = admin;
        var refused = await Json(admin, HttpMethod.Parse(method), path, JsonNode.Parse(body), 422, ("Idempotency-Key", $"{Tag}-{pointers.Length}"), ("If-Match", "\"any\""));
        Assert.Equal(pointers, string.Join(' ', refused["errors"]!.AsArray().Select(error => (string)error!["pointer"]!).Order(StringComparer.Ordinal)));
        Assert.Empty(await BookAsync(admin, id));
    }

    [Fact]
    public async Task A_gift_card_that_would_be_over_already_is_refused()
    {
        var (admin, _) = host.SignedIn("admin");
        using var owned = admin;
        var refused = await Json(admin, HttpMethod.Post, "admin/gift-cards", new JsonObject { ["amount"] = 100, ["validTo"] = "2020-01-01T00:00:00Z" }, 422);
        Assert.Equal("/validTo", (string)Assert.Single(refused["errors"]!.AsArray())!["pointer"]!);
    }

    private static (int Received, int Available) Level(JsonNode level) => ((int)level["received"]!, (int)level["available"]!);

    private static long Due(JsonNode summary) => (long)summary["totals"]!["due"]!["amount"]!;

    private static async Task<string> TagAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync($"api/v1/{path}");
        return answer.Headers.ETag!.ToString();
    }

    /// <summary>What the book tells of one person, in the order of time.</summary>
    private static async Task<List<(string Action, string Target, string Outcome)>> BookAsync(HttpClient admin, string by)
    {
        var (entries, after) = (new List<JsonNode>(), (string?)null);
        do
        {
            var page = await Json(admin, HttpMethod.Get, $"admin/audit?limit=100{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}");
            entries.AddRange(page["items"]!.AsArray().Select(item => item!.DeepClone()));
            after = (string?)page["next"];
        }
        while (after is not null);
        return [.. entries.Where(entry => (string)entry["by"]! == by).OrderBy(entry => DateTimeOffset.Parse((string)entry["at"]!, CultureInfo.InvariantCulture)).Select(entry => ((string)entry["action"]!, (string)entry["target"]!, (string)entry["outcome"]!))];
    }

    private static async Task<JsonNode> Json(HttpClient http, HttpMethod method, string path, JsonNode? body = null, int expected = 200, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"api/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == expected, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }
}
