using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Kundli.EndToEnd.Tests.Abuse;

/// <summary>Every operation that answers 201 takes an Idempotency-Key, and a repeat with it answers the same resource; read from the OpenAPI document.</summary>
[Collection(RunningHost.Name)]
public sealed class CreationTests(RunningHost host)
{
    /// <summary>
    /// Answers that are never stored, what an administrator names by its own code, an upload's short-lived addresses, and a link to a chart, whose secret is told once and
    /// kept as a hash alone so that no repeat could tell it again.
    /// </summary>
    private static readonly string[] WithoutKey = ["/api/v1/auth/", "/api/v1/admin/", "/api/v1/plants/uploads", "/api/v1/charts/{chartId}/shares"];

    /// <summary>A valid body of every creating operation; null for none.</summary>
    private static readonly Dictionary<string, object?> Bodies = new()
    {
        ["/api/v1/carts"] = null,
        ["/api/v1/charts"] = new { name = "Asha", birth = new { date = "1990-04-12", time = "06:30:00", latitude = 26.91, longitude = 75.79, timeZone = "Asia/Kolkata" } },
        ["/api/v1/grievances"] = new { name = "Asha", email = "asha@example.com", subject = "Broken pot", text = "It came in two halves." },
        ["/api/v1/me/addresses"] = new { address = new { line1 = "12 Lodhi Road", city = "New Delhi", state = "DL", postalCode = "110003" } },
    };

    [Fact]
    public async Task Every_creating_operation_takes_a_key()
    {
        var creating = (await ApiDocument.ReadAsync(host.Http)).Operations.Where(operation => operation.Creates && !WithoutKey.Any(prefix => operation.Path.StartsWith(prefix, StringComparison.Ordinal))).ToArray();
        Assert.Empty(creating.Where(operation => !operation.TakesKey).Select(operation => $"{operation} takes no Idempotency-Key"));
        Assert.Contains(creating, operation => operation.Path == "/api/v1/checkouts");
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_answers_the_same_resource_and_another_body_is_refused()
    {
        var account = await FullAccount.OpenAsync(host, "twice");
        foreach (var (path, body) in Bodies.Append(new("/api/v1/me/journal", new { identificationId = account.Identification, note = "It grows." })))
        {
            var (first, second) = (await SendAsync(account.Http, path, body, "once"), await SendAsync(account.Http, path, body, "once"));
            Assert.Equal((path, HttpStatusCode.Created, first.Id), (path, second.Status, second.Id));
            Assert.NotEqual(first.Id, (await SendAsync(account.Http, path, body, "twice")).Id);
            if (body is not null)
                Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(account.Http, path, Other(body), "once")).Status);
        }
    }

    private static object Other(object body)
    {
        var changed = JsonSerializer.SerializeToNode(body)!.AsObject();
        changed[changed.ContainsKey("name") ? "name" : changed.ContainsKey("note") ? "note" : "label"] = "other";
        return changed;
    }

    private static async Task<(HttpStatusCode Status, string? Id)> SendAsync(HttpClient http, string path, object? body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (response.StatusCode, answer.TryGetProperty("id", out var id) || answer.TryGetProperty("ticket", out id) ? id.GetString() : null);
    }
}
