using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kundli.Features.Stock;

namespace Kundli.Features.Catalog;

/// <summary>
/// Puts the catalog that comes with the product into an empty shop: products, first stock and the first snapshot. Repeating it changes nothing; products
/// that an administrator has changed stay as they are.
/// </summary>
public sealed class SeedCatalog(IProductStore products, ReceiveStock receive, PublishCatalog publish, ICatalogSnapshots snapshots)
{
    private const int AtOnce = 8;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <summary>The products that come with the product.</summary>
    public static IReadOnlyList<Product> ReadProducts()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Kundli.Features.Catalog.Data.catalog.json")
            ?? throw new InvalidOperationException("The catalog is not embedded.");
        return JsonSerializer.Deserialize<IReadOnlyList<Product>>(stream, Json)!;
    }

    /// <summary>Seeds what is missing.</summary>
    /// <returns>How many products were new.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var seed = ReadProducts();
        // Every process of a local host asks at its start; a snapshot that holds them all says that it was done.
        if (await snapshots.ReadNewerAsync(0, cancellation) is { } newest && seed.All(product => newest.Products.Any(known => known.Slug == product.Slug)))
            return 0;
        var added = 0;
        await Parallel.ForEachAsync(seed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (product, token) =>
        {
            if (await products.SaveAsync(product, null, token))
                Interlocked.Increment(ref added);
            foreach (var variant in product.Variants)
                await receive.RunAsync(variant.Sku, variant.InitialStock, "seed", token);
        });
        await publish.RunAsync([.. seed.Select(product => product.Slug)], cancellation);
        return added;
    }
}
