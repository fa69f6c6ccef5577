using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>A signed-in customer, as an app talks for them.</summary>
internal sealed class Member : IDisposable
{
    private const string Password = "correct horse battery staple 42";

    private Member(HttpClient http) => Http = http;

    public HttpClient Http { get; }

    public static async Task<Member> RegisterAsync(Uri address)
    {
        var http = new HttpClient { BaseAddress = address };
        var mail = $"member-{Guid.NewGuid():N}@example.org";
        using var registered = await http.PostAsJsonAsync("/api/v1/auth/register", new { email = mail, password = Password, displayName = "Asha" });
        Assert.Equal(HttpStatusCode.Created, registered.StatusCode);
        using var login = await http.PostAsJsonAsync("/api/v1/auth/login", new { email = mail, password = Password });
        var token = (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new(http);
    }

    /// <summary>Sends a request and holds its status to what the test expects.</summary>
    public async Task<(JsonElement Body, HttpResponseHeaders Headers)> SendAsync(
        HttpMethod method, string path, HttpStatusCode expected, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == expected, $"{method} {path}: {(int)response.StatusCode} {text}");
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return (isJson ? JsonDocument.Parse(text).RootElement.Clone() : default, response.Headers);
    }

    public void Dispose() => Http.Dispose();
}
