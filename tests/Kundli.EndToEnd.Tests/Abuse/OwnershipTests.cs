using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Kundli.EndToEnd.Tests.Plants;
using Xunit;

namespace Kundli.EndToEnd.Tests.Abuse;

/// <summary>
/// A4: every operation of the OpenAPI document that names a resource, asked by somebody else with the owner's own ids. A route with an id that is in neither
/// table fails the test: whoever adds one says here whose it is.
/// </summary>
[Collection(RunningHost.Name)]
public sealed class OwnershipTests(RunningHost host)
{
    /// <summary>What belongs to nobody: names of goods, plants, providers, texts; and a complaint's ticket, which is itself the secret.</summary>
    private static readonly string[] Public =
    [
        "/api/v1/products/", "/api/v1/plants/species/", "/api/v1/payments/webhooks/", "/api/v1/carriers/webhooks/", "/api/v1/grievances/", "/api/v1/horoscopes/", "/api/v1/shares/", "/api/v1/nakshatras/", "/api/v1/collections/", "/api/v1/auth/external/",
    ];

    /// <summary>What only staff may call; a customer gets 403 whatever the id is.</summary>
    private const string Staff = "/api/v1/admin/";

    [Fact]
    public async Task A4_every_operation_with_anothers_ids_is_404_or_403()
    {
        var document = await ApiDocument.ReadAsync(host.Http);
        var account = await FullAccount.OpenAsync(host, "owner");
        var (owner, stranger) = (account.Http, host.SignedIn().Http);
        var ids = await IdsAsync(account);
        var (faults, blind) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        var covered = 0;
        foreach (var operation in document.Operations.Where(operation => operation.PathParameters.Count > 0 && !Public.Any(prefix => operation.Path.StartsWith(prefix, StringComparison.Ordinal))))
        {
            var mine = ids.FirstOrDefault(entry => operation.Path.StartsWith(entry.Prefix, StringComparison.Ordinal));
            if (mine.Id is null && !operation.Path.StartsWith(Staff, StringComparison.Ordinal))
            {
                faults.Add($"{operation}: whose is it? Name its owner in {nameof(OwnershipTests)}.");
                continue;
            }
            covered++;
            foreach (var (name, http) in new[] { ("a stranger", stranger), ("a guest", host.Http) })
            {
                using var response = await http.SendAsync(Request(operation, mine.Id ?? "x"));
                var isRefused = response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden || (http == host.Http && operation.NeedsSignIn && response.StatusCode == HttpStatusCode.Unauthorized);
                // What is judged before anything is looked up must answer the same for an id that nobody has.
                if (!isRefused && await IsBlindAsync(http, operation, response.StatusCode))
                    blind.Add(operation.ToString());
                else if (!isRefused)
                    faults.Add($"{operation} answered {(int)response.StatusCode} to {name}: {await response.Content.ReadAsStringAsync()}");
            }
        }
        Console.WriteLine($"A4: {covered} operations, each by a stranger and a guest; refused before a look-up: {string.Join(", ", blind)}; {string.Join('\n', faults)}");
        Assert.Empty(faults);
        Assert.InRange(covered, 20, 1000);
        Assert.InRange(blind.Count, 0, covered / 5);
        // The ids are real: their owner finds what they name.
        foreach (var (prefix, id) in ids.Where(entry => entry.IsRead).Select(entry => (entry.Prefix, entry.Id)))
            Assert.True((await owner.GetAsync(prefix + id)).IsSuccessStatusCode, prefix);
    }

    private static async Task<bool> IsBlindAsync(HttpClient http, Operation operation, HttpStatusCode status)
    {
        using var other = await http.SendAsync(Request(operation, "0123456789abcdef0123456789abcdef"));
        return (int)status is >= 400 and < 500 && other.StatusCode == status;
    }

    private static async Task<IReadOnlyList<(string Prefix, string Id, bool IsRead)>> IdsAsync(FullAccount owner) =>
    [
        ("/api/v1/carts/", owner.Cart, true),
        ("/api/v1/orders/", owner.Order, true),
        ("/api/v1/charts/", owner.Chart, true),
        ("/api/v1/conversations/", owner.Conversation, false),
        ("/api/v1/me/addresses/", owner.Address, true),
        ("/api/v1/me/journal/", owner.Journal, false),
        ("/api/v1/profiles/", await owner.CreatedAsync("/api/v1/profiles", new { name = "Ravi", relation = "sibling" }), true),
        ("/api/v1/auth/sessions/", (await owner.Http.GetFromJsonAsync<JsonElement>("/api/v1/auth/sessions")).GetProperty("items")[0].GetProperty("id").GetString()!, false),
        ("/api/v1/plants/identifications/", owner.Identification, true),
        ("/api/v1/plants/uploads/", await owner.CreatedAsync("/api/v1/plants/uploads", new { count = 1 }), false),
    ];

    private static HttpRequestMessage Request(Operation operation, string id)
    {
        var first = true;
        var request = new HttpRequestMessage(new HttpMethod(operation.Method), operation.With(name => first && !(first = false) ? id : name == "index" ? "0" : "A-1") + Query(operation));
        request.Headers.Add("Idempotency-Key", "ownership");
        request.Headers.TryAddWithoutValidation("If-Match", "\"x\"");
        if (operation.BodySchema is { } schema)
            request.Content = new StringContent(Bodies.GetValueOrDefault(operation.Path) ?? operation.Document.Example(schema)?.ToJsonString() ?? "{}", Encoding.UTF8, "application/json");
        return request;
    }

    /// <summary>Where the shortest well-formed body is not a valid one.</summary>
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["/api/v1/conversations/{conversationId}/messages"] = """{ "question": "What of my work?" }""",
        ["/api/v1/carts/{cartId}/delivery"] = """{ "method": "pickup" }""",
        ["/api/v1/plants/identifications/{id}/feedback"] = """{ "species": "tulsi" }""",
        ["/api/v1/plants/identifications/{id}/key"] = """{ "answers": { "a": "b" } }""",
    };

    private static string Query(Operation operation)
    {
        var required = operation.QueryParameters.Where(parameter => parameter.TryGetProperty("required", out var needed) && needed.GetBoolean()).Select(parameter => $"{parameter.GetProperty("name").GetString()}=1").ToArray();
        return required.Length == 0 ? "" : "?" + string.Join('&', required);
    }
}
