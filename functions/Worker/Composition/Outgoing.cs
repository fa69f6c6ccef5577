namespace Kundli.Worker.Composition;

/// <summary>How the app calls others: each client lives as long as the process.</summary>
internal static class Outgoing
{
    /// <summary>Connections are made anew now and then, so that a change of addresses is seen.</summary>
    private static readonly TimeSpan ConnectionAgeMax = TimeSpan.FromMinutes(5);

    /// <summary>No answer that we ask for is larger; one that is counts as an outage.</summary>
    private const long AnswerBytesMax = 2 * 1024 * 1024;

    /// <summary>A client that follows no redirects: whom we call, the settings alone say.</summary>
    /// <param name="timeMax">How long a call may take; the platform's default where whoever calls has a patience of its own.</param>
    /// <param name="through">What every answer passes on its way in, or null.</param>
    public static HttpClient Client(TimeSpan? timeMax = null, Func<HttpMessageHandler, HttpMessageHandler>? through = null)
    {
        var transport = new SocketsHttpHandler { PooledConnectionLifetime = ConnectionAgeMax, AllowAutoRedirect = false };
        var client = new HttpClient(through?.Invoke(transport) ?? transport) { MaxResponseContentBufferSize = AnswerBytesMax };
        if (timeMax is { } time)
            client.Timeout = time;
        return client;
    }
}
