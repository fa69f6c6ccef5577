namespace Kundli.Features.Stock;

/// <summary>How many of a SKU an order wants.</summary>
/// <param name="Sku">Stock-keeping unit.</param>
/// <param name="Quantity">At least 1.</param>
public sealed record StockLine(string Sku, int Quantity);

/// <summary>
/// Moves an order's promises along its state: holds, releases, books, takes back. Every method may be repeated at any point and by several
/// processes at once. SKUs are taken in ordinal order, and a bounded lane per SKU keeps the writers of one process from fighting over an ETag.
/// </summary>
public sealed class HoldStock(IStockStore store, StockLanes lanes, IShelfWatch watch, TimeProvider time)
{
    /// <summary>Holds every line, or names the SKUs of which there is not enough; holds that were taken before the shortage stay for the caller to release.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="lines">What it wants.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="isNew">Whether the order has just been made: then no promise is looked for. Should there be one, it refuses to be created, and is looked at.</param>
    public async Task<Outcome<bool>> RunAsync(string orderId, IReadOnlyList<StockLine> lines, CancellationToken cancellation, bool isNew = false)
    {
        var missing = new List<string>();
        foreach (var line in lines.OrderBy(line => line.Sku, StringComparer.Ordinal))
        {
            var taken = await ChangeAsync(orderId, line.Sku, view => Hold(view, orderId, line), cancellation, isNew);
            if (!taken.IsOk && taken.Problem.Name != "out-of-stock")
                return taken.Problem;
            if (!taken.IsOk)
                missing.Add(line.Sku);
        }
        return missing.Count == 0 ? true : StockProblems.OutOfStock(missing);
    }

    /// <summary>Gives every promise of the order back, and closes those that were not taken yet.</summary>
    public Task ReleaseAsync(string orderId, IReadOnlyList<StockLine> lines, CancellationToken cancellation) =>
        EachAsync(orderId, lines, line => view => view.Hold switch
        {
            null => (view.Level ?? StockLevel.Empty(line.Sku), new StockHold(orderId, line.Sku, 0, HoldState.Released), "release"),
            { State: HoldState.Held } hold => (view.Level!.Release(hold.Quantity), hold with { State = HoldState.Released }, "release"),
            _ => null,
        }, cancellation);

    /// <summary>Books every promise of the order as sold.</summary>
    public Task BookAsync(string orderId, IReadOnlyList<StockLine> lines, CancellationToken cancellation) =>
        EachAsync(orderId, lines, _ => view => view.Hold is { State: HoldState.Held } hold
            ? (view.Level!.Book(hold.Quantity), hold with { State = HoldState.Booked }, "book")
            : null, cancellation);

    /// <summary>Puts what the order had taken back on the shelf.</summary>
    public Task TakeBackAsync(string orderId, IReadOnlyList<StockLine> lines, CancellationToken cancellation) =>
        EachAsync(orderId, lines, _ => view => view.Hold is { State: HoldState.Booked } hold
            ? (view.Level!.TakeBack(hold.Quantity), hold with { State = HoldState.TakenBack }, "takeBack")
            : null, cancellation);

    private static Outcome<(StockLevel, StockHold, string)?> Hold(StockView view, string orderId, StockLine line) => view.Hold switch
    {
        { State: HoldState.Held or HoldState.Booked } => ((StockLevel, StockHold, string)?)null,
        not null => StockProblems.HoldClosed(line.Sku),
        null => (view.Level ?? StockLevel.Empty(line.Sku)).Hold(line.Quantity)
            .Map(level => ((StockLevel, StockHold, string)?)(level, new StockHold(orderId, line.Sku, line.Quantity, HoldState.Held), "hold")),
    };

    private async Task EachAsync(
        string orderId, IReadOnlyList<StockLine> lines, Func<StockLine, Func<StockView, (StockLevel, StockHold, string)?>> change, CancellationToken cancellation)
    {
        foreach (var line in lines.OrderBy(line => line.Sku, StringComparer.Ordinal))
        {
            var decide = change(line);
            await ChangeAsync(orderId, line.Sku, view => decide(view), cancellation);
        }
    }

    private async Task<Outcome<bool>> ChangeAsync(
        string orderId, string sku, Func<StockView, Outcome<(StockLevel Level, StockHold Hold, string Reason)?>> decide, CancellationToken cancellation, bool isNew = false)
    {
        using var lane = await lanes.EnterAsync(sku, cancellation);
        for (var attempt = 0; attempt < Limits.ConflictsMax; attempt++)
        {
            var view = isNew && attempt == 0 ? await store.ReadShelfAsync(sku, cancellation) : await store.ReadAsync(sku, orderId, cancellation);
            var decided = decide(view);
            if (!decided.IsOk)
                return decided.Problem;
            if (decided.Value is not { } change)
                return true;
            var move = new StockMove(sku, change.Reason, change.Hold.Quantity, orderId, time.GetUtcNow());
            if (StockLevel.IsNews(view.Level, change.Level))
                await watch.NoteAsync(sku, cancellation);
            if (await store.SaveAsync(view, change.Level, change.Hold, move, cancellation))
                return true;
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(1 << attempt, Limits.ConflictPauseMillisecondsMax)), time, cancellation);
        }
        throw new TimeoutException($"The stock of {sku} was busy for {Limits.ConflictsMax} attempts.");
    }
}
