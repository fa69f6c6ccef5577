namespace Kundli.Features.Stock;

/// <summary>What is stored of one SKU for one order, read together.</summary>
/// <param name="Level">The shelf, or null when the SKU was never received.</param>
/// <param name="LevelTag">Version of the level for the conditional write; empty when it does not exist.</param>
/// <param name="Hold">The promise, or null.</param>
/// <param name="HoldTag">Version of the promise; empty when it does not exist.</param>
public sealed record StockView(StockLevel? Level, string LevelTag, StockHold? Hold, string HoldTag);

/// <summary>Hears before a shelf changes in a way that lists and reports show; what it starts reads the shelf itself, later.</summary>
public interface IShelfWatch
{
    /// <summary>The shelf of a SKU is about to change so.</summary>
    Task NoteAsync(string sku, CancellationToken cancellation);
}

/// <summary>Shelves that are nearly empty, as a list for who orders anew.</summary>
public interface ILowShelves
{
    /// <summary>Enters a shelf that is low, takes out one that is not.</summary>
    Task ListAsync(StockLevel level, CancellationToken cancellation);

    /// <summary>The shelves that are low, by SKU.</summary>
    Task<Page<StockLevel>> LowAsync(int limit, string? after, CancellationToken cancellation);
}

/// <summary>Stock of one SKU, changed only by conditional writes.</summary>
public interface IStockStore
{
    /// <summary>Reads the shelf and one order's promise.</summary>
    Task<StockView> ReadAsync(string sku, string orderId, CancellationToken cancellation);

    /// <summary>Reads the shelf for an order that can have no promise yet.</summary>
    Task<StockView> ReadShelfAsync(string sku, CancellationToken cancellation);

    /// <summary>Reads the shelf, or null.</summary>
    Task<StockLevel?> ReadLevelAsync(string sku, CancellationToken cancellation);

    /// <summary>Writes shelf, promise and ledger line in one batch if neither shelf nor promise changed since they were read.</summary>
    /// <returns>False if one of them did: read again and decide again.</returns>
    Task<bool> SaveAsync(StockView read, StockLevel level, StockHold? hold, StockMove move, CancellationToken cancellation);
}
