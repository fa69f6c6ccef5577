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

/// <summary>One snapshot of the catalog, indexed; immutable, so that any number of requests may ask it at once.</summary>
public sealed class CatalogIndex
{
    private readonly Product[] _products;
    private readonly CatalogSearch _search;
    private readonly Dictionary<string, Product> _bySku;
    private readonly Dictionary<string, Product> _bySlug;
    private readonly Dictionary<string, IReadOnlyList<string>>[] _values;

    /// <summary>Indexes a snapshot.</summary>
    public CatalogIndex(CatalogSnapshot snapshot)
    {
        Version = snapshot.Version;
        MadeAt = snapshot.MadeAt;
        _products = [.. snapshot.Products.Where(product => product.Listed)];
        _search = new CatalogSearch(_products);
        _bySku = _products.SelectMany(product => product.Variants.Select(variant => (variant.Sku, product))).ToDictionary(pair => pair.Sku, pair => pair.product, StringComparer.Ordinal);
        _bySlug = _products.ToDictionary(product => product.Slug, StringComparer.Ordinal);
        _values = [.. _products.Select(product => FacetNames.ToDictionary(name => name, name => ValuesOf(product, name), StringComparer.Ordinal))];
    }

    /// <summary>An empty shop.</summary>
    public static CatalogIndex Empty { get; } = new(new CatalogSnapshot(0, DateTimeOffset.UnixEpoch, []));

    /// <summary>The facets that every list counts.</summary>
    public static IReadOnlyList<string> FacetNames { get; } = ["category", "collection", "nakshatra", "graha", "rashi", "offer", "light", "water", "toxicity"];

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

    /// <summary>What fits, sorted, as a page with facets; null when the token is none of ours.</summary>
    public CatalogPage? List(ProductFilter filter, ProductSort sort, int limit, string? after)
    {
        var scores = string.IsNullOrWhiteSpace(filter.Query) ? null : _search.Find(filter.Query);
        var found = (scores is null ? Enumerable.Range(0, _products.Length) : scores.Keys).Where(index => FitsPriceAndStock(_products[index], filter)).ToArray();
        var facets = FacetNames.ToDictionary(name => name, name => Count(found, filter, name), StringComparer.Ordinal);
        var keyed = found.Where(index => FitsFacets(index, filter, except: null))
            .Select(index => (Key: SortKey(index, sort, scores), Index: index)).OrderBy(entry => entry.Key, StringComparer.Ordinal).ToArray();
        var start = 0;
        if (after is not null)
        {
            if (Decode(after) is not { } last)
                return null;
            // The token is the last key, not a count: what was added before it in the meantime shifts nothing.
            start = Array.FindIndex(keyed, entry => string.CompareOrdinal(entry.Key, last) > 0);
            start = start < 0 ? keyed.Length : start;
        }
        var page = keyed.Skip(start).Take(limit).ToArray();
        var next = start + page.Length < keyed.Length ? Encode(page[^1].Key) : null;
        return new CatalogPage([.. page.Select(entry => _products[entry.Index])], next, keyed.Length, facets);
    }

    /// <summary>The lowest price of a product.</summary>
    public static long PriceOf(Product product) => product.Variants.Min(variant => variant.Price.Amount);

    private static bool FitsPriceAndStock(Product product, ProductFilter filter) =>
        (filter.MinPrice is not { } min || product.Variants.Any(variant => variant.Price.Amount >= min))
        && (filter.MaxPrice is not { } max || product.Variants.Any(variant => variant.Price.Amount <= max && variant.Price.Amount >= (filter.MinPrice ?? 0)))
        && (filter.InStock is not { } wanted || product.Variants.Any(variant => variant.Available > 0) == wanted);

    private bool FitsFacets(int index, ProductFilter filter, string? except)
    {
        foreach (var (name, wanted) in filter.Facets)
            if (name != except && wanted.Count > 0 && !_values[index][name].Any(value => wanted.Contains(value, StringComparer.Ordinal)))
                return false;
        return true;
    }

    private IReadOnlyList<FacetCount> Count(int[] found, ProductFilter filter, string name)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var index in found)
            if (FitsFacets(index, filter, except: name))
                foreach (var value in _values[index][name])
                    counts[value] = counts.GetValueOrDefault(value) + 1;
        return [.. counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new FacetCount(entry.Key, entry.Value))];
    }

    private string SortKey(int index, ProductSort sort, IReadOnlyDictionary<int, int>? scores)
    {
        var product = _products[index];
        var lead = sort switch
        {
            ProductSort.Price => $"{PriceOf(product):D12}",
            ProductSort.PriceDescending => $"{999_999_999_999 - PriceOf(product):D12}",
            ProductSort.Name => "",
            _ => $"{9_999 - (scores?[index] ?? 0):D4}{product.Rank:D2}",
        };
        return $"{lead}|{product.Name.En.ToLowerInvariant()}|{product.Slug}";
    }

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
