using System.Collections.Concurrent;

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
}
