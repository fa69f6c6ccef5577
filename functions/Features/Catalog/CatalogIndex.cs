using System.Text;

namespace Kundli.Features.Catalog;

/// <summary>In which order a list comes.</summary>
public enum ProductSort
{
    /// <summary>Closest to the search text first; without a text, by rank and name.</summary>
    Relevance,

    /// <summary>By English name.</summary>
    Name,

    /// <summary>Cheapest first.</summary>
    Price,

    /// <summary>Dearest first.</summary>
    PriceDescending,
}

/// <summary>What a list is asked for; null means any.</summary>
public sealed record ProductFilter
{
    /// <summary>Words to find.</summary>
    public string? Query { get; init; }

    /// <summary>Lowest price in paise.</summary>
    public long? MinPrice { get; init; }

    /// <summary>Highest price in paise.</summary>
    public long? MaxPrice { get; init; }

    /// <summary>Only what is in stock (true), or only what is not (false).</summary>
    public bool? InStock { get; init; }

    /// <summary>Facet by facet the values of which one must hold.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}

/// <summary>A value of a facet and how many products of the list would remain with it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">Products.</param>
public sealed record FacetCount(string Value, int Count);

/// <summary>A part of the catalog that fits a filter.</summary>
/// <param name="Items">A page of products.</param>
/// <param name="Next">Token of the next page, or null.</param>
/// <param name="Total">Products that fit.</param>
/// <param name="Facets">Facet by facet the values with their counts; a facet's own filter does not narrow its counts.</param>
public sealed record CatalogPage(IReadOnlyList<Product> Items, string? Next, int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets);

/// <summary>
/// One snapshot of the catalog, indexed; immutable, so that any number of requests may ask it at once. Each value of a facet is a set of bits, one per product, and each
/// order of the list is laid down beforehand: a list of ten thousand products is a few thousand operations on words.
/// </summary>
public sealed class CatalogIndex
{
    private readonly Product[] _products;
    private readonly string[] _names;
    private readonly ProductSet _inStock;
    private readonly CatalogSearch _search;
    private readonly Dictionary<string, Product> _bySku;
    private readonly Dictionary<string, Product> _bySlug;
    private readonly ILookup<string, Product> _byPlant;
    private readonly Dictionary<string, Dictionary<string, ProductSet>> _facets;
    private readonly Dictionary<ProductSort, int[]> _orders;

    /// <summary>Indexes a snapshot.</summary>
    public CatalogIndex(CatalogSnapshot snapshot)
    {
        Version = snapshot.Version;
        MadeAt = snapshot.MadeAt;
        _products = [.. snapshot.Products.Where(product => product.Listed)];
        _names = [.. _products.Select(product => $"|{product.Name.En.ToLowerInvariant()}|{product.Slug}")];
        _inStock = ProductSet.Of(_products.Length, Enumerable.Range(0, _products.Length).Where(index => _products[index].Variants.Any(variant => variant.Available > 0)));
        _search = new CatalogSearch(_products);
        _bySku = _products.SelectMany(product => product.Variants.Select(variant => (variant.Sku, product))).ToDictionary(pair => pair.Sku, pair => pair.product, StringComparer.Ordinal);
        _bySlug = _products.ToDictionary(product => product.Slug, StringComparer.Ordinal);
        _byPlant = _products.SelectMany(product => ValuesOf(product, "plant").Distinct(StringComparer.Ordinal).Select(plant => (plant, product))).ToLookup(pair => pair.plant, pair => pair.product, StringComparer.Ordinal);
        _facets = FacetNames.ToDictionary(name => name, SetsOf, StringComparer.Ordinal);
        _orders = Enum.GetValues<ProductSort>().ToDictionary(sort => sort, sort =>
        {
            var order = Enumerable.Range(0, _products.Length).ToArray();
            Array.Sort([.. order.Select(index => SortKey(index, sort, null))], order, StringComparer.Ordinal);
            return order;
        });
    }

    /// <summary>The facets that every list counts.</summary>
    public static IReadOnlyList<string> FacetNames { get; } = ["category", "collection", "nakshatra", "graha", "rashi", "offer", "light", "water", "toxicity"];

    /// <summary>An empty shop. It stands below the names of the facets, which it needs when it is made.</summary>
    public static CatalogIndex Empty { get; } = new(new CatalogSnapshot(0, DateTimeOffset.UnixEpoch, []));

    /// <summary>Version of the snapshot.</summary>
    public long Version { get; }

    /// <summary>When the snapshot was made.</summary>
    public DateTimeOffset MadeAt { get; }

    /// <summary>All listed products.</summary>
    public IReadOnlyList<Product> Products => _products;

    /// <summary>The product of a SKU, or null.</summary>
    public Product? BySku(string sku) => _bySku.GetValueOrDefault(sku);

    /// <summary>The product of a slug, or null.</summary>
    public Product? BySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    /// <summary>The products of a plant, by its key in the tables of the tradition.</summary>
    public IEnumerable<Product> OfPlant(string plantSlug) => _byPlant[plantSlug];

    /// <summary>What fits, sorted, as a page with facets; null when the token is none of ours.</summary>
    public CatalogPage? List(ProductFilter filter, ProductSort sort, int limit, string? after)
    {
        string? last = null;
        if (after is not null && (last = Decode(after)) is null)
            return null;
        var scores = string.IsNullOrWhiteSpace(filter.Query) ? null : _search.Find(filter.Query);
        var found = Found(filter, scores);
        var wanted = filter.Facets.Where(facet => facet.Value.Count > 0).ToDictionary(facet => facet.Key, facet => Union(facet.Key, facet.Value), StringComparer.Ordinal);
        var fitting = wanted.Values.Aggregate(found, (set, facet) => set.And(facet));
        var page = Page(fitting, sort, scores, last).Take(limit + 1).ToArray();
        return new CatalogPage(
            [.. page.Take(limit).Select(index => _products[index])], page.Length > limit ? Encode(SortKey(page[limit - 1], sort, scores)) : null, fitting.Count(),
            FacetNames.ToDictionary(name => name, name => Counts(name, found, wanted), StringComparer.Ordinal));
    }

    /// <summary>The lowest price of a product.</summary>
    public static long PriceOf(Product product) => product.Variants.Min(variant => variant.Price.Amount);

    private ProductSet Found(ProductFilter filter, IReadOnlyDictionary<int, int>? scores)
    {
        var set = scores is null ? ProductSet.All(_products.Length) : ProductSet.Of(_products.Length, scores.Keys);
        if (filter.InStock is { } inStock)
            set = inStock ? set.And(_inStock) : set.Except(_inStock);
        return filter is { MinPrice: null, MaxPrice: null } ? set : set.Where(index => FitsPrice(_products[index], filter.MinPrice ?? 0, filter.MaxPrice ?? long.MaxValue));
    }

    private static bool FitsPrice(Product product, long min, long max)
    {
        for (var variant = 0; variant < product.Variants.Count; variant++)
            if (product.Variants[variant].Price.Amount >= min && product.Variants[variant].Price.Amount <= max)
                return true;
        return false;
    }

    private ProductSet Union(string facet, IReadOnlyList<string> values) =>
        values.Select(value => _facets[facet].GetValueOrDefault(value)).OfType<ProductSet>().Aggregate(ProductSet.None(_products.Length), (union, set) => union.Or(set));

    /// <summary>A facet's own filter does not narrow its counts, so that another value can still be chosen.</summary>
    private IReadOnlyList<FacetCount> Counts(string name, ProductSet found, Dictionary<string, ProductSet> wanted)
    {
        var others = wanted.Where(facet => facet.Key != name).Aggregate(found, (set, facet) => set.And(facet.Value));
        return
        [
            .. _facets[name].Select(value => new FacetCount(value.Key, value.Value.CountIn(others))).Where(count => count.Count > 0)
                .OrderByDescending(count => count.Count).ThenBy(count => count.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>What fits, in order, from behind the last key on. The token is a key, not a count: what was added before it in the meantime shifts nothing.</summary>
    private IEnumerable<int> Page(ProductSet fitting, ProductSort sort, IReadOnlyDictionary<int, int>? scores, string? last)
    {
        var order = _orders[sort];
        if (sort == ProductSort.Relevance && scores is not null)
        {
            order = [.. scores.Keys];
            Array.Sort([.. order.Select(index => SortKey(index, sort, scores))], order, StringComparer.Ordinal);
        }
        var start = last is null ? 0 : FirstBehind(order, index => string.CompareOrdinal(SortKey(index, sort, scores), last) > 0);
        return order.Skip(start).Where(fitting.Has);
    }

    private static int FirstBehind(int[] order, Func<int, bool> isBehind)
    {
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (isBehind(order[middle]))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private string SortKey(int index, ProductSort sort, IReadOnlyDictionary<int, int>? scores) => sort switch
    {
        ProductSort.Price => $"{PriceOf(_products[index]):D12}",
        ProductSort.PriceDescending => $"{999_999_999_999 - PriceOf(_products[index]):D12}",
        ProductSort.Name => "",
        _ => $"{9_999 - (scores?.GetValueOrDefault(index) ?? 0):D4}{_products[index].Rank:D2}",
    } + _names[index];

    private Dictionary<string, ProductSet> SetsOf(string name) => _products.SelectMany((product, index) => ValuesOf(product, name).Select(value => (value, index)))
        .GroupBy(pair => pair.value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => ProductSet.Of(_products.Length, group.Select(pair => pair.index)), StringComparer.Ordinal);

    private static IReadOnlyList<string> ValuesOf(Product product, string name) => name switch
    {
        "category" => [product.Category],
        "collection" => product.Collections,
        "offer" => [.. product.Variants.Select(variant => variant.Offer).OfType<string>().Distinct(StringComparer.Ordinal)],
        _ => product.Attributes.GetValueOrDefault(name) ?? [],
    };

    private static string Encode(string key) => Convert.ToBase64String(Encoding.UTF8.GetBytes(key)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string? Decode(string token)
    {
        var padded = token.Replace('-', '+').Replace('_', '/');
        padded = padded.PadRight((padded.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written) : null;
    }
}
