using System.Net.Http.Json;
using System.Text.Json.Nodes;

using Xunit;

namespace Kundli.Testing;

/// <summary>Calls of the API that must succeed; where one does not, the test fails with what the API said.</summary>
public static class Api
{
    /// <summary>Sends a request and reads its JSON.</summary>
    /// <param name="http">A client of the host.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">What follows <c>api/v1/</c>.</param>
    /// <param name="content">The body; null for none.</param>
    /// <param name="key">The <c>Idempotency-Key</c>; null for none.</param>
    public static async Task<JsonNode> AskAsync(this HttpClient http, HttpMethod method, string path, HttpContent? content, string? key = null)
    {
        using var request = new HttpRequestMessage(method, $"api/v1/{path}") { Content = content };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The same with a body of JSON.</summary>
    public static Task<JsonNode> AskAsync(this HttpClient http, HttpMethod method, string path, JsonObject? body = null, string? key = null) =>
        http.AskAsync(method, path, body is null ? null : JsonContent.Create(body), key);
}
