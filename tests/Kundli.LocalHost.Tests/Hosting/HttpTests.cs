using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

using Xunit;

namespace Kundli.LocalHost.Tests.Hosting;

public sealed class HttpTests(SampleHost host) : IClassFixture<SampleHost>
{
    [Fact]
    public async Task Parameters_are_bound_by_their_names()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/bind/7/asha");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        using var answer = await host.Http.SendAsync(request);

        var json = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(7, (int)json["number"]!);
        Assert.Equal("asha", (string)json["name"]!);
        Assert.Equal("Bind", (string)json["function"]!);
        Assert.True((bool)json["canBeCanceled"]!);
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", (string)json["trace"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_optional_route_value_may_be_absent() =>
        Assert.Null((await host.Http.GetFromJsonAsync<JsonObject>("api/bind/7"))!["name"]);

    [Theory]
    [InlineData("api/choose/fixed", "AlphaAny")]
    [InlineData("api/short/abc", "abc")]
    [InlineData("api/short/abcd", "fallback GET short/abcd")]
    [InlineData("api/short/ab1", "fallback GET short/ab1")]
    [InlineData("api/bind/seven", "fallback GET bind/seven")]
    [InlineData("API/Choose/Fixed", "AlphaAny")]
    [InlineData("api/guarded", "open locally")]
    public async Task Routes_are_tried_in_the_order_of_the_function_names(string path, string expected) =>
        Assert.Equal(expected, await (await host.Http.GetAsync(path)).Content.ReadAsStringAsync());

    [Theory]
    [InlineData("PUT", "api/choose/fixed", "BetaFixed")]
    [InlineData("DELETE", "api/choose/fixed", "fallback DELETE choose/fixed")]
    public async Task A_method_that_a_function_does_not_name_goes_past_it(string method, string path, string expected)
    {
        using var answer = await host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(expected, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_path_of_no_function_is_404() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync("elsewhere")).StatusCode);

    [Fact]
    public async Task The_root_leads_to_the_documents()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Http.BaseAddress };

        using var answer = await http.GetAsync("");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/api/docs", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task What_a_function_throws_is_500_and_the_host_keeps_serving()
    {
        Assert.Equal(HttpStatusCode.InternalServerError, (await host.Http.GetAsync("api/throws")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("api/guarded")).StatusCode);
    }

    [Fact]
    public async Task Middleware_runs_in_the_order_of_its_registration_and_before_the_result_is_executed()
    {
        using var answer = await host.Http.GetAsync("api/guarded");

        Assert.Equal(["inner", "outer"], answer.Headers.GetValues("X-Order"));
    }

    [Fact]
    public async Task Middleware_may_answer_itself_and_clear_the_result()
    {
        using var answer = await host.Http.GetAsync("api/cleared");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("cleared", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_the_function()
    {
        using var patience = new CancellationTokenSource();
        var waiting = host.Http.GetAsync("api/waits?by=client", patience.Token);
        await host.Journal.AtLeastAsync(1, "waits:started");

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await host.Journal.AtLeastAsync(1, "waits:cancelled");
    }
}
