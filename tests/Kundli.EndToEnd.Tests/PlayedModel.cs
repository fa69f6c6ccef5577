using System.Text.Json;
using System.Text.Json.Nodes;
using Kundli.Testing;

namespace Kundli.EndToEnd.Tests;

/// <summary>A provider of a language model, played on 127.0.0.1: it says what a test wants it to say of the findings that it is sent.</summary>
internal sealed class PlayedModel : IAsyncDisposable
{
    private readonly HttpDouble _api;

    public PlayedModel() => _api = new(Answer);

    public static string Name => "played-1";

    /// <summary>What the host is configured with.</summary>
    public IEnumerable<(string Name, string Value)> Settings => [("Chat__key", "test-key"), ("Chat__model", Name), ("Chat__endpoint", new Uri(_api.Address, "v1/").ToString())];

    /// <summary>From the ids of the findings to the answer.</summary>
    public Func<IReadOnlyList<string>, (int Status, string Text)> Says { get; set; } = Truth;

    /// <summary>From a question to how it sorts it.</summary>
    public Func<string, string> Sorts { get; set; } = _ => "{}";

    /// <summary>Everything that it was ever sent.</summary>
    public string Heard => string.Join('\n', _api.Requests.Select(request => request.Body));

    public int Calls => _api.Requests.Count;

    public static (int Status, string Text) Truth(IReadOnlyList<string> ids) => (200, Sentences("This side of life asks for patience and repays it.", ids[0]));

    public static string Sentences(string text, string id) => JsonSerializer.Serialize(new { sentences = new[] { new { text, findings = new[] { id } } } });

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    private (int Status, JsonNode? Body) Answer(DoubledRequest request)
    {
        var data = JsonNode.Parse((string)request.Json["messages"]![1]!["content"]!)!;
        var (status, text) = data is JsonObject asked ? (200, Sorts((string)asked["question"]!)) : Says([.. data.AsArray().Select(finding => (string)finding!["id"]!)]);
        return (status, new JsonObject
        {
            ["id"] = "1", ["object"] = "chat.completion", ["model"] = Name, ["created"] = 1,
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["finish_reason"] = "stop", ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text } }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 30, ["completion_tokens"] = 12, ["total_tokens"] = 42 },
        });
    }
}
