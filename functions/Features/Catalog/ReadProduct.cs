using Kundli.Features.Pricing;

namespace Kundli.Features.Catalog;

/// <summary>Reads one product live, with what is on the shelf now.</summary>
public sealed class ReadProduct(IProductStore products, IShelves shelves, TimeProvider time)
{
    /// <summary>The product's page.</summary>
    public async Task<Outcome<ProductView>> RunAsync(string slug, CancellationToken cancellation)
    {
        if (!IsSlug(slug) || await products.ReadAsync(slug, cancellation) is not { Product.Listed: true } found)
            return Problem.NotFound();
        var available = await shelves.AvailableAsync([.. found.Product.Variants.Select(variant => variant.Sku)], cancellation);
        var product = found.Product with { Variants = [.. found.Product.Variants.Select(variant => variant with { Available = available[variant.Sku] })] };
        return ProductView.Of(product, Days.Today(time));
    }

    /// <summary>Whether a text can be a slug at all.</summary>
    public static bool IsSlug(string text) => text.Length is > 0 and <= 80 && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}

/// <summary>The categories with how many products each lists.</summary>
/// <param name="Slug">Name in paths and filters.</param>
/// <param name="Name">Both names.</param>
/// <param name="Parent">Slug of the category above, or null.</param>
/// <param name="Count">Listed products.</param>
public sealed record CategoryView(string Slug, LocalText Name, string? Parent, int Count);

/// <summary>Lists the categories.</summary>
public sealed class ListCategories(ICatalogIndex catalog)
{
    /// <summary>All categories on one page.</summary>
    public async Task<Outcome<Page<CategoryView>>> RunAsync(CancellationToken cancellation)
    {
        var counts = (await catalog.CurrentAsync(cancellation)).Products.CountBy(product => product.Category).ToDictionary(StringComparer.Ordinal);
        return new Page<CategoryView>([.. Categories.All.Select(category => new CategoryView(category.Slug, category.Name, category.Parent, counts.GetValueOrDefault(category.Slug)))], null);
    }
}
