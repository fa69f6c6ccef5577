using Kundli.Features.Pricing;

namespace Kundli.Features.Catalog;

/// <summary>
/// A product as the lists show it, beside something else: of a plant, a cart's line or an order's. It comes from the snapshot in memory, so that any number of
/// them costs no call to the store; what its own page says of the shelf is newer by at most the snapshot's age.
/// </summary>
public sealed class SeeProduct(ICatalogIndex catalog, TimeProvider time)
{
    /// <summary>The listed product of a slug, or null.</summary>
    public async Task<ProductView?> OfSlugAsync(string slug, CancellationToken cancellation) => View((await catalog.CurrentAsync(cancellation)).BySlug(slug));

    /// <summary>The listed product of a SKU, or null.</summary>
    public async Task<ProductView?> OfSkuAsync(string sku, CancellationToken cancellation) => View((await catalog.CurrentAsync(cancellation)).BySku(sku));

    private ProductView? View(Product? product) => product is null ? null : ProductView.Of(product, Days.Today(time));
}
