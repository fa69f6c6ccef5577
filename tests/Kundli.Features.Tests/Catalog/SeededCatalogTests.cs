using Kundli.Features.Catalog;
using Kundli.Features.Pricing;
using Xunit;

namespace Kundli.Features.Tests.Catalog;

public sealed class SeededCatalogTests
{
    private static readonly IReadOnlyList<Product> Products = SeedCatalog.ReadProducts();
    private static readonly CatalogIndex Index = new(new CatalogSnapshot(1, DateTimeOffset.UnixEpoch, [.. Products.Select(product => product with
    {
        Variants = [.. product.Variants.Select(variant => variant with { Available = variant.InitialStock })],
    })]));

    [Fact]
    public void The_catalog_is_large_and_every_row_is_complete()
    {
        Assert.InRange(Products.Count, 60, Limits.ProductsMax);
        Assert.Equal(Products.Count, Products.Select(product => product.Slug).Distinct().Count());
        Assert.Equal(Products.Sum(product => product.Variants.Count), Products.SelectMany(product => product.Variants).Select(variant => variant.Sku).Distinct().Count());
        Assert.All(Products, product =>
        {
            Assert.Contains(product.Category, Categories.All.Select(category => category.Slug));
            Assert.InRange(product.RateOn(new DateOnly(2026, 4, 1)).MilliPercent, 0, 40_000);
            Assert.NotEmpty(product.Name.Hi);
            Assert.NotEmpty(product.Terms.En);
            Assert.Matches("^[0-9]{4,8}$", product.Hsn);
            Assert.NotEmpty(product.Variants);
            Assert.True(product.CountryOfOrigin == "IN" || product.Importer is not null);
            Assert.All(product.Variants, variant =>
            {
                Assert.Matches("^[A-Z0-9-]{3,40}$", variant.Sku);
                Assert.InRange(variant.Price.Amount, 1, variant.OriginalPrice.Amount);
                Assert.InRange(variant.OriginalPrice.Amount, 1, variant.Mrp.Amount);
            });
        });
    }

    [Fact]
    public async Task A_home_with_children_or_pets_is_offered_nothing_that_is_for_adults_alone()
    {
        var offers = new OfferPlants(new Seeded());
        foreach (var plant in Products.SelectMany(product => product.Attributes.GetValueOrDefault("plant") ?? []).Distinct())
        {
            var (all, safe) = (await offers.RunAsync(plant, false, default), await offers.RunAsync(plant, true, default));
            Assert.All(safe, offer => Assert.Equal(SalePolicy.Sold, Products.Single(product => product.Slug == offer.Slug).Policy));
            Assert.Equal(safe, all.Where(offer => Products.Single(product => product.Slug == offer.Slug).Policy == SalePolicy.Sold));
        }
        Assert.Equal(["PL-AAK-POT", "PL-AAK-LAND", "WK-AAK"], (await offers.RunAsync("aak", false, default)).Select(offer => offer.Sku).OrderBy(sku => sku == "WK-AAK").ThenByDescending(sku => sku));
        // What a partner plants elsewhere does not come into the home.
        Assert.Equal(["WK-AAK"], (await offers.RunAsync("aak", true, default)).Select(offer => offer.Sku));
    }

    [Theory]
    [InlineData("Strychnos")]
    [InlineData("Abrus")]
    [InlineData("Datura")]
    [InlineData("Gloriosa")]
    [InlineData("Nerium")]
    public void A_species_that_must_not_be_sold_is_not_there(string genus) =>
        Assert.DoesNotContain(Products, product => product.ScientificName?.StartsWith(genus, StringComparison.Ordinal) == true);

    [Fact]
    public void Each_birth_star_has_a_pot_a_sapling_and_a_tree_planted_by_a_partner()
    {
        var stars = Products.SelectMany(product => product.Attributes.GetValueOrDefault("nakshatra") ?? []).Distinct().ToArray();
        Assert.Equal(27, stars.Length);
        Assert.All(stars, star => Assert.Superset(
            new HashSet<string?> { "pot", "land", "plantItForMe" },
            new HashSet<string?>(Products.Where(product => product.Attributes.GetValueOrDefault("nakshatra")?.Contains(star) == true).SelectMany(product => product.Variants).Select(variant => variant.Offer))));
    }

    [Fact]
    public void The_star_of_a_poisonous_tree_offers_its_safe_variant_first()
    {
        var first = Index.List(new ProductFilter { Facets = new Dictionary<string, IReadOnlyList<string>> { ["nakshatra"] = ["ashwini"] } }, ProductSort.Relevance, 5, null)!.Items[0];
        Assert.Equal("vasaka", first.Slug);
        Assert.All(Products.Where(product => product.ScientificName?.StartsWith("Calotropis", StringComparison.Ordinal) == true && product.Kind == GoodsKind.LivePlant),
            product => Assert.Equal(SalePolicy.AdultsWithWarning, product.Policy));
    }

    [Theory]
    [InlineData("tulsi")]
    [InlineData("TULSI")]
    [InlineData("tuls")]
    [InlineData("tulasi")]
    [InlineData("तुलसी")]
    [InlineData("holy basil")]
    [InlineData("Ocimum")]
    [InlineData("ocimun")]
    public void The_same_plant_is_found_by_word_beginning_typo_and_hindi(string query) =>
        Assert.Contains(Index.List(new ProductFilter { Query = query }, ProductSort.Relevance, 5, null)!.Items, product => product.Slug is "tulsi" or "tulsi-seeds");

    [Fact]
    public void Nothing_is_found_for_nonsense() => Assert.Empty(Index.List(new ProductFilter { Query = "xqzzyv" }, ProductSort.Relevance, 5, null)!.Items);

    [Fact]
    public void Pages_join_to_the_whole_list_in_its_order()
    {
        foreach (var sort in Enum.GetValues<ProductSort>())
        {
            var (all, after) = (new List<Product>(), (string?)null);
            do
            {
                var page = Index.List(new ProductFilter(), sort, 17, after)!;
                Assert.Equal(Products.Count, page.Total);
                all.AddRange(page.Items);
                after = page.Next;
            }
            while (after is not null);
            Assert.Equal(Products.Count, all.Select(product => product.Slug).Distinct().Count());
            if (sort == ProductSort.Price)
                Assert.Equal(all.Select(CatalogIndex.PriceOf).Order(), all.Select(CatalogIndex.PriceOf));
        }
    }

    [Fact]
    public void A_facet_counts_what_would_remain_and_is_not_narrowed_by_itself()
    {
        var filter = new ProductFilter { Facets = new Dictionary<string, IReadOnlyList<string>> { ["category"] = ["gemstones"] } };
        var page = Index.List(filter, ProductSort.Name, 100, null)!;
        Assert.Equal(9, page.Total);
        Assert.Equal(9, page.Facets["graha"].Sum(value => value.Count));
        Assert.Contains(page.Facets["category"], value => value.Value == "saplings" && value.Count > 27);
    }

    [Fact]
    public void A_token_that_is_none_of_ours_is_told_apart() => Assert.Null(Index.List(new ProductFilter(), ProductSort.Name, 5, "!!"));

    private sealed class Seeded : ICatalogIndex
    {
        public ValueTask<CatalogIndex> CurrentAsync(CancellationToken cancellation) => new(Index);
    }
}
