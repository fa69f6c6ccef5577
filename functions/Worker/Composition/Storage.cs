using Kundli.Adapters;
using Kundli.Adapters.Documents;
using Kundli.Features.Due;
using Kundli.Features.Idempotency;
using Kundli.Worker.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kundli.Worker.Composition;

/// <summary>Documents, blobs and due markers.</summary>
internal static class Storage
{
    /// <summary>
    /// Reads <c>Documents</c> (<c>Tables</c> or <c>Cosmos</c>); <c>Storage</c> (a connection string) or <c>Storage:tableServiceUri</c>,
    /// <c>Storage:blobServiceUri</c> and <c>Storage:clientId</c> (an identity); and for Cosmos what <see cref="Cosmos"/> reads.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(Connection(configuration))
        .AddSingleton(provider => provider.GetRequiredService<StorageConnection>().Blobs())
        .AddDocumentStore(configuration)
        .AddSingleton<IDocuments>(provider => new JudgedDocuments(new MeasuredDocumentStore(provider.GetRequiredService<IDocumentStore>()), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IDueMarkers, DueMarkerStore>()
        .AddSingleton<RedriveDue>()
        .AddSingleton<IOnceRecords, OnceRecordStore>()
        .AddSingleton<CreateOnce>()
        .AddSingleton(provider => new Dependency("documents", cancellation =>
            provider.GetRequiredService<IDocuments>().ReadAsync(new Partition(Containers.Due, "ready"), "ready", cancellation)));

    private static IServiceCollection AddDocumentStore(this IServiceCollection services, IConfiguration configuration) => configuration["Documents"] switch
    {
        null or "Tables" => services
            .AddSingleton(provider => new TablesDocumentStore(provider.GetRequiredService<StorageConnection>().Tables()))
            .AddSingleton<IDocumentStore>(provider => provider.GetRequiredService<TablesDocumentStore>())
            .AddHostedService<TablesAtStart>(),
        "Cosmos" => services
            .AddSingleton(Cosmos(configuration))
            .AddSingleton(provider => provider.GetRequiredService<CosmosConnection>().Client())
            .AddSingleton<IDocumentStore, CosmosDocumentStore>(),
        var other => throw new InvalidOperationException($"The setting 'Documents' is 'Tables' or 'Cosmos', not '{other}'."),
    };

    /// <summary>
    /// Reads <c>Cosmos:endpoint</c>, <c>Cosmos:database</c>, <c>Cosmos:regions</c> (separated by commas) and <c>Cosmos:key</c> (development only; else
    /// the identity of the storage account is used).
    /// </summary>
    private static CosmosConnection Cosmos(IConfiguration configuration)
    {
        var section = configuration.GetSection("Cosmos");
        return new()
        {
            Endpoint = new Uri(Setting.Needed(section["endpoint"], "Cosmos__endpoint")),
            Database = Setting.Needed(section["database"], "Cosmos__database"),
            Key = section["key"],
            ClientId = configuration["Storage:clientId"],
            Regions = section["regions"]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
        };
    }

    private static StorageConnection Connection(IConfiguration configuration)
    {
        var section = configuration.GetSection("Storage");
        return new()
        {
            ConnectionString = section.Value,
            TableServiceUri = Address(section["tableServiceUri"]),
            BlobServiceUri = Address(section["blobServiceUri"]),
            ClientId = section["clientId"],
        };
    }

    private static Uri? Address(string? text) => text is null ? null : new Uri(text);

    /// <summary>Tables are made by the app itself; Cosmos containers are made by the deployment.</summary>
    private sealed class TablesAtStart(TablesDocumentStore tables) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => tables.EnsureAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
