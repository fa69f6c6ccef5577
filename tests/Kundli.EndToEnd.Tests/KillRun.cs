using System.Net.Http.Json;
using System.Text.Json.Nodes;

using Kundli.LocalHost.Azurite;
using Kundli.Testing;

using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>
/// A host that is killed again and again while orders and photos come in, then one that is left alone until all that was accepted has ended. Of four
/// hosts one dies between its answers and their messages, two shortly after their answers, and one while it makes them, at moments drawn from the round's number.
/// <c>KUNDLI_KILLS</c> sets the number of kills.
/// </summary>
public sealed class KillRun : IAsyncLifetime
{
    private const int KillsDefault = 20;
    private const int BeforeAnswerMsMax = 1000;
    private const int AfterAnswerMsMax = 400;
    private static readonly TimeSpan EndWaitMax = TimeSpan.FromSeconds(150);
    private static readonly (string Name, string Value) NeverSend = ("LocalHost__OutputDelay", "00:01:00");

    private readonly TemporaryFolder _data = new();

    public int Kills { get; } = int.TryParse(Environment.GetEnvironmentVariable("KUNDLI_KILLS"), out var kills) ? kills : KillsDefault;

    /// <summary>Every order that was answered with 201, as it is in the end.</summary>
    public List<JsonNode> Orders { get; } = [];

    /// <summary>Every identification that was answered with 202, as it is in the end.</summary>
    public List<JsonNode> Identifications { get; } = [];

    /// <summary>Answers that a host gave just before it died without having sent their messages.</summary>
    public int DiedBeforeSending { get; private set; }

    public async Task InitializeAsync()
    {
        // Held by this process too: Azurite itself saves only every five seconds, and it is the host whose death is looked at.
        await using var store = await AzuriteStore.HoldAsync(_data.Path, preferWellKnownPorts: false, TextWriter.Null, CancellationToken.None);
        var (orders, photos) = (new List<string>(), new List<string>());
        for (var round = 0; round < Kills; round++)
            await KillAsync(round, orders, photos);
        await using (var last = await HostProcess.StartAsync(_data.Path))
        {
            using var patience = new CancellationTokenSource(EndWaitMax);
            foreach (var id in orders)
                Orders.Add(await UntilAsync(last.Http, $"api/v1/orders/{id}", ["shipped", "cancelled"], patience.Token));
            foreach (var id in photos)
                Identifications.Add(await UntilAsync(last.Http, $"api/v1/plants/identifications/{id}", ["succeeded", "failed"], patience.Token));
            await last.StopAsync();
        }
    }

    public Task DisposeAsync()
    {
        _data.Dispose();
        return Task.CompletedTask;
    }

    private async Task KillAsync(int round, List<string> orders, List<string> photos)
    {
        var isBetween = round % 4 == 0;
        await using var host = await HostProcess.StartAsync(_data.Path, isBetween ? [NeverSend] : []);
        var checkout = await host.ToldAsync(() => CheckoutAsync(host.Http, round));
        var placing = AcceptedAsync(host.Http.SendAsync(checkout), "orderId");
        var sending = AcceptedAsync(host.Http.PostAsync("api/v1/plants/identifications", PlainPhoto.Of(round)), "id");
        var moment = new Random(round);
        if (round % 4 == 3)
            await Task.Delay(moment.Next(BeforeAnswerMsMax));
        else
            await Task.WhenAll(placing, sending);
        if (round % 4 is 1 or 2)
            await Task.Delay(moment.Next(AfterAnswerMsMax));
        host.Kill();
        Keep(await placing, orders, isBetween);
        Keep(await sending, photos, isBetween);
    }

    private void Keep(string? id, List<string> accepted, bool isBetween)
    {
        if (id is null)
            return;
        accepted.Add(id);
        DiedBeforeSending += isBetween ? 1 : 0;
    }

    // Null where the host died before its answer was whole.
    private static async Task<string?> AcceptedAsync(Task<HttpResponseMessage> answering, string idMember)
    {
        try
        {
            using var answer = await answering;
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {body}");
            return (string)JsonNode.Parse(body)![idMember]!;
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private static async Task<HttpRequestMessage> CheckoutAsync(HttpClient http, int round)
    {
        var products = (await http.AskAsync(HttpMethod.Get, "products?inStock=true&limit=20"))["items"]!.AsArray();
        var product = await http.AskAsync(HttpMethod.Get, $"products/{(string)products[round % products.Count]!["slug"]!}");
        var sku = (string)product["variants"]!.AsArray().First(variant => (int)variant!["available"]! > 0)!["sku"]!;
        var cart = await http.AskAsync(HttpMethod.Post, "carts", new JsonObject());
        var path = $"carts/{(string)cart["id"]!}";
        await http.AskAsync(HttpMethod.Put, $"{path}/items/{sku}", new JsonObject { ["quantity"] = 1 });
        await http.AskAsync(HttpMethod.Put, $"{path}/delivery", new JsonObject { ["method"] = "standard", ["address"] = Purchase.Address() });
        var summary = await http.AskAsync(HttpMethod.Get, $"{path}/summary");
        var body = Purchase.Checkout((string)cart["id"]!, (string)summary["summaryHash"]!);
        return new(HttpMethod.Post, "api/v1/checkouts") { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", $"kill-{round}" } } };
    }

    private static async Task<JsonNode> UntilAsync(HttpClient http, string path, string[] ends, CancellationToken patience)
    {
        var node = await http.GetFromJsonAsync<JsonNode>(path, patience);
        while (!ends.Contains((string)node!["status"]!) && !patience.IsCancellationRequested)
        {
            await Task.Delay(250, CancellationToken.None);
            node = await http.GetFromJsonAsync<JsonNode>(path, CancellationToken.None);
        }
        return node;
    }
}
