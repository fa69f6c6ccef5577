using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Kundli.Testing;

/// <summary>A request as a double saw it.</summary>
/// <param name="Method">Verb in upper case.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">Headers by name, whatever their case.</param>
/// <param name="Body">The body as text.</param>
public sealed record DoubledRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>The body as form fields.</summary>
    public IReadOnlyDictionary<string, string> Form => Body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair[1]), StringComparer.Ordinal);
}

/// <summary>A vendor's HTTP service played on 127.0.0.1: a test says what it answers, and reads what it was asked.</summary>
public sealed class HttpDouble : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<DoubledRequest, (int Status, JsonNode? Body)> _answer;
    private readonly Task _serving;

    public HttpDouble(Func<DoubledRequest, (int Status, JsonNode? Body)> answer)
    {
        _answer = answer;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = new($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it was asked, in order.</summary>
    public ConcurrentQueue<DoubledRequest> Requests { get; } = new();

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var headers = context.Request.Headers.AllKeys.OfType<string>().ToDictionary(name => name, name => context.Request.Headers[name]!, StringComparer.OrdinalIgnoreCase);
        var request = new DoubledRequest(context.Request.HttpMethod, context.Request.RawUrl!, headers, await reader.ReadToEndAsync());
        Requests.Enqueue(request);
        var (status, body) = _answer(request);
        // A connection each: a listener that closes a kept one while the next request is on its way would be a failure of the double, not of what is tested.
        context.Response.KeepAlive = false;
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body?.ToJsonString() ?? ""));
        context.Response.Close();
    }
}
