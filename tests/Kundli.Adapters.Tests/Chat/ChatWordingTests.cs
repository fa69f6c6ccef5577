using System.Text.Json.Nodes;
using Kundli.Adapters.Chat;
using Kundli.Features.Readings;
using Kundli.Testing;
using Xunit;

namespace Kundli.Adapters.Tests.Chat;

/// <summary>A provider played over HTTP: right, slow, broken, of another shape. What it says is judged elsewhere; here it must never hang or throw.</summary>
public sealed class ChatWordingTests
{
    private static readonly WordingPrompt Prompt = new("Word these.", "[{\"id\":\"selfSunInLeo\"}]", 200);

    [Fact]
    public async Task An_answer_comes_with_its_tokens_and_the_request_has_the_key_the_model_and_the_limit()
    {
        await using var api = new HttpDouble(_ => (200, Completion("{\"sentences\":[]}")));
        using var http = new HttpClient();

        var wording = await Model(http, Options(api)).AskAsync(Prompt, default);

        Assert.Equal(new Wording("{\"sentences\":[]}", 42), wording);
        var asked = Assert.Single(api.Requests);
        Assert.Equal("Bearer test-key", asked.Headers["Authorization"]);
        Assert.Equal(("played-1", 200, "json_object"), ((string?)asked.Json["model"], (int)asked.Json["max_completion_tokens"]!, (string?)asked.Json["response_format"]!["type"]));
        Assert.Equal(Prompt.Data, (string?)asked.Json["messages"]![1]!["content"]);
    }

    [Theory]
    [InlineData(500, "{}")]
    [InlineData(429, "{}")]
    [InlineData(200, "{}")]
    [InlineData(200, "{\"choices\":[]}")]
    [InlineData(200, "{\"choices\":[{\"message\":{\"content\":null}}]}")]
    [InlineData(200, "{\"choices\":\"many\"}")]
    [InlineData(200, "[]")]
    public async Task A_broken_answer_is_no_answer(int status, string body)
    {
        await using var api = new HttpDouble(_ => (status, JsonNode.Parse(body)));
        using var http = new HttpClient();
        Assert.Null(await Model(http, Options(api)).AskAsync(Prompt, default));
    }

    [Fact]
    public async Task A_slow_answer_is_no_answer_but_a_caller_who_leaves_is_heard()
    {
        using var gate = new ManualResetEventSlim();
        await using var api = new HttpDouble(_ =>
        {
            gate.Wait(TimeSpan.FromSeconds(20));
            return (200, Completion("late"));
        });
        using var http = new HttpClient();
        Assert.Null(await Model(http, Options(api) with { Patience = TimeSpan.FromMilliseconds(100) }).AskAsync(Prompt, default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Model(http, Options(api)).AskAsync(Prompt, new CancellationToken(canceled: true)));
        gate.Set();
    }

    [Fact]
    public async Task Nobody_there_is_no_answer()
    {
        using var http = new HttpClient();
        Assert.Null(await Model(http, new ChatOptions { Endpoint = new("http://127.0.0.1:9/"), Key = "k", Model = "m", Patience = TimeSpan.FromSeconds(2) }).AskAsync(Prompt, default));
    }

    [Fact]
    public async Task An_answer_without_end_is_no_answer()
    {
        await using var api = new HttpDouble(_ => (200, Completion(new string('x', ShortAnswers.BytesMax))));
        using var http = new HttpClient(new ShortAnswers(new SocketsHttpHandler()));
        Assert.Null(await Model(http, Options(api)).AskAsync(Prompt, default));
        Assert.Single(api.Requests);
    }

    private static ChatWording Model(HttpClient http, ChatOptions options) => new(ChatWording.Connect(http, options), options);

    private static ChatOptions Options(HttpDouble api) => new() { Endpoint = new(api.Address, "v1/"), Key = "test-key", Model = "played-1" };

    private static JsonNode Completion(string text) => new JsonObject
    {
        ["choices"] = new JsonArray(new JsonObject { ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text } }),
        ["usage"] = new JsonObject { ["total_tokens"] = 42 },
    };
}
