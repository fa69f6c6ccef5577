using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

using Kundli.Adapters;
using Kundli.Adapters.Blobs;
using Kundli.Adapters.Documents;
using Kundli.Features;
using Kundli.Features.Catalog;
using Kundli.Features.Stock;
using Kundli.LocalHost.Azurite;
using Kundli.Testing;

using Xunit;
using Xunit.Abstractions;

namespace Kundli.EndToEnd.Tests.Shop;

/// <summary>
/// F3 over HTTP: two hundred buyers, released together, want ten items of one SKU, from one host process or from two on one Azurite. <c>KUNDLI_RACE_ROUNDS</c> sets the
/// number of rounds (the full run has 50).
/// </summary>
public sealed class RaceTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Buyers = 200;
    private const int Items = 10;
    private const int PreparedAtOnce = 16;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("KUNDLI_RACE_ROUNDS"), out var rounds) ? rounds : 1;
    private static readonly TimeSpan ShipWaitMax = TimeSpan.FromSeconds(120);

    private readonly TemporaryFolder _data = new();
    private readonly List<HostProcess> _hosts = [];
    private AzuriteStore? _store;
    private JudgedDocuments? _documents;

    public async Task InitializeAsync() => _store = await AzuriteStore.HoldAsync(_data.Path, preferWellKnownPorts: false, TextWriter.Null, CancellationToken.None);

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }
        await _store!.DisposeAsync();
        _data.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Of_two_hundred_buyers_ten_get_an_item_and_the_others_a_clear_no(int processes)
    {
        for (var index = 0; index < processes; index++)
            _hosts.Add(await HostProcess.StartAsync(_data.Path));
        await SeedAsync();
        var (times, summaries) = (new List<double>(), new Dictionary<string, JsonNode>());
        for (var round = 0; round < Rounds; round++)
        {
            var buyers = await PrepareAsync($"RACE-{round:000}");
            using var gun = new ManualResetEventSlim();
            var racing = buyers.Select((buyer, index) => Task.Run(async () =>
            {
                gun.Wait();
                var start = Stopwatch.GetTimestamp();
                using var answer = await _hosts[index % processes].Http.SendAsync(buyer.Checkout);
                return (answer.StatusCode, Body: await answer.Content.ReadFromJsonAsync<JsonNode>(), Milliseconds: Stopwatch.GetElapsedTime(start).TotalMilliseconds, buyer.Summary);
            })).ToArray();
            gun.Set();
            var answers = await Task.WhenAll(racing);

            Assert.All(answers.Where(answer => (int)answer.StatusCode is not (201 or 409)), answer => Assert.Fail($"{answer.StatusCode}: {answer.Body}"));
            Assert.Equal((Items, Buyers - Items), (answers.Count(answer => answer.StatusCode == HttpStatusCode.Created), answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict)));
            Assert.All(answers.Where(answer => answer.StatusCode == HttpStatusCode.Conflict), answer => Assert.Equal("urn:kundli:problem:out-of-stock", (string)answer.Body!["type"]!));
            times.AddRange(answers.Select(answer => answer.Milliseconds));
            foreach (var sold in answers.Where(answer => answer.StatusCode == HttpStatusCode.Created))
                summaries[(string)sold.Body!["orderId"]!] = sold.Summary;
        }
        await AssertAllShipAsync(summaries);
        times.Sort();
        output.WriteLine($"{processes} process(es), {Rounds} round(s): {Items} of {Buyers} sold each round, {summaries.Count} orders shipped; checkout p50 {times[times.Count / 2]:0} ms, p99 {times[times.Count * 99 / 100]:0} ms, slowest {times[^1]:0} ms.");
    }

    private async Task SeedAsync()
    {
        var connection = new StorageConnection { ConnectionString = _store!.ConnectionString };
        _documents = new JudgedDocuments(ChosenDocuments.StoreOf(_data.Path, connection), TimeProvider.System);
        var (products, stock, lanes) = (new ProductStore(_documents), new StockStore(_documents), new StockLanes());
        var like = SeedCatalog.ReadProducts().First(product => product.Slug == "brass-diya");
        var made = Enumerable.Range(0, Rounds).Select(round => like with { Slug = $"race-{round:000}", Variants = [like.Variants[0] with { Sku = $"RACE-{round:000}" }] }).ToArray();
        foreach (var product in made)
        {
            await products.SaveAsync(product, null, default);
            await new ReceiveStock(stock, lanes, TimeProvider.System).RunAsync(product.Variants[0].Sku, Items, "race", default);
        }
        var blobs = connection.Blobs();
        await new PublishCatalog(products, stock, new CatalogSnapshotBlobs(blobs), TimeProvider.System).RunAsync([.. made.Select(product => product.Slug)], default);
        await Task.Delay(Kundli.Features.Catalog.Limits.SnapshotAgeMax + TimeSpan.FromSeconds(1));
    }

    private async Task<IReadOnlyList<(HttpRequestMessage Checkout, JsonNode Summary)>> PrepareAsync(string sku)
    {
        var prepared = new (HttpRequestMessage, JsonNode)[Buyers];
        await Parallel.ForAsync(0, Buyers, new ParallelOptions { MaxDegreeOfParallelism = PreparedAtOnce }, async (index, cancellation) =>
        {
            var http = _hosts[index % _hosts.Count].Http;
            var cart = (string)(await http.AskAsync(HttpMethod.Post, "carts", new JsonObject()))["id"]!;
            await http.AskAsync(HttpMethod.Put, $"carts/{cart}/items/{sku}", new JsonObject { ["quantity"] = 1 });
            await http.AskAsync(HttpMethod.Put, $"carts/{cart}/delivery", new JsonObject { ["method"] = "pickup" });
            var summary = await http.AskAsync(HttpMethod.Get, $"carts/{cart}/summary");
            var body = new JsonObject
            {
                ["cartId"] = cart,
                ["summaryHash"] = (string)summary["summaryHash"]!,
                ["customer"] = new JsonObject { ["kind"] = "individual", ["name"] = $"Buyer {index}", ["email"] = $"buyer{index}@example.com", ["phone"] = $"+9198{index:00000000}" },
                ["payment"] = new JsonObject { ["method"] = "cod" },
                ["termsAccepted"] = true,
            };
            prepared[index] = (new(HttpMethod.Post, "api/v1/checkouts") { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", $"{sku}-{index}" } } }, summary);
        });
        return prepared;
    }

    /// <summary>Every 201 ships, its summary is the cart's, and the invoice numbers of all are consecutive.</summary>
    private async Task AssertAllShipAsync(Dictionary<string, JsonNode> summaries)
    {
        var numbers = new List<string>();
        using var patience = new CancellationTokenSource(ShipWaitMax);
        foreach (var (orderId, agreed) in summaries)
        {
            var order = await _hosts[0].Http.AskAsync(HttpMethod.Get, $"orders/{orderId}");
            while ((string)order["status"]! != "shipped" && !patience.IsCancellationRequested)
            {
                await Task.Delay(200);
                order = await _hosts[0].Http.AskAsync(HttpMethod.Get, $"orders/{orderId}");
            }
            Assert.Equal("shipped", (string)order["status"]!);
            foreach (var part in new[] { "items", "totals", "adjustments", "fulfilment", "summaryHash" })
                Assert.Equal(agreed[part]!.ToJsonString(), order["summary"]![part]!.ToJsonString());
            numbers.Add((string)order["invoiceNumber"]!);
        }
        numbers.Sort(StringComparer.Ordinal);
        Assert.Equal(Enumerable.Range(1, numbers.Count).Select(number => $"{numbers[0][..^6]}{number:D6}"), numbers);
        for (var round = 0; round < Rounds; round++)
            Assert.Equal(new StockLevel($"RACE-{round:000}", Items, 0, 0, Items), (await _documents!.ReadAsync<StockLevel>(new Partition(Containers.Stock, $"RACE-{round:000}"), "level|main", default))!.Value);
    }
}
