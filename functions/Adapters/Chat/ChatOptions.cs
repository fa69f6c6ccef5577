namespace Kundli.Adapters.Chat;

/// <summary>How a chat model is reached.</summary>
public sealed record ChatOptions
{
    /// <summary>OpenAI's own address.</summary>
    public static readonly Uri OpenAi = new("https://api.openai.com/v1/");

    /// <summary>The API's address with a slash at its end: of OpenAI, or of an Azure OpenAI resource as <c>https://….openai.azure.com/openai/v1/</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>The model, or the deployment's name.</summary>
    public required string Model { get; init; }

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}
