using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kundli.LocalHost.Demo;

/// <summary>The API as the demonstration sees it: JSON in, JSON out, and a plain sentence when an answer is not what the story needs.</summary>
internal sealed class DemoClient(Uri baseAddress) : IDisposable
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _http = new() { BaseAddress = baseAddress, Timeout = TimeSpan.FromSeconds(60) };

    public Task<JsonNode> GetAsync(string path, CancellationToken cancellation) => JsonAsync(new(HttpMethod.Get, path), cancellation);

    public Task<JsonNode> PostAsync(string path, JsonNode? body, CancellationToken cancellation, string? idempotencyKey = null) =>
        JsonAsync(WithBody(HttpMethod.Post, path, body, idempotencyKey), cancellation);

    public Task<JsonNode> PutAsync(string path, JsonNode body, CancellationToken cancellation) => JsonAsync(WithBody(HttpMethod.Put, path, body, null), cancellation);

    public async Task<byte[]> BytesAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellation)
    {
        using var answer = await SendAsync(WithBody(method, path, body, null), cancellation);
        return await answer.Content.ReadAsByteArrayAsync(cancellation);
    }

    public async Task<JsonNode> UploadAsync(string path, byte[] photo, string mediaType, CancellationToken cancellation)
    {
        using var part = new ByteArrayContent(photo);
        part.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        using var form = new MultipartFormDataContent { { part, "images", "photo" } };
        return await JsonAsync(new(HttpMethod.Post, path) { Content = form }, cancellation);
    }

    /// <summary>Reads a resource again and again until it is as the story needs it.</summary>
    /// <exception cref="DemoException">It was not so in time.</exception>
    public async Task<JsonNode> UntilAsync(string path, Func<JsonNode, bool> done, TimeSpan waitMax, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(waitMax);
        try
        {
            while (true)
            {
                var node = await GetAsync(path, timeout.Token);
                if (done(node))
                    return node;
                await Task.Delay(PollEvery, timeout.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new DemoException($"{path} was not finished within {waitMax.TotalSeconds:0} s.");
        }
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage WithBody(HttpMethod method, string path, JsonNode? body, string? idempotencyKey)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return request;
    }

    private async Task<JsonNode> JsonAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var answer = await SendAsync(request, cancellation);
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        return await JsonNode.ParseAsync(body, cancellationToken: cancellation) ?? throw new DemoException($"{request.RequestUri} answered null.");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            var answer = await _http.SendAsync(request, cancellation);
            if (answer.IsSuccessStatusCode)
                return answer;
            using (answer)
                throw new DemoException($"{request.Method} {request.RequestUri} answered {(int)answer.StatusCode}:\n{Pretty(await answer.Content.ReadAsStringAsync(cancellation))}");
        }
    }

    private static string Pretty(string problem)
    {
        try
        {
            return JsonNode.Parse(problem)?.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) ?? problem;
        }
        catch (JsonException)
        {
            return problem;
        }
    }
}

/// <summary>The story cannot go on; the message is for a person.</summary>
internal sealed class DemoException(string message) : Exception(message);
