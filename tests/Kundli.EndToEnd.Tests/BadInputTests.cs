using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>What clients get wrong, over the real pipeline: each is a problem, names everything at once, and leaves the host serving.</summary>
[Collection(RunningHost.Name)]
public sealed class BadInputTests(RunningHost host)
{
    private const string Register = "/api/v1/auth/register";

    [Fact]
    public async Task Malformed_JSON_is_400() => await Refused(Json(Register, "{ \"email\": "), 400, "malformed-json");

    [Fact]
    public async Task JSON_nested_ten_thousand_deep_is_400() => await Refused(Json(Register, new string('[', 10_000) + new string(']', 10_000)), 400, "malformed-json");

    [Fact]
    public async Task A_body_with_wrong_fields_is_422_and_names_them_all()
    {
        var problem = await Refused(Json(Register, """{ "email": "nobody", "password": "short", "displayName": 7 }"""), 422, "invalid-input");
        Assert.Equal(["/displayName", "/email", "/password"], problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_unknown_route_is_404() => await Refused(new(HttpMethod.Get, "/api/v1/no/such/thing"), 404, "not-found");

    [Fact]
    public async Task A_wrong_method_is_405_and_tells_the_right_ones()
    {
        using var response = await host.Http.SendAsync(new(HttpMethod.Delete, Register));
        Assert.Equal(["OPTIONS", "POST"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
        await Problem(response, 405, "method-not-allowed");
    }

    [Fact]
    public async Task A_wrong_content_type_is_415() => await Refused(new(HttpMethod.Post, Register) { Content = new StringContent("{}", Encoding.UTF8, "text/plain") }, 415, "unsupported-media-type");

    [Fact]
    public async Task A_body_of_20_MB_is_413_with_and_without_a_length()
    {
        await Refused(new(HttpMethod.Post, Register) { Content = Large() }, 413, "body-too-large");
        var chunked = new HttpRequestMessage(HttpMethod.Post, Register) { Content = Large() };
        chunked.Headers.TransferEncodingChunked = true;
        await Refused(chunked, 413, "body-too-large");
    }

    [Fact]
    public async Task A_path_of_ten_thousand_characters_is_414_or_refused_by_the_server()
    {
        using var response = await host.Http.GetAsync("/api/v1/" + new string('a', 8_190));
        Assert.Contains((int)response.StatusCode, new[] { 414, 400 });
    }

    [Fact]
    public async Task A_bad_token_is_401_in_one_shape()
    {
        var shapes = new List<string>();
        foreach (var token in new[] { "Bearer x", "Bearer a.b.c", "Basic Zm9v", "Bearer " + new string('a', 6_000) })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/health/live");
            request.Headers.TryAddWithoutValidation("Authorization", token);
            var problem = await Refused(request, 401, "token-refused");
            shapes.Add(string.Join(',', problem.EnumerateObject().Select(member => member.Name)));
        }

        Assert.Single(shapes.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers_and_the_trace_of_the_caller()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nothing");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using var response = await host.Http.SendAsync(request);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", (await Problem(response, 404, "not-found")).GetProperty("traceId").GetString());
    }

    [Fact]
    public async Task A_page_of_an_origin_that_is_not_listed_gets_no_CORS_headers()
    {
        var preflight = new HttpRequestMessage(HttpMethod.Options, Register);
        preflight.Headers.Add("Origin", "https://evil.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        using var response = await host.Http.SendAsync(preflight);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_documents_are_served()
    {
        Assert.Contains("text/html", (await host.Http.GetAsync("/api/docs")).Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        Assert.Equal("3.1", (await host.Http.GetFromJsonAsync<JsonElement>("/api/openapi.json")).GetProperty("openapi").GetString()![..3]);
        Assert.Equal("ready", (await host.Http.GetFromJsonAsync<JsonElement>("/api/health/ready")).GetProperty("status").GetString());
    }

    private static HttpRequestMessage Json(string path, string body) => new(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private static StreamContent Large()
    {
        var content = new StreamContent(new MemoryStream(new byte[20_000_000]));
        content.Headers.ContentType = new("application/json");
        return content;
    }

    private async Task<JsonElement> Refused(HttpRequestMessage request, int status, string problem)
    {
        using var response = await host.Http.SendAsync(request);
        var body = await Problem(response, status, problem);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("/api/health/live")).StatusCode);
        return body;
    }

    private static async Task<JsonElement> Problem(HttpResponseMessage response, int status, string problem)
    {
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, "application/problem+json", "urn:kundli:problem:" + problem), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body.GetProperty("type").GetString()));
        Assert.Equal(status, body.GetProperty("status").GetInt32());
        return body;
    }
}
