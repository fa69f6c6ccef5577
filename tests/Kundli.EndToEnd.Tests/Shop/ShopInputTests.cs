using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kundli.EndToEnd.Tests.Plants;
using Kundli.Testing;
using Xunit;

namespace Kundli.EndToEnd.Tests.Shop;

/// <summary>What buyers get wrong, over HTTP: each is 422 naming every field, and the basket is as it was before.</summary>
[Collection(RunningHost.Name)]
public sealed class ShopInputTests(RunningHost host)
{
    [Theory]
    [InlineData("{sku}", """{ "quantity": -1 }""", "/quantity")]
    [InlineData("{sku}", """{ "quantity": 2147483647 }""", "/quantity")]
    [InlineData("{sku}", """{ "quantity": 99999999999 }""", "/quantity")]
    [InlineData("{sku}", """{ "quantity": 1.5 }""", "/quantity")]
    [InlineData("{sku}", """{ "quantity": "many" }""", "/quantity")]
    [InlineData("NO-SUCH-SKU", """{ "quantity": 1 }""", "/sku")]
    public async Task A_wrong_quantity_or_sku_leaves_the_basket_as_it_was(string sku, string body, string pointer)
    {
        var (cart, known) = await Purchase.CartAsync(host.Http);
        var before = await ReadAsync(cart);
        await RefusedAsync(HttpMethod.Put, $"carts/{cart}/items/{sku.Replace("{sku}", known, StringComparison.Ordinal)}", JsonNode.Parse(body), pointer);
        Assert.Equal(before, await ReadAsync(cart));
    }

    [Fact]
    public async Task Zero_of_a_sku_removes_it_and_zero_of_what_is_not_there_changes_nothing()
    {
        var (cart, sku) = await Purchase.CartAsync(host.Http);
        for (var sent = 0; sent < 2; sent++)
        {
            await host.Http.AskAsync(HttpMethod.Put, $"carts/{cart}/items/{sku}", new JsonObject { ["quantity"] = 0 });
            Assert.Empty((await host.Http.AskAsync(HttpMethod.Get, $"carts/{cart}"))["items"]!.AsArray());
        }
    }

    [Fact]
    public async Task Codes_that_are_unknown_or_over_are_refused_by_name()
    {
        var (admin, _) = host.SignedIn("admin");
        using var owned = admin;
        var over = $"OVER{Guid.NewGuid():N}"[..16].ToUpperInvariant();
        await admin.AskAsync(HttpMethod.Post, "admin/promotions", new JsonObject { ["code"] = over, ["kind"] = "percent", ["basisPoints"] = 500, ["validFrom"] = "2025-01-01T00:00:00Z", ["validTo"] = "2025-02-01T00:00:00Z" });
        var (cart, _) = await Purchase.CartAsync(host.Http);
        var before = await ReadAsync(cart);
        foreach (var path in new[] { $"promotions/{over}", "promotions/NOSUCHCODE", "gift-cards/AAAA-BBBB-CCCC-DDDD" })
            await RefusedAsync(HttpMethod.Put, $"carts/{cart}/{path}", null, "/code");
        Assert.Equal(before, await ReadAsync(cart));
    }

    [Theory]
    [InlineData("postalCode", "110999", "/address/postalCode")]
    [InlineData("postalCode", "000000", "/address/postalCode")]
    [InlineData("postalCode", "11000", "/address/postalCode")]
    [InlineData("state", "XX", "/address/state")]
    [InlineData("phone", "123", "/address/phone")]
    public async Task An_address_that_does_not_exist_leaves_the_basket_as_it_was(string member, string value, string pointer)
    {
        var (cart, _) = await Purchase.CartAsync(host.Http);
        var before = await ReadAsync(cart);
        var address = Purchase.Address();
        address[member] = value;
        await RefusedAsync(HttpMethod.Put, $"carts/{cart}/delivery", new JsonObject { ["method"] = "standard", ["address"] = address }, pointer);
        Assert.Equal(before, await ReadAsync(cart));
    }

    [Fact]
    public async Task A_checkout_names_all_that_is_wrong_at_once_and_takes_nothing()
    {
        var (cart, sku) = await Purchase.CartAsync(host.Http);
        var available = await AvailableAsync();
        var summary = await host.Http.AskAsync(HttpMethod.Get, $"carts/{cart}/summary");
        var checkout = Purchase.Checkout(cart, (string)summary["summaryHash"]!);
        checkout["customer"] = new JsonObject { ["kind"] = "company", ["name"] = "Asha Verma", ["companyName"] = "Verma Traders", ["gstin"] = "07AAACV1234A1Z0", ["email"] = "no mail", ["phone"] = "+91" };
        checkout["billingAddress"]!["postalCode"] = "999999";
        checkout["deliveryAddress"]!["city"] = "";
        checkout["termsAccepted"] = false;
        await RefusedAsync(HttpMethod.Post, "checkouts", checkout, "/billingAddress/postalCode /customer/email /customer/gstin /customer/phone /deliveryAddress/city /termsAccepted", ("Idempotency-Key", $"wrong-{cart}"));
        Assert.Equal(available, await AvailableAsync());
        Assert.Null((await host.Http.AskAsync(HttpMethod.Get, $"carts/{cart}"))["orderId"]);
        // The same key is still free: nothing of the refused try is kept.
        await host.Http.AskAsync(HttpMethod.Post, "checkouts", Purchase.Checkout(cart, (string)summary["summaryHash"]!), $"wrong-{cart}");
        Assert.NotEmpty(sku);

        async Task<int> AvailableAsync() => (int)(await host.Http.AskAsync(HttpMethod.Get, "products/brass-diya"))["variants"]![0]!["available"]!;
    }

    private async Task<string> ReadAsync(string cart) => (await host.Http.AskAsync(HttpMethod.Get, $"carts/{cart}")).ToJsonString();

    private async Task RefusedAsync(HttpMethod method, string path, JsonNode? body, string pointers, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"api/v1/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await host.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == 422, $"{method} {path}: {(int)answer.StatusCode} {text}");
        Assert.Equal(pointers, string.Join(' ', JsonNode.Parse(text)!["errors"]!.AsArray().Select(error => (string)error!["pointer"]!).Order(StringComparer.Ordinal)));
    }
}
