namespace Kundli.Features.Stock;

/// <summary>Puts units on the shelf, once per delivery note.</summary>
public sealed class ReceiveStock(IStockStore store, StockLanes lanes, TimeProvider time)
{
    /// <summary>The shelf afterwards; the same delivery note again changes nothing. A negative quantity corrects, and may be refused as <c>out-of-stock</c>.</summary>
    public async Task<Outcome<StockLevel>> RunAsync(string sku, int quantity, string deliveryNote, CancellationToken cancellation)
    {
        using var lane = await lanes.EnterAsync(sku, cancellation);
        for (var attempt = 0; attempt < Limits.ConflictsMax; attempt++)
        {
            var view = await store.ReadAsync(sku, deliveryNote, cancellation);
            if (view.Hold is not null)
                return view.Level!;
            var level = (view.Level ?? StockLevel.Empty(sku)).Receive(quantity);
            if (!level.IsOk)
                return level.Problem;
            var note = new StockHold(deliveryNote, sku, quantity, HoldState.Received);
            if (await store.SaveAsync(view, level.Value, note, new StockMove(sku, "receive", quantity, deliveryNote, time.GetUtcNow()), cancellation))
                return level;
        }
        throw new TimeoutException($"The stock of {sku} was busy for {Limits.ConflictsMax} attempts.");
    }
}
