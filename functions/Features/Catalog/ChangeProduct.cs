using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using Kundli.Features.Stock;

namespace Kundli.Features.Catalog;

/// <summary>A product with its version, for who changes it.</summary>
/// <param name="Product">The product.</param>
/// <param name="Tag">The version as the store names it.</param>
public sealed record VersionedProduct(Product Product, string Tag)
{
    /// <summary>The version for <c>If-Match</c>: stores write their own with characters that a header does not bear.</summary>
    public string Version => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Tag)))[..24];
}

/// <summary>New prices of one variant, in paise with GST.</summary>
/// <param name="Sku">Which.</param>
/// <param name="Price">What one costs.</param>
/// <param name="OriginalPrice">What one cost before; null for the same.</param>
/// <param name="Mrp">Maximum retail price; null for the one that it has.</param>
public sealed record VariantPrice(string Sku, long Price, long? OriginalPrice = null, long? Mrp = null);

/// <summary>New prices of a product's variants; those not named keep theirs.</summary>
/// <param name="Variants">At least one.</param>
public sealed record ChangePricesRequest(IReadOnlyList<VariantPrice> Variants);

/// <summary>What new prices must be; whether they fit together is judged with the product.</summary>
public sealed class ChangePricesRules : AbstractValidator<ChangePricesRequest>
{
    /// <summary>Declares the rules.</summary>
    public ChangePricesRules()
    {
        RuleFor(request => request.Variants).Must(variants => variants.Count is > 0 and <= Limits.VariantsMax).WithMessage($"has 1 to {Limits.VariantsMax} variants.");
        RuleForEach(request => request.Variants).ChildRules(variant => variant.RuleFor(one => one.Price).GreaterThan(0).WithMessage("is in paise and more than 0."));
    }
}

/// <summary>Makes and changes products by hand; what changes is in the next snapshot at once.</summary>
public sealed class ChangeProduct(IProductStore products, ICatalogIndex catalog, PublishCatalog publish)
{
    private static readonly ProductRules Rules = new();

    /// <summary>A product as it is stored, listed or not.</summary>
    public async Task<Outcome<VersionedProduct>> ReadAsync(string slug, CancellationToken cancellation) =>
        ReadProduct.IsSlug(slug) && await products.ReadAsync(slug, cancellation) is { } read ? new VersionedProduct(read.Product, read.Tag) : Problem.NotFound();

    /// <summary>Makes a product; a slug that is taken is <c>product-exists</c>.</summary>
    public Task<Outcome<VersionedProduct>> CreateAsync(Product product, CancellationToken cancellation) => SaveAsync(product, null, cancellation);

    /// <summary>Puts a product in place of the version that was read; another version is <c>stale-version</c>.</summary>
    public async Task<Outcome<VersionedProduct>> ReplaceAsync(string slug, Product product, string? version, CancellationToken cancellation)
    {
        if (product.Slug != slug)
            return Problem.Invalid(new FieldError("/slug", "is the one of the path."));
        return await (await LoadAsync(slug, version, cancellation)).ThenAsync(loaded => SaveAsync(product, loaded.Tag, cancellation));
    }

    /// <summary>Changes prices of the version that was read.</summary>
    public async Task<Outcome<VersionedProduct>> PriceAsync(string slug, ChangePricesRequest request, string? version, CancellationToken cancellation)
    {
        var loaded = await LoadAsync(slug, version, cancellation);
        if (!loaded.IsOk)
            return loaded.Problem;
        var product = loaded.Value.Product;
        var unknown = request.Variants.Select((variant, place) => (variant, place)).Where(entry => product.VariantOf(entry.variant.Sku) is null)
            .Select(entry => new FieldError($"/variants/{entry.place}/sku", "is no variant of this product.")).ToArray();
        if (unknown.Length > 0)
            return Problem.Invalid(unknown);
        var next = product with { Variants = [.. product.Variants.Select(variant => request.Variants.LastOrDefault(price => price.Sku == variant.Sku) is { } price ? Priced(variant, price) : variant)] };
        return await SaveAsync(next, loaded.Value.Tag, cancellation);
    }

    private static Variant Priced(Variant variant, VariantPrice price) => variant with
    {
        Price = Money.Paise(price.Price),
        OriginalPrice = Money.Paise(price.OriginalPrice ?? Math.Max(price.Price, variant.OriginalPrice.Amount)),
        Mrp = price.Mrp is { } mrp ? Money.Paise(mrp) : variant.Mrp,
    };

    private async Task<Outcome<VersionedProduct>> LoadAsync(string slug, string? version, CancellationToken cancellation)
    {
        var read = await ReadAsync(slug, cancellation);
        return read.IsOk && version is not null && read.Value.Version != version ? CatalogProblems.Stale : read;
    }

    private async Task<Outcome<VersionedProduct>> SaveAsync(Product product, string? tag, CancellationToken cancellation)
    {
        var errors = Rules.Validate(product).Errors.Select(failure => new FieldError(ImportCatalog.PointerOf(failure.PropertyName), failure.ErrorMessage)).ToList();
        var index = await catalog.CurrentAsync(cancellation);
        errors.AddRange(product.Variants.Select((variant, place) => (variant, place)).Where(entry => index.BySku(entry.variant.Sku) is { } owner && owner.Slug != product.Slug)
            .Select(entry => new FieldError($"/variants/{entry.place}/sku", "belongs to another product.")));
        if (errors.Count > 0)
            return Problem.Invalid(errors);
        var saved = product with { Variants = [.. product.Variants.Select(variant => variant with { Available = 0 })] };
        if (!await products.SaveAsync(saved, tag, cancellation))
            return tag is null ? CatalogProblems.Exists : CatalogProblems.Stale;
        await publish.RunAsync([saved.Slug], cancellation);
        return await ReadAsync(saved.Slug, cancellation);
    }
}

/// <summary>A correction of stock by hand.</summary>
/// <param name="Quantity">Units that came in, or with a minus went.</param>
/// <param name="Note">Why.</param>
public sealed record MoveStockRequest(int Quantity, string Note);

/// <summary>What a correction may hold.</summary>
public sealed class MoveStockRules : AbstractValidator<MoveStockRequest>
{
    private const int QuantityMax = 100_000;
    private const int NoteLengthMax = 200;

    /// <summary>Declares the rules.</summary>
    public MoveStockRules()
    {
        RuleFor(request => request.Quantity).Must(quantity => quantity != 0 && Math.Abs((long)quantity) <= QuantityMax).WithMessage($"is from -{QuantityMax} to {QuantityMax} and not 0.");
        RuleFor(request => request.Note).Must(note => !string.IsNullOrWhiteSpace(note) && note.Length <= NoteLengthMax).WithMessage($"has 1 to {NoteLengthMax} characters.");
    }
}

/// <summary>Books goods in or out by hand. The Idempotency-Key names the delivery note, so that it is booked once.</summary>
public sealed class MoveStock(ICatalogIndex catalog, ReceiveStock receive, IStockStore stock, PublishCatalog publish)
{
    /// <summary>The shelf of a SKU.</summary>
    public async Task<Outcome<StockLevel>> ReadAsync(string sku, CancellationToken cancellation)
    {
        if ((await catalog.NewestAsync(cancellation)).BySku(sku) is null)
            return Problem.NotFound();
        return await stock.ReadLevelAsync(sku, cancellation) ?? StockLevel.Empty(sku);
    }

    /// <summary>The shelf afterwards; fewer than there are is <c>out-of-stock</c>.</summary>
    public async Task<Outcome<StockLevel>> RunAsync(string sku, string keyHash, MoveStockRequest request, CancellationToken cancellation)
    {
        if ((await catalog.NewestAsync(cancellation)).BySku(sku) is not { } product)
            return Problem.NotFound();
        var moved = await receive.RunAsync(sku, request.Quantity, $"hand-{keyHash}", cancellation);
        if (moved.IsOk)
            await publish.RunAsync([product.Slug], cancellation);
        return moved;
    }
}

/// <summary>Expected failures of the catalog.</summary>
public static class CatalogProblems
{
    /// <summary>Somebody else has changed the product since it was read.</summary>
    public static Problem Stale { get; } = new("stale-version", "It has changed since you read it.") { Detail = "Read it again and repeat the change." };

    /// <summary>A product has this slug already.</summary>
    public static Problem Exists { get; } = new("product-exists", "A product has this slug already.");
}
