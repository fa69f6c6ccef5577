using Kundli.Features;
using Kundli.Features.Catalog;

namespace Kundli.Adapters.Tests.Shop;

/// <summary>A catalog of any size, made of the one that comes with the product: names, prices and stock vary.</summary>
internal static class LargeCatalog
{
    private static readonly string[] Sizes = ["small", "large", "fine", "old", "white", "dark", "northern", "southern", "temple", "garden", "dwarf", "giant"];

    public static IReadOnlyList<Product> Make(int count)
    {
        var seed = SeedCatalog.ReadProducts();
        return [.. Enumerable.Range(0, count).Select(number =>
        {
            var product = seed[number % seed.Count];
            return product with
            {
                Slug = $"{product.Slug}-{number}",
                Name = new LocalText($"{product.Name.En}, {Sizes[number / seed.Count % Sizes.Length]} {number}", $"{product.Name.Hi} {number}"),
                Variants = [.. product.Variants.Select(variant => variant with { Sku = $"{variant.Sku}-{number}", Available = number * 7 % 5 == 0 ? 0 : 10, Price = variant.Price with { Amount = variant.Price.Amount + (number % 97 * 100) } })],
            };
        }).OrderBy(product => product.Slug, StringComparer.Ordinal)];
    }
}
