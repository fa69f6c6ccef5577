using Kundli.Features;
using Kundli.Features.Catalog;
using Kundli.Features.Pictures;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class CatalogRoutes
{
    public const string Products = "api/v1/products";
    public const string Product = "api/v1/products/{slug}";
    public const string Picture = "api/v1/products/{slug}/picture.svg";
    public const string Categories = "api/v1/categories";
}

/// <summary>What the shop has.</summary>
public sealed class CatalogFunctions(ListProducts list, ReadProduct read, ListCategories categories, DrawProduct draw)
{
    private static readonly Cache PictureAge = Cache.Public(TimeSpan.FromDays(1));
    private static readonly Cache ListAge = Cache.Public(TimeSpan.FromSeconds(30));

    /// <summary>Lists, searches and filters products, with facets.</summary>
    [Function("ProductsList")]
    [Asks<ListProductsRequest>]
    [Answers<ProductList>(200)]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CatalogRoutes.Products)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<ListProductsRequest>(request).ThenAsync(query => list.RunAsync(query, cancellation)), ListAge);

    /// <summary>One product with its variants, live.</summary>
    [Function("ProductsRead")]
    [Answers<ProductView>(200)]
    [Fails("not-found")]
    public async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CatalogRoutes.Product)] HttpRequest request, string slug, CancellationToken cancellation) =>
        Answer.Ok(await read.RunAsync(slug, cancellation), Cache.Revalidate);

    /// <summary>The picture of a product, drawn for light or for dark pages.</summary>
    [Function("ProductsPicture")]
    [Asks<PictureQuery>]
    [Answers<string>(200, "image/svg+xml")]
    [Fails("not-found")]
    public async Task<IResult> Picture([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CatalogRoutes.Picture)] HttpRequest request, string slug, CancellationToken cancellation) =>
        Answer.File(await Query.Read<PictureQuery>(request).ThenAsync(query => draw.RunAsync(slug, query.Theme, cancellation)), "image/svg+xml", PictureAge);

    /// <summary>The categories with the number of their products.</summary>
    [Function("CategoriesList")]
    [Answers<Page<CategoryView>>(200)]
    public async Task<IResult> Categories([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CatalogRoutes.Categories)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await categories.RunAsync(cancellation), ListAge);
}

/// <summary>How a picture is asked for.</summary>
/// <param name="Theme">For light or for dark pages.</param>
internal sealed record PictureQuery(PictureTheme Theme = PictureTheme.Light);
