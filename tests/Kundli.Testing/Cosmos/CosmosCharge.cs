namespace Kundli.Testing.Cosmos;

/// <summary>
/// What one request to the gateway has cost. The model: Microsoft publishes 1 RU for a point read and 5 RU for a write of 1 KB, 10 and 50 of 100 KB ("Optimize
/// reads and writes cost in Azure Cosmos DB"); between them it is linear here. Strong consistency and bounded staleness read two replicas, so reads count
/// twice. A query within one partition costs 2.3 RU beside what it reads. Only the key path is indexed, which the published figures of writes allow for.
/// </summary>
/// <param name="Container">The container that it went to.</param>
/// <param name="Operation"><c>read</c>, <c>query</c>, <c>write</c>, <c>delete</c> or <c>batch</c>.</param>
/// <param name="Units">Request units.</param>
public sealed record CosmosCharge(string Container, string Operation, double Units)
{
    private const double Replicas = 2;
    private const double QueryUnits = 2.3;

    /// <summary>A point read.</summary>
    /// <param name="bytes">The item's size.</param>
    public static double Read(int bytes) => Replicas * (1 + (9 * KilobytesBeyondOne(bytes)));

    /// <summary>A write or, with 0 bytes, a deletion.</summary>
    /// <param name="bytes">The item's size.</param>
    public static double Write(int bytes) => 5 + (45 * KilobytesBeyondOne(bytes));

    /// <summary>A range query.</summary>
    /// <param name="bytes">The size of what it finds.</param>
    public static double Query(int bytes) => QueryUnits + Read(bytes);

    // As a share of the 99 that lie between the two published sizes.
    private static double KilobytesBeyondOne(int bytes) => Math.Max(0, (bytes / 1000.0) - 1) / 99;
}
