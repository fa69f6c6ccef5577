using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Kundli.Features.Readings;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat;

namespace Kundli.Adapters.Chat;

/// <summary>Asks a chat client. Whatever goes wrong with the provider is no answer: what the rules said stands.</summary>
/// <param name="client">The provider.</param>
/// <param name="options">Its name and our patience.</param>
public sealed class ChatWording(IChatClient client, ChatOptions options) : IWordingModel
{
    /// <inheritdoc/>
    public string Name => options.Model;

    /// <summary>The client of OpenAI or Azure OpenAI. It is not asked twice by its own will: who asks has a budget and counts.</summary>
    public static IChatClient Connect(HttpClient http, ChatOptions options) => new ChatClient(
        options.Model,
        new ApiKeyCredential(options.Key),
        new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = options.Patience,
        }).AsIChatClient();

    /// <inheritdoc/>
    public async Task<Wording?> AskAsync(WordingPrompt prompt, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Patience);
        try
        {
            var answer = await client.GetResponseAsync(
                [new ChatMessage(ChatRole.System, prompt.Instructions), new ChatMessage(ChatRole.User, prompt.Data)],
                new() { MaxOutputTokens = prompt.TokensMax, ResponseFormat = ChatResponseFormat.Json },
                limit.Token);
            return answer.Text is { Length: > 0 } text ? new(text, (int)(answer.Usage?.TotalTokenCount ?? 0)) : null;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        // The client reads the provider's JSON without checks: an answer of another shape shows as any of the last five.
        catch (Exception broken) when (broken is ClientResultException or HttpRequestException or IOException or JsonException or InvalidOperationException or FormatException or ArgumentException or KeyNotFoundException)
        {
            return null;
        }
    }
}
