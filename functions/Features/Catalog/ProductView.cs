using Kundli.Features.Pricing;

namespace Kundli.Features.Catalog;

/// <summary>A product as a list shows it.</summary>
/// <param name="Slug">Name in paths.</param>
/// <param name="Title">English name.</param>
/// <param name="Names">Both names.</param>
/// <param name="ScientificName">Of a plant.</param>
/// <param name="Category">Its category.</param>
/// <param name="Sku">The variant that the price is of: the cheapest.</param>
/// <param name="Price">Lowest price of its variants.</param>
/// <param name="OriginalPrice">That variant's price before it was lowered.</param>
/// <param name="InStock">Whether any variant can be had.</param>
/// <param name="Image">Its picture.</param>
/// <param name="Attributes">Its facets.</param>
/// <param name="Href">Path of the product.</param>
public sealed record ProductCard(
    string Slug, string Title, LocalText Names, string? ScientificName, string Category, string Sku, Money Price, Money OriginalPrice, bool InStock,
    ProductImage Image, IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes, string Href)
{
    /// <summary>The card of a product.</summary>
    public static ProductCard Of(Product product)
    {
        var cheapest = product.Variants.MinBy(variant => (variant.Price.Amount, variant.Sku))!;
        return new ProductCard(
            product.Slug, product.Name.En, product.Name, product.ScientificName, product.Category, cheapest.Sku, cheapest.Price, cheapest.OriginalPrice,
            product.Variants.Any(variant => variant.Available > 0), product.Image, product.Attributes, ProductView.HrefOf(product.Slug));
    }
}

/// <summary>A variant as its page shows it.</summary>
/// <param name="Sku">Stock-keeping unit.</param>
/// <param name="Title">English title.</param>
/// <param name="Titles">Both titles.</param>
/// <param name="Price">With GST.</param>
/// <param name="OriginalPrice">Before it was lowered.</param>
/// <param name="Mrp">Maximum retail price.</param>
/// <param name="Available">Units that can be had now.</param>
/// <param name="Hsn">HSN or SAC.</param>
/// <param name="NetQuantity">What one unit holds.</param>
/// <param name="WeightGrams">Weight as sent.</param>
/// <param name="Offer">How a star's plant is offered, or null.</param>
/// <param name="Attributes">Facets of the product.</param>
public sealed record VariantView(
    string Sku, string Title, LocalText Titles, Money Price, Money OriginalPrice, Money Mrp, int Available, string Hsn, string NetQuantity, int WeightGrams,
    string? Offer, IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes);

/// <summary>A product as its page shows it, with the declarations that the law asks for.</summary>
/// <param name="Slug">Name in paths.</param>
/// <param name="Title">English name.</param>
/// <param name="Names">Both names.</param>
/// <param name="Description">What it is.</param>
/// <param name="ScientificName">Of a plant.</param>
/// <param name="Category">Its category.</param>
/// <param name="Collections">Its collections.</param>
/// <param name="Kind">Kind of goods.</param>
/// <param name="Policy">Sale policy.</param>
/// <param name="Warning">To be shown, or null.</param>
/// <param name="Attributes">Facets and care.</param>
/// <param name="GstPercent">GST within the prices.</param>
/// <param name="CountryOfOrigin">ISO 3166-1 alpha-2.</param>
/// <param name="Importer">Or null.</param>
/// <param name="Terms">Return, warranty, delivery.</param>
/// <param name="Image">Its picture.</param>
/// <param name="Variants">At least one.</param>
/// <param name="Href">Path of the product.</param>
public sealed record ProductView(
    string Slug, string Title, LocalText Names, LocalText Description, string? ScientificName, string Category, IReadOnlyList<string> Collections, GoodsKind Kind,
    SalePolicy Policy, LocalText? Warning, IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes, decimal GstPercent, string CountryOfOrigin, string? Importer,
    LocalText Terms, ProductImage Image, IReadOnlyList<VariantView> Variants, string Href)
{
    /// <summary>The path of a product.</summary>
    public static string HrefOf(string slug) => $"/api/v1/products/{slug}";

    /// <summary>The page of a product whose variants know what is available.</summary>
    public static ProductView Of(Product product, DateOnly today) => new(
        product.Slug, product.Name.En, product.Name, product.Description, product.ScientificName, product.Category, product.Collections, product.Kind, product.Policy,
        product.Warning, product.Attributes, product.RateOn(today).AsPercent(), product.CountryOfOrigin, product.Importer, product.Terms, product.Image,
        [.. product.Variants.Select(variant => new VariantView(
            variant.Sku, variant.Title.En, variant.Title, variant.Price, variant.OriginalPrice, variant.Mrp, variant.Available, product.Hsn, variant.NetQuantity,
            variant.WeightGrams, variant.Offer, product.Attributes))],
        HrefOf(product.Slug));
}
