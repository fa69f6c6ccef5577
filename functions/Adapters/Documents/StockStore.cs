using Kundli.Features;
using Kundli.Features.Catalog;
using Kundli.Features.Stock;

namespace Kundli.Adapters.Documents;

/// <summary>
/// Stock: <c>stock / {sku} / level|main</c>, <c>hold|{orderId}</c>, <c>move|{orderId}|{reason}</c>. Level, hold and ledger line change in one batch: the sum
/// of the ledger is the level.
/// </summary>
public sealed class StockStore(IDocuments documents) : IStockStore, IShelves
{
    private const string LevelId = "level|main";
    private const int ReadsAtOnce = 16;

    /// <inheritdoc/>
    public async Task<StockView> ReadAsync(string sku, string orderId, CancellationToken cancellation)
    {
        var level = documents.ReadAsync<StockLevel>(PartitionOf(sku), LevelId, cancellation);
        var hold = documents.ReadAsync<StockHold>(PartitionOf(sku), HoldId(orderId), cancellation);
        await Task.WhenAll(level, hold);
        return new StockView((await level)?.Value, (await level)?.ETag ?? "", (await hold)?.Value, (await hold)?.ETag ?? "");
    }

    /// <inheritdoc/>
    public async Task<StockView> ReadShelfAsync(string sku, CancellationToken cancellation)
    {
        var level = await documents.ReadAsync<StockLevel>(PartitionOf(sku), LevelId, cancellation);
        return new StockView(level?.Value, level?.ETag ?? "", null, "");
    }

    /// <inheritdoc/>
    public async Task<StockLevel?> ReadLevelAsync(string sku, CancellationToken cancellation) =>
        (await documents.ReadAsync<StockLevel>(PartitionOf(sku), LevelId, cancellation))?.Value;

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, int>> AvailableAsync(IReadOnlyCollection<string> skus, CancellationToken cancellation)
    {
        var available = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var chunk in skus.Distinct(StringComparer.Ordinal).Chunk(ReadsAtOnce))
            foreach (var (sku, level) in chunk.Zip(await Task.WhenAll(chunk.Select(sku => ReadLevelAsync(sku, cancellation)))))
                available[sku] = level?.Available ?? 0;
        return available;
    }

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(StockView read, StockLevel level, StockHold? hold, StockMove move, CancellationToken cancellation)
    {
        var writes = new List<DocumentWrite> { TypedDocuments.Write(TypedDocuments.Document(LevelId, level), read.LevelTag) };
        if (hold is not null)
            writes.Add(TypedDocuments.Write(TypedDocuments.Document(HoldId(hold.OrderId), hold), read.HoldTag));
        writes.Add(new DocumentWrite.Create(TypedDocuments.Document($"move|{move.Reference}|{move.Reason}", move)));
        return (await documents.BatchAsync(PartitionOf(level.Sku), writes, cancellation)).IsDone;
    }

    private static Partition PartitionOf(string sku) => new(Containers.Stock, sku);

    private static string HoldId(string orderId) => $"hold|{orderId}";
}

/// <summary>Shelves that are nearly empty: <c>stock / low-shelves / {sku}</c>.</summary>
public sealed class LowShelfStore(IDocuments documents) : ILowShelves
{
    // No SKU has a lower-case letter, so no shelf has this key.
    private static readonly Partition All = new(Containers.Stock, "low-shelves");

    /// <inheritdoc/>
    public async Task ListAsync(StockLevel level, CancellationToken cancellation)
    {
        var known = await documents.ReadAsync(All, level.Sku, cancellation);
        if (level.IsLow)
            await documents.SaveAsync(All, TypedDocuments.Document(level.Sku, level), known?.ETag, cancellation);
        else if (known is not null)
            await documents.DeleteAsync(All, level.Sku, known.ETag, cancellation);
    }

    /// <inheritdoc/>
    public async Task<Page<StockLevel>> LowAsync(int limit, string? after, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(All, IdRange.All, limit, after, cancellation);
        return new Page<StockLevel>([.. page.Items.Select(item => item.Value<StockLevel>())], page.Next);
    }
}
