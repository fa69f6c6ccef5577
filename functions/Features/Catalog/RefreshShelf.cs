using Kundli.Features.Due;
using Kundli.Features.Stock;

namespace Kundli.Features.Catalog;

/// <summary>
/// Brings what lists say of a shelf up to date some seconds after it sold out, came back, or ran low. The marker is written before the shelf changes; markers of one SKU
/// within a few seconds are one, so that a rush costs one snapshot.
/// </summary>
public sealed class RefreshShelf(ICatalogIndex catalog, PublishCatalog publish, IStockStore stock, ILowShelves low, IDueMarkers due, TimeProvider time) : IDueWork, IShelfWatch
{
    /// <summary>Kind of the due markers of shelves.</summary>
    public const string MarkerKind = "shelf";

    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public string Kind => MarkerKind;

    /// <inheritdoc/>
    public Task NoteAsync(string sku, CancellationToken cancellation)
    {
        // At the end of the step after this one: the change itself is over by then, and later ones of the same step find this marker.
        var at = new DateTimeOffset((time.GetUtcNow().UtcTicks / Step.Ticks + 2) * Step.Ticks, TimeSpan.Zero);
        return due.SetAsync(new DueMarker(MarkerKind, sku, at), cancellation);
    }

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        if (await stock.ReadLevelAsync(targetId, cancellation) is not { } level)
            return null;
        await low.ListAsync(level, cancellation);
        if (level.IsLow)
            await due.SetAsync(ReportLowStock.NextAfter(time.GetUtcNow()), cancellation);
        if ((await catalog.CurrentAsync(cancellation)).BySku(targetId) is { } product && product.VariantOf(targetId)!.Available > 0 != level.Available > 0)
            await publish.RunAsync([product.Slug], cancellation);
        return null;
    }
}
