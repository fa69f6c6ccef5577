using System.Collections.Concurrent;

using Kundli.Adapters;
using Kundli.Adapters.Documents;
using Kundli.Testing.Cosmos;

namespace Kundli.EndToEnd.Tests;

/// <summary>
/// Where the hosts of these tests keep their documents: in the tables of their Azurite, or, where the environment says <c>KUNDLI_DOCUMENTS=Cosmos</c>, behind
/// the tests' Cosmos gateway. Hosts of one data folder share one gateway, as they share one Azurite; it outlives them, as an account would.
/// </summary>
internal static class ChosenDocuments
{
    private static readonly bool IsCosmos = Environment.GetEnvironmentVariable("KUNDLI_DOCUMENTS") == "Cosmos";
    private static readonly ConcurrentDictionary<string, Lazy<CosmosGatewayServer>> Gateways = new(StringComparer.Ordinal);

    /// <summary>The settings that lead a host to its documents; empty for tables, which need none.</summary>
    /// <param name="data">The data folder that the hosts share.</param>
    public static IReadOnlyDictionary<string, string> SettingsFor(string data) => IsCosmos
        ? Gateways.GetOrAdd(data, _ => new(() => new(TimeProvider.System))).Value.Settings
        : new Dictionary<string, string>();

    /// <summary>Every document that the hosts of a data folder keep in Cosmos; none where they keep them in tables.</summary>
    /// <param name="data">The data folder that the hosts share.</param>
    public static IReadOnlyList<(string Container, string Id, string Json)> KeptIn(string data) => Gateways.TryGetValue(data, out var server)
        ? [.. server.Value.Gateway.Items.Select(item => (item.Partition.Container, item.Id, item.Json))]
        : [];

    /// <summary>The store in which the hosts of a data folder keep their documents, for a test that puts something there itself.</summary>
    /// <param name="data">The data folder that the hosts share.</param>
    /// <param name="storage">Its Azurite, where the tables lie.</param>
    public static IDocumentStore StoreOf(string data, StorageConnection storage)
    {
        if (!Gateways.TryGetValue(data, out var server))
            return new TablesDocumentStore(storage.Tables());
        var connection = new CosmosConnection { Endpoint = server.Value.Address, Database = CosmosGateway.Database, Key = CosmosGateway.Key };
        return new CosmosDocumentStore(connection.Client(), connection, TimeProvider.System);
    }
}
