using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Kundli.EndToEnd.Tests.Plants;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Kundli.EndToEnd.Tests.Abuse;

/// <summary>A5 and A10: what a client writes into bodies and headers to be more than it is.</summary>
[Collection(RunningHost.Name)]
public sealed class HeaderTests(RunningHost host)
{
    [Fact]
    public async Task A5_roles_owners_prices_and_states_in_bodies_are_not_stored()
    {
        var (http, userId) = host.SignedIn();
        using var read = await http.GetAsync("/api/v1/me");
        using var patch = new HttpRequestMessage(HttpMethod.Patch, "/api/v1/me")
        {
            Content = JsonContent.Create(new { displayName = "Asha", roles = new[] { "admin" }, id = "other", userId = "other", emailVerified = true, securityStamp = "x" }),
        };
        patch.Headers.IfMatch.Add(read.Headers.ETag!);
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(patch)).StatusCode);
        var me = await http.GetFromJsonAsync<JsonElement>("/api/v1/me");
        Assert.Equal((userId, "customer"), (me.GetProperty("id").GetString(), Assert.Single(me.GetProperty("roles").EnumerateArray()).GetString()));
        Assert.False(me.GetProperty("emailVerified").GetBoolean());

        var cart = (await (await http.PostAsJsonAsync("/api/v1/carts", new { customerId = "other", orderId = "x" })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        Assert.False((await http.GetFromJsonAsync<JsonElement>($"/api/v1/carts/{cart}")).TryGetProperty("orderId", out _));
        Assert.Equal(HttpStatusCode.NotFound, (await host.SignedIn().Http.GetAsync($"/api/v1/carts/{cart}")).StatusCode);
    }

    [Fact]
    public async Task A10_a_method_override_and_a_foreign_host_change_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/sessions");
        request.Headers.Add("X-HTTP-Method-Override", "GET");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await host.Http.SendAsync(request)).StatusCode);

        using var forged = new HttpRequestMessage(HttpMethod.Post, "/api/v1/carts");
        forged.Headers.Host = "evil.example";
        using var created = await host.Http.SendAsync(forged);
        Assert.DoesNotContain("evil.example", created.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A10_line_breaks_in_headers_and_paths_make_no_second_header()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Http.BaseAddress!.Host, host.Http.BaseAddress.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("GET /api/v1/carts/a%0d%0aX-Evil:%201 HTTP/1.1\r\nHost: localhost\r\ntraceparent: a\rX-Evil: 1\r\nConnection: close\r\n\r\n"));
        var answer = await new StreamReader(stream).ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\nX-Evil", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(0, null, "10.0.0.9")]
    [InlineData(1, null, "203.0.113.7")]
    [InlineData(2, null, "198.51.100.1")]
    [InlineData(3, null, "10.0.0.9")]
    [InlineData(0, "ours", "192.0.2.4")]
    [InlineData(0, "another", "10.0.0.9")]
    public void A10_the_peer_is_the_true_one_unless_a_trusted_proxy_says_otherwise(int trustedHops, string? frontDoor, string expected)
    {
        var settings = new Dictionary<string, string?> { ["Network:TrustedHops"] = $"{trustedHops}", ["Network:FrontDoorId"] = frontDoor };
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse("10.0.0.9");
        http.Request.Headers["X-Forwarded-For"] = "198.51.100.1, 203.0.113.7";
        http.Request.Headers["X-Azure-FDID"] = "ours";
        http.Request.Headers["X-Azure-ClientIP"] = "192.0.2.4";
        Assert.Equal(expected, new PeerAddress(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Of(http));
    }
}
