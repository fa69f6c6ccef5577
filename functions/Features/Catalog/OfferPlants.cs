namespace Kundli.Features.Catalog;

/// <summary>A product that may be offered beside a plant.</summary>
/// <param name="Sku">Stock-keeping unit.</param>
/// <param name="Slug">Its product.</param>
/// <param name="Title">English title.</param>
/// <param name="Price">With GST.</param>
/// <param name="Available">Whether it can be had.</param>
/// <param name="Href">Path of the product.</param>
public sealed record PlantOffer(string Sku, string Slug, string Title, Money Price, bool Available, string Href)
{
    /// <summary>Title in Hindi.</summary>
    public required string TitleHindi { get; init; }
}

/// <summary>Finds what the shop has of a plant: pot-sized first, then for open ground, then planted by a partner, then seeds.</summary>
public sealed class OfferPlants(ICatalogIndex catalog)
{
    private static readonly string?[] Order = ["pot", "land", "plantItForMe", null];

    /// <summary>The offers for one plant; none where its species is not sold.</summary>
    /// <param name="plantSlug">Key of the plant, the same as in remedies and the finder.</param>
    /// <param name="withChildrenOrPets">Whether the home has children or pets: then what is only for adults is left out.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<PlantOffer>> RunAsync(string plantSlug, bool withChildrenOrPets, CancellationToken cancellation)
    {
        var index = await catalog.CurrentAsync(cancellation);
        return
        [
            .. index.OfPlant(plantSlug)
                .Where(product => product.Policy == SalePolicy.Sold || (product.Policy == SalePolicy.AdultsWithWarning && !withChildrenOrPets))
                .SelectMany(product => product.Variants.Select(variant => (product, variant)))
                .OrderBy(entry => entry.product.Rank).ThenBy(entry => Array.IndexOf(Order, entry.variant.Offer)).ThenBy(entry => entry.variant.Sku, StringComparer.Ordinal)
                .Select(entry => new PlantOffer(
                    entry.variant.Sku, entry.product.Slug, $"{entry.product.Name.En}, {entry.variant.Title.En}", entry.variant.Price, entry.variant.Available > 0,
                    ProductView.HrefOf(entry.product.Slug))
                {
                    TitleHindi = $"{entry.product.Name.Hi}, {entry.variant.Title.Hi}",
                }),
        ];
    }
}
