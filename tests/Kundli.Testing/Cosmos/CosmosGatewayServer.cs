using System.Net;
using System.Net.Sockets;

namespace Kundli.Testing.Cosmos;

/// <summary>
/// The gateway behind a real socket, so that a whole host can be pointed at it by settings alone: <c>Documents=Cosmos</c>,
/// <c>Cosmos__endpoint</c> = <see cref="Address"/>, <c>Cosmos__database</c> and <c>Cosmos__key</c>; see <see cref="Settings"/>.
/// </summary>
public sealed class CosmosGatewayServer : IAsyncDisposable
{
    private static readonly string[] Framing = ["Transfer-Encoding", "Content-Length", "Connection", "Keep-Alive", "Host"];

    private readonly HttpListener _listener = new();
    private readonly HttpMessageInvoker _invoker;
    private readonly Task _serving;

    public CosmosGatewayServer(TimeProvider time)
    {
        Address = new($"http://127.0.0.1:{FreePort()}/");
        Gateway = new(Address, time);
        _invoker = new(Gateway);
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The gateway itself, to order faults of and to read its ledger.</summary>
    public CosmosGateway Gateway { get; }

    /// <summary>The settings that make a host use it.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Documents"] = "Cosmos",
        ["Cosmos__endpoint"] = Address.ToString(),
        ["Cosmos__database"] = CosmosGateway.Database,
        ["Cosmos__key"] = CosmosGateway.Key,
    };

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
        _invoker.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var request = await RequestAsync(context.Request);
            using var response = await _invoker.SendAsync(request, CancellationToken.None);
            context.Response.StatusCode = (int)response.StatusCode;
            foreach (var (name, values) in response.Headers)
                context.Response.Headers[name] = string.Join(",", values);
            var body = await response.Content.ReadAsByteArrayAsync();
            context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
            context.Response.ContentLength64 = body.Length;
            if (body.Length > 0)
                await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            context.Response.Abort();
        }
    }

    private async Task<HttpRequestMessage> RequestAsync(HttpListenerRequest incoming)
    {
        var request = new HttpRequestMessage(new HttpMethod(incoming.HttpMethod), new Uri(Address, incoming.RawUrl));
        using var body = new MemoryStream();
        await incoming.InputStream.CopyToAsync(body);
        request.Content = new ByteArrayContent(body.ToArray());
        foreach (var name in incoming.Headers.AllKeys.OfType<string>().Except(Framing, StringComparer.OrdinalIgnoreCase))
            if (!request.Headers.TryAddWithoutValidation(name, incoming.Headers[name]))
                request.Content.Headers.TryAddWithoutValidation(name, incoming.Headers[name]);
        return request;
    }
}
