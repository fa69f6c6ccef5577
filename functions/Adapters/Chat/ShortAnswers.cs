namespace Kundli.Adapters.Chat;

/// <summary>Reads answers whole, up to a limit: a provider that never stops talking is an error, not our memory.</summary>
/// <param name="inner">The transport.</param>
public sealed class ShortAnswers(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Bytes of an answer; a section's words are a few thousand.</summary>
    public const int BytesMax = 256 * 1024;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        try
        {
            await answer.Content.LoadIntoBufferAsync(BytesMax, cancellationToken);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}
