using FluentValidation;

namespace Kundli.Features.Catalog;

/// <summary>What a list of products is asked for.</summary>
/// <param name="Query">Words in English or Hindi; a wrong letter is forgiven.</param>
/// <param name="Category">One or more categories.</param>
/// <param name="Collection">One or more collections.</param>
/// <param name="MinPrice">Lowest price in paise.</param>
/// <param name="MaxPrice">Highest price in paise.</param>
/// <param name="InStock">Only what is, or is not, in stock.</param>
/// <param name="Nakshatra">Plants of these birth stars.</param>
/// <param name="Graha">Of these grahas.</param>
/// <param name="Rashi">Of these signs.</param>
/// <param name="Offer"><c>pot</c>, <c>land</c>, <c>plantItForMe</c>.</param>
/// <param name="Sort">Order of the list.</param>
/// <param name="Limit">Items of a page.</param>
/// <param name="After">Token of the page before.</param>
public sealed record ListProductsRequest(
    string? Query = null, IReadOnlyList<string>? Category = null, IReadOnlyList<string>? Collection = null, long? MinPrice = null, long? MaxPrice = null, bool? InStock = null,
    IReadOnlyList<string>? Nakshatra = null, IReadOnlyList<string>? Graha = null, IReadOnlyList<string>? Rashi = null, IReadOnlyList<string>? Offer = null,
    ProductSort Sort = ProductSort.Relevance, int Limit = Page.LimitDefault, string? After = null);

/// <summary>What a list may be asked for.</summary>
public sealed class ListProductsRules : AbstractValidator<ListProductsRequest>
{
    /// <summary>Declares the rules.</summary>
    public ListProductsRules()
    {
        RuleFor(request => request.Query).MaximumLength(Limits.QueryLengthMax).WithMessage($"has at most {Limits.QueryLengthMax} characters.");
        RuleFor(request => request.MinPrice).GreaterThanOrEqualTo(0).WithMessage("is in paise and not negative.");
        RuleFor(request => request.MaxPrice).GreaterThanOrEqualTo(0).WithMessage("is in paise and not negative.");
        RuleFor(request => request.MaxPrice).Must((request, max) => max >= request.MinPrice).When(request => request.MinPrice >= 0 && request.MaxPrice >= 0).WithMessage("is not below minPrice.");
        RuleFor(request => request.Limit).InclusiveBetween(1, Page.LimitMax).WithMessage($"must be from 1 to {Page.LimitMax}.");
    }
}

/// <summary>A page of products with facets.</summary>
/// <param name="Items">The products.</param>
/// <param name="Next">Token of the next page, or null.</param>
/// <param name="Total">Products that fit.</param>
/// <param name="Facets">Values with counts.</param>
public sealed record ProductList(IReadOnlyList<ProductCard> Items, string? Next, int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets);

/// <summary>Lists, searches and filters the catalog.</summary>
public sealed class ListProducts(ICatalogIndex catalog)
{
    /// <summary>A page of products; a token that is none of ours is an invalid field.</summary>
    public async Task<Outcome<ProductList>> RunAsync(ListProductsRequest request, CancellationToken cancellation)
    {
        var index = await catalog.CurrentAsync(cancellation);
        var filter = new ProductFilter
        {
            Query = request.Query,
            MinPrice = request.MinPrice,
            MaxPrice = request.MaxPrice,
            InStock = request.InStock,
            Facets = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
            {
                ["category"] = request.Category ?? [],
                ["collection"] = request.Collection ?? [],
                ["nakshatra"] = request.Nakshatra ?? [],
                ["graha"] = request.Graha ?? [],
                ["rashi"] = request.Rashi ?? [],
                ["offer"] = request.Offer ?? [],
            },
        };
        return index.List(filter, request.Sort, request.Limit, request.After) is { } page
            ? new ProductList([.. page.Items.Select(ProductCard.Of)], page.Next, page.Total, page.Facets)
            : Problem.Invalid(new FieldError("?after", "is not a token of this list."));
    }
}
