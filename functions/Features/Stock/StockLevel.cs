namespace Kundli.Features.Stock;

/// <summary>
/// How many of a SKU there are at a location. <c>Available + Held + Sold = Received</c> after every change: the ledger of
/// <see cref="StockMove"/> entries adds up to the same figures.
/// </summary>
/// <param name="Sku">Stock-keeping unit.</param>
/// <param name="Received">Everything that ever came in, corrections included.</param>
/// <param name="Available">Can still be promised to somebody; never below 0.</param>
/// <param name="Held">Promised to orders that are not fulfilled yet.</param>
/// <param name="Sold">Left with fulfilled orders.</param>
public sealed record StockLevel(string Sku, int Received, int Available, int Held, int Sold)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>So few units are called low.</summary>
    public const int LowMax = 5;

    /// <summary>Whether the shelf is nearly or quite empty.</summary>
    public bool IsLow => Available <= LowMax;

    /// <summary>Whether a change is news to lists and reports: sold out, to be had again, low, or no longer low.</summary>
    public static bool IsNews(StockLevel? before, StockLevel after) => (before?.Available ?? 0) > 0 != after.Available > 0 || (before ?? Empty(after.Sku)).IsLow != after.IsLow;

    /// <summary>An empty shelf.</summary>
    public static StockLevel Empty(string sku) => new(sku, 0, 0, 0, 0);

    /// <summary>Puts units on the shelf, or takes them off with a negative number.</summary>
    public Outcome<StockLevel> Receive(int quantity) => Available + quantity < 0
        ? StockProblems.OutOfStock(Sku)
        : this with { Received = checked(Received + quantity), Available = Available + quantity };

    /// <summary>Promises units to an order, if there are enough.</summary>
    public Outcome<StockLevel> Hold(int quantity) => Available < quantity
        ? StockProblems.OutOfStock(Sku)
        : this with { Available = Available - quantity, Held = Held + quantity };

    /// <summary>Takes a promise back.</summary>
    public StockLevel Release(int quantity) => this with { Available = Available + quantity, Held = Held - quantity };

    /// <summary>Books promised units as sold.</summary>
    public StockLevel Book(int quantity) => this with { Held = Held - quantity, Sold = Sold + quantity };

    /// <summary>Puts returned units back on the shelf.</summary>
    public StockLevel TakeBack(int quantity) => this with { Sold = Sold - quantity, Available = Available + quantity };
}

/// <summary>Where a promise to an order stands.</summary>
public enum HoldState
{
    /// <summary>The units wait for the order.</summary>
    Held,

    /// <summary>The units went back to the shelf, or were never taken: a driver that comes too late must not take them any more.</summary>
    Released,

    /// <summary>The units left with the order.</summary>
    Booked,

    /// <summary>The units came back from the customer.</summary>
    TakenBack,

    /// <summary>No promise but a delivery note: the units came in.</summary>
    Received,
}

/// <summary>
/// The promise of a SKU to one order. It stays as a tombstone after it ended, so that every step may be repeated and a late one does nothing.
/// </summary>
/// <param name="OrderId">Whose promise.</param>
/// <param name="Sku">Of what.</param>
/// <param name="Quantity">How many; 0 when it was closed before it was taken.</param>
/// <param name="State">Where it stands.</param>
public sealed record StockHold(string OrderId, string Sku, int Quantity, HoldState State)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;
}

/// <summary>One line of the stock ledger.</summary>
/// <param name="Sku">Of what.</param>
/// <param name="Reason"><c>receive</c>, <c>hold</c>, <c>release</c>, <c>book</c>, <c>takeBack</c>.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Reference">Order or delivery note that caused it.</param>
/// <param name="At">When.</param>
public sealed record StockMove(string Sku, string Reason, int Quantity, string Reference, DateTimeOffset At)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;
}

/// <summary>Expected failures of stock.</summary>
public static class StockProblems
{
    /// <summary>Not enough of some SKUs; the answer names them.</summary>
    public static Problem OutOfStock(params IReadOnlyList<string> skus) => new("out-of-stock", "Some goods are not available in the quantity wanted.")
    {
        Detail = $"Not enough of: {string.Join(", ", skus)}.",
        Extras = new Dictionary<string, object?> { ["skus"] = skus },
    };

    /// <summary>The promise was closed in the meantime (the order expired or was cancelled).</summary>
    public static Problem HoldClosed(string sku) => new("order-state-conflict", "The order has moved on in the meantime.") { Detail = $"The hold on {sku} is closed." };
}
