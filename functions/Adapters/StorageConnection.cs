using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;

namespace Kundli.Adapters;

/// <summary>
/// How the storage account is reached: by connection string (Azurite, development) or by its service addresses and the app's managed identity, in
/// the same settings form that the triggers' connections have (<c>Storage</c>, or <c>Storage:tableServiceUri</c> and so on).
/// </summary>
public sealed record StorageConnection
{
    private static readonly TimeSpan NetworkTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The connection string; null where an identity is used.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Address of the table service, for an identity.</summary>
    public Uri? TableServiceUri { get; init; }

    /// <summary>Address of the blob service, for an identity.</summary>
    public Uri? BlobServiceUri { get; init; }

    /// <summary>The client id of a user-assigned identity; null for the system's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>A client of the table service.</summary>
    /// <exception cref="InvalidOperationException">Neither a connection string nor an address is set.</exception>
    public TableServiceClient Tables() => ConnectionString is not null
        ? new(ConnectionString, Configure(new TableClientOptions()))
        : new(TableServiceUri ?? throw Missing("tableServiceUri"), Identity(), Configure(new TableClientOptions()));

    /// <summary>A client of the blob service.</summary>
    /// <exception cref="InvalidOperationException">Neither a connection string nor an address is set.</exception>
    public BlobServiceClient Blobs() => ConnectionString is not null
        ? new(ConnectionString, Configure(new BlobClientOptions()))
        : new(BlobServiceUri ?? throw Missing("blobServiceUri"), Identity(), Configure(new BlobClientOptions()));

    // Few and short retries: a caller waits for the answer, and what writes is judged by what lies there.
    private static T Configure<T>(T options)
        where T : ClientOptions
    {
        options.Retry.MaxRetries = 3;
        options.Retry.Delay = TimeSpan.FromMilliseconds(100);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(2);
        options.Retry.NetworkTimeout = NetworkTimeout;
        return options;
    }

    private static InvalidOperationException Missing(string name) => new($"Neither the setting 'Storage' nor 'Storage__{name}' is there.");

    private ManagedIdentityCredential Identity() =>
        new(ClientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(ClientId));
}
