using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>Accounts and sessions over HTTP, as a browser and as an app.</summary>
[Collection(RunningHost.Name)]
public sealed class SignInTests(RunningHost host) : IDisposable
{
    private const string Password = "correct horse battery staple 42";

    /// <summary>Cookies are what is tested, so they are sent by hand.</summary>
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = host.Http.BaseAddress };

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_browser_registers_signs_in_refreshes_with_its_cookie_and_signs_out()
    {
        var mail = await RegisterAsync();
        using var login = await _http.PostAsJsonAsync("/api/v1/auth/login", new { email = mail, password = Password });
        var session = await login.Content.ReadFromJsonAsync<JsonElement>();
        var cookie = login.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.False(session.TryGetProperty("refreshToken", out _));

        var pair = cookie.Split(';')[0];
        Assert.Equal(HttpStatusCode.Forbidden, (await _http.SendAsync(WithCookie("/api/v1/auth/refresh", pair, csrf: null))).StatusCode);
        using var refreshed = await _http.SendAsync(WithCookie("/api/v1/auth/refresh", pair, session.GetProperty("csrfToken").GetString()));
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);
        var newer = refreshed.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.NotEqual(pair, newer);
        Assert.Equal(HttpStatusCode.NoContent, (await _http.SendAsync(WithCookie("/api/v1/auth/logout", newer, session.GetProperty("csrfToken").GetString()))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _http.SendAsync(WithCookie("/api/v1/auth/refresh", newer, session.GetProperty("csrfToken").GetString()))).StatusCode);
    }

    [Fact]
    public async Task An_app_gets_its_refresh_token_in_the_body_lists_its_sessions_and_ends_them()
    {
        var mail = await RegisterAsync();
        var session = await (await _http.SendAsync(Mobile("/api/v1/auth/login", new { email = mail, password = Password }))).Content.ReadFromJsonAsync<JsonElement>();
        var refreshed = await (await _http.SendAsync(Mobile("/api/v1/auth/refresh", new { refreshToken = session.GetProperty("refreshToken").GetString() }))).Content.ReadFromJsonAsync<JsonElement>();
        var access = refreshed.GetProperty("accessToken").GetString()!;

        var sessions = await (await _http.SendAsync(Signed(HttpMethod.Get, "/api/v1/auth/sessions", access))).Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(Assert.Single(sessions.GetProperty("items").EnumerateArray()).GetProperty("current").GetBoolean());
        Assert.Equal(HttpStatusCode.NoContent, (await _http.SendAsync(Signed(HttpMethod.Post, "/api/v1/auth/logout-everywhere", access))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _http.SendAsync(Mobile("/api/v1/auth/refresh", new { refreshToken = refreshed.GetProperty("refreshToken").GetString() }))).StatusCode);
    }

    [Fact]
    public async Task A_guest_is_kept_out_of_what_asks_for_sign_in()
    {
        using var response = await _http.GetAsync("/api/v1/auth/sessions");
        Assert.Equal((HttpStatusCode.Unauthorized, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task The_public_key_is_served_without_its_private_half()
    {
        var key = Assert.Single((await _http.GetFromJsonAsync<JsonElement>("/.well-known/jwks.json")).GetProperty("keys").EnumerateArray());
        Assert.Equal(("EC", "ES256"), (key.GetProperty("kty").GetString(), key.GetProperty("alg").GetString()));
        Assert.False(key.TryGetProperty("d", out _));
    }

    private async Task<string> RegisterAsync()
    {
        var mail = $"user-{Guid.NewGuid():N}@example.org";
        Assert.Equal(HttpStatusCode.Created, (await _http.PostAsJsonAsync("/api/v1/auth/register", new { email = mail, password = Password, displayName = "Asha" })).StatusCode);
        return mail;
    }

    private static HttpRequestMessage WithCookie(string path, string cookie, string? csrf)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Cookie", cookie);
        if (csrf is not null)
            request.Headers.Add("X-CSRF-Token", csrf);
        return request;
    }

    private static HttpRequestMessage Mobile(string path, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Client", "mobile");
        return request;
    }

    private static HttpRequestMessage Signed(HttpMethod method, string path, string token)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }
}
