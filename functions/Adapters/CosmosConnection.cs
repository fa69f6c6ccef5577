using Azure.Identity;
using Microsoft.Azure.Cosmos;

namespace Kundli.Adapters;

/// <summary>How the Cosmos account is reached: by the app's managed identity, or by a key where a development account or a test has one.</summary>
public sealed record CosmosConnection
{
    private const int TriesWhenThrottledMax = 9;
    private static readonly TimeSpan WaitWhenThrottledMax = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The account's address.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The database that holds the containers.</summary>
    public required string Database { get; init; }

    /// <summary>The account's key; null where the identity is used.</summary>
    public string? Key { get; init; }

    /// <summary>The client id of a user-assigned identity; null for the system's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>The account's regions, nearest first; empty to let the account say.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>What carries the requests; null for the network itself.</summary>
    public Func<HttpClient>? Transport { get; init; }

    /// <summary>A client; one is meant to live as long as the process.</summary>
    public CosmosClient Client() => Key is null
        ? new(Endpoint.ToString(), new ManagedIdentityCredential(ClientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(ClientId)), Options())
        : new(Endpoint.ToString(), Key, Options());

    private CosmosClientOptions Options()
    {
        var options = new CosmosClientOptions
        {
            ApplicationName = "kundli",
            // Through the gateway every request is one HTTPS call: no open ports beyond 443, few sockets for short-lived instances, and what the
            // tests' gateway answers is exactly what the client asks in the cloud.
            ConnectionMode = ConnectionMode.Gateway,
            EnableContentResponseOnWrite = false,
            RequestTimeout = RequestTimeout,
            // The service says how long to wait, and the client waits just so.
            MaxRetryAttemptsOnRateLimitedRequests = TriesWhenThrottledMax,
            MaxRetryWaitTimeOnRateLimitedRequests = WaitWhenThrottledMax,
            HttpClientFactory = Transport,
            CosmosClientTelemetryOptions = new() { DisableSendingMetricsToService = true },
        };
        if (Regions.Count > 0)
            options.ApplicationPreferredRegions = Regions;
        return options;
    }
}
