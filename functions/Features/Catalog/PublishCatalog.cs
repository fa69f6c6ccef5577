namespace Kundli.Features.Catalog;

/// <summary>Makes the next snapshot: the newest one with some products read anew. No scan over all products is ever needed.</summary>
public sealed class PublishCatalog(IProductStore products, IShelves shelves, ICatalogSnapshots snapshots, TimeProvider time)
{
    private const int ConflictsMax = 20;
    private const int ReadsAtOnce = 16;

    /// <summary>Publishes the products of these slugs as they are now.</summary>
    /// <returns>The version that holds them.</returns>
    public async Task<long> RunAsync(IReadOnlyCollection<string> slugs, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < ConflictsMax; attempt++)
        {
            var newest = await snapshots.ReadNewerAsync(0, cancellation);
            var merged = new SortedDictionary<string, Product>(StringComparer.Ordinal);
            foreach (var product in newest?.Products ?? [])
                merged[product.Slug] = product;
            foreach (var chunk in slugs.Chunk(ReadsAtOnce))
                foreach (var (slug, product) in chunk.Zip(await Task.WhenAll(chunk.Select(slug => ReadAsync(slug, cancellation)))))
                    if (product is { Listed: true })
                        merged[slug] = product;
                    else
                        merged.Remove(slug);
            var next = new CatalogSnapshot((newest?.Version ?? 0) + 1, time.GetUtcNow(), [.. merged.Values]);
            if (await snapshots.PublishAsync(next, cancellation))
                return next.Version;
        }
        throw new TimeoutException($"Others published {ConflictsMax} snapshots in a row.");
    }

    private async Task<Product?> ReadAsync(string slug, CancellationToken cancellation)
    {
        if (await products.ReadAsync(slug, cancellation) is not { } read)
            return null;
        var available = await shelves.AvailableAsync([.. read.Product.Variants.Select(variant => variant.Sku)], cancellation);
        return read.Product with { Variants = [.. read.Product.Variants.Select(variant => variant with { Available = available[variant.Sku] })] };
    }
}
