using Kundli.Adapters;
using Kundli.Adapters.Documents;
using Kundli.Features.Due;
using Kundli.Worker.Health;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kundli.Worker.Composition;

/// <summary>Documents, blobs and due markers.</summary>
internal static class Storage
{
    /// <summary>
    /// Reads <c>Storage</c> (a connection string) or <c>Storage:tableServiceUri</c>, <c>Storage:blobServiceUri</c> and <c>Storage:clientId</c> (an identity).
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(Connection(configuration))
        .AddSingleton(provider => provider.GetRequiredService<StorageConnection>().Blobs())
        .AddSingleton(provider => new TablesDocumentStore(provider.GetRequiredService<StorageConnection>().Tables()))
        .AddSingleton<IDocumentStore>(provider => provider.GetRequiredService<TablesDocumentStore>())
        .AddSingleton<IDocuments, JudgedDocuments>()
        .AddHostedService<TablesAtStart>()
        .AddSingleton<IDueMarkers, DueMarkerStore>()
        .AddSingleton<RedriveDue>()
        .AddSingleton(provider => new Dependency("documents", cancellation =>
            provider.GetRequiredService<IDocuments>().ReadAsync(new Partition(Containers.Due, "ready"), "ready", cancellation)));

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
