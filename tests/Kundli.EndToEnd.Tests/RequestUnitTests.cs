using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

using Kundli.Testing;

using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>
/// What the requests of one customer cost in Cosmos by the gateway's model. The table stands in <c>infra/README.md</c>; after a meant change run the test
/// once with <c>KUNDLI_APPROVE=1</c> in the environment and commit it.
/// </summary>
public sealed class RequestUnitTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    private const string Password = "correct horse battery staple 42";
    private const double ListUnitsMax = 5;
    private const double CheckoutUnitsMax = 80;
    private static readonly TimeSpan QuietTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MessageWaitMax = TimeSpan.FromSeconds(90);

    private readonly List<(string Request, double Units, string Steps)> _ledger = [];

    [Fact]
    public async Task A_list_and_a_checkout_stay_within_their_request_units_and_the_table_says_so()
    {
        await BrowseAsync();
        await SignInAsync();
        await BuyAsync();
        await HeldMessageAsync("FulfilOrder", "invoices", "batch");
        await ShowPhotoAsync();
        await HeldMessageAsync("AnalysePhotos", "due", "delete");

        var table = _ledger.Select(line => $"| {line.Request} | {Math.Ceiling(line.Units).ToString(CultureInfo.InvariantCulture)} | {line.Steps} |");
        ApprovedBlock.Check(Repository.At("infra", "README.md"), "request-units", ["| request or message | RU, rounded up | of which |", "|---|---|---|", .. table]);
        Assert.All(_ledger.Where(line => line.Request is "GET /products" or "GET /orders" or "GET /plants/species"), line => Assert.InRange(line.Units, 0, ListUnitsMax));
        Assert.InRange(_ledger.Single(line => line.Request == "POST /checkouts").Units, 1, CheckoutUnitsMax);
    }

    private async Task BrowseAsync()
    {
        var birth = new JsonObject { ["date"] = "1990-05-15", ["time"] = "14:30:00", ["latitude"] = 28.6139, ["longitude"] = 77.2090, ["timeZone"] = "Asia/Kolkata" };
        await ChargeAsync("POST /charts/preview", "charts/preview", JsonContent.Create(new JsonObject { ["birth"] = birth.DeepClone() }));
        // The first reader of a process fetches what all others then have.
        await host.Http.AskAsync(HttpMethod.Get, "products");
        await ChargeAsync("GET /products", "products?limit=20");
        await ChargeAsync("GET /plants/species", "plants/species");
    }

    private async Task SignInAsync()
    {
        JsonObject account = new() { ["email"] = "asha@example.org", ["password"] = Password, ["displayName"] = "Asha" };
        await ChargeAsync("POST /auth/register", "auth/register", JsonContent.Create(account));
        host.Http.DefaultRequestHeaders.Add("X-Client", "mobile");
        var session = await ChargeAsync("POST /auth/login", "auth/login", JsonContent.Create(new JsonObject { ["email"] = "asha@example.org", ["password"] = Password }));
        await ChargeAsync("POST /auth/refresh", "auth/refresh", JsonContent.Create(new JsonObject { ["refreshToken"] = (string)session["refreshToken"]! }));
        host.Http.DefaultRequestHeaders.Authorization = new("Bearer", (string)session["accessToken"]!);
        await ChargeAsync("GET /me", "me");
    }

    private async Task BuyAsync()
    {
        var product = (await host.Http.AskAsync(HttpMethod.Get, "products?inStock=true&limit=1"))["items"]![0]!;
        var detail = await ChargeAsync("GET /products/{slug}", $"products/{(string)product["slug"]!}");
        var sku = (string)detail["variants"]!.AsArray().First(variant => (int)variant!["available"]! > 0)!["sku"]!;
        var cart = await ChargeAsync("POST /carts", "carts", JsonContent.Create(new JsonObject()));
        var path = $"carts/{(string)cart["id"]!}";
        await ChargeAsync("PUT /carts/{id}/items/{sku}", $"{path}/items/{sku}", JsonContent.Create(new JsonObject { ["quantity"] = 1 }));
        await ChargeAsync("PUT /carts/{id}/delivery", $"{path}/delivery", JsonContent.Create(new JsonObject { ["method"] = "standard", ["address"] = Purchase.Address() }));
        var summary = await ChargeAsync("GET /carts/{id}/summary", $"{path}/summary");
        var order = await ChargeAsync("POST /checkouts", "checkouts", JsonContent.Create(Purchase.Checkout((string)cart["id"]!, (string)summary["summaryHash"]!)));
        var orderId = (string)order["orderId"]!;
        await ChargeAsync("GET /orders/{id}", $"orders/{orderId}");
        await ChargeAsync("GET /orders/{id}/summary", $"orders/{orderId}/summary");
        await ChargeAsync("GET /orders", "orders");
    }

    private async Task ShowPhotoAsync()
    {
        var photo = await ChargeAsync("POST /plants/identifications", "plants/identifications", PlainPhoto.Of(0));
        await ChargeAsync("GET /plants/identifications/{id}", $"plants/identifications/{(string)photo["id"]!}");
    }

    // The host holds a message back; when its last step is seen and nothing follows, all of it has been charged.
    private async Task HeldMessageAsync(string function, string lastContainer, string lastOperation)
    {
        var before = host.Charges.Count;
        using var patience = new CancellationTokenSource(MessageWaitMax);
        while (!host.Charges.Skip(before).Any(charge => charge.Container == lastContainer && charge.Operation == lastOperation))
            await Task.Delay(QuietTime, patience.Token);
        for (var count = 0; count != host.Charges.Count;)
        {
            count = host.Charges.Count;
            await Task.Delay(QuietTime, patience.Token);
        }
        Enter(function, before);
    }

    private async Task<JsonNode> ChargeAsync(string request, string path, HttpContent? content = null)
    {
        var before = host.Charges.Count;
        var answer = await host.Http.AskAsync(HttpMethod.Parse(request.Split(' ')[0]), path, content, request == "POST /checkouts" ? "ledger" : null);
        Enter(request, before);
        return answer;
    }

    private void Enter(string request, int before)
    {
        var charges = host.Charges.Skip(before).ToList();
        // By name: what is read at the same time comes in any order.
        var steps = charges.GroupBy(charge => (charge.Container, charge.Operation)).OrderBy(group => group.Key.Container, StringComparer.Ordinal).ThenBy(group => group.Key.Operation)
            .Select(group => group.Count() == 1 ? $"{group.Key.Container} {group.Key.Operation}" : $"{group.Count()} × {group.Key.Container} {group.Key.Operation}");
        _ledger.Add((request, charges.Sum(charge => charge.Units), string.Join(", ", steps)));
    }
}
