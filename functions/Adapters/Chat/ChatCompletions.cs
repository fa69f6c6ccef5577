using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kundli.Features.Readings;

namespace Kundli.Adapters.Chat;

/// <summary>How a chat completions API is reached.</summary>
public sealed record ChatOptions
{
    /// <summary>The full address of the completions: of OpenAI, or of an Azure OpenAI deployment with its api-version.</summary>
    public required Uri Address { get; init; }

    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>Whether the key goes into Azure's <c>api-key</c> header.</summary>
    public bool IsAzure { get; init; }

    /// <summary>How long one answer may take.</summary>
    public TimeSpan TimeMax { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>OpenAI's chat completions, as OpenAI and Azure OpenAI serve them.</summary>
/// <param name="http">A transport that it does not own.</param>
/// <param name="options">Where and how.</param>
public sealed class ChatCompletions(HttpClient http, ChatOptions options) : IWordingModel
{
    private const int AnswerBytesMax = 256 * 1024;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 32,
    };

    /// <inheritdoc/>
    public string Name => options.Model;

    /// <inheritdoc/>
    public async Task<Wording?> AskAsync(WordingPrompt prompt, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.TimeMax);
        try
        {
            using var request = Request(prompt);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!answer.IsSuccessStatusCode)
                return null;
            await answer.Content.LoadIntoBufferAsync(AnswerBytesMax, limit.Token);
            var completion = await answer.Content.ReadFromJsonAsync<Completion>(Json, limit.Token);
            return completion?.Choices is [{ Message.Content: { } text }, ..] ? new(text, completion.Usage?.TotalTokens ?? 0) : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception broken) when (broken is HttpRequestException or JsonException)
        {
            return null;
        }
    }

    private HttpRequestMessage Request(WordingPrompt prompt)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, options.Address)
        {
            Content = JsonContent.Create(
                new Question(options.Model, [new("system", prompt.Instructions), new("user", prompt.Findings)], new("json_object"), prompt.TokensMax), options: Json),
        };
        request.Headers.Add(options.IsAzure ? "api-key" : "Authorization", options.IsAzure ? options.Key : $"Bearer {options.Key}");
        return request;
    }

    private sealed record Question(string Model, IReadOnlyList<Message> Messages, ResponseFormat ResponseFormat, int MaxCompletionTokens);

    private sealed record ResponseFormat(string Type);

    private sealed record Message(string Role, string? Content);

    private sealed record Completion(IReadOnlyList<Choice>? Choices, Usage? Usage);

    private sealed record Choice(Message? Message);

    private sealed record Usage(int TotalTokens);
}
