using System.Text.Json;
using Kundli.Features.Due;
using Kundli.Features.Stock;

namespace Kundli.Features.Catalog;

/// <summary>
/// Works off a batch of products: each row is judged by <see cref="ProductRules"/> and taken or refused on its own; goods that it brings are received once, under the
/// import's name. So a message that comes twice, or a process that dies at any row, changes nothing that is done already.
/// </summary>
public sealed class ImportCatalog(IProductStore products, ICatalogIndex catalog, ReceiveStock receive, PublishCatalog publish, ICatalogImports imports, TimeProvider time) : IDueWork
{
    /// <summary>Kind of the due markers of imports.</summary>
    public const string MarkerKind = "import";

    private const int ConflictsMax = 5;

    private static readonly ProductRules Rules = new();

    /// <inheritdoc/>
    public string Kind => MarkerKind;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        if (await imports.ReadReportAsync(targetId, cancellation) is not { State: ImportState.Queued } report || await imports.ReadAsync(targetId, cancellation) is not { } content)
            return null;
        var sheet = ImportSheet.Read(content, report.Format);
        if (sheet.Failure is { } failure)
        {
            await imports.ReportAsync(report with { State = ImportState.Failed, Failure = failure }, cancellation);
            return null;
        }
        var index = await catalog.CurrentAsync(cancellation);
        var (rows, changed, owners) = (new List<ImportRow>(), new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var entry in sheet.Entries)
        {
            var row = await TakeAsync(report.Id, entry, index, owners, cancellation);
            rows.Add(row);
            // What is unchanged may be so because a process before this one died after writing it: it goes into the snapshot just as well.
            if (row.Outcome != ImportOutcome.Refused)
                changed.Add(row.Slug);
        }
        if (changed.Count > 0)
            await publish.RunAsync(changed, cancellation);
        await imports.ReportAsync(report.Finish(rows), cancellation);
        return null;
    }

    /// <summary>Ends a batch that failed again and again.</summary>
    public async Task GiveUpAsync(string id, CancellationToken cancellation)
    {
        if (await imports.ReadReportAsync(id, cancellation) is { State: ImportState.Queued } report)
            await imports.ReportAsync(report with { State = ImportState.Failed, Failure = "The batch could not be worked off; rows before the fault may have been taken. Send it again after the fault is mended." }, cancellation);
    }

    private async Task<ImportRow> TakeAsync(string importId, ImportEntry entry, CatalogIndex index, Dictionary<string, string> owners, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < ConflictsMax; attempt++)
        {
            var stored = ReadProduct.IsSlug(entry.Slug) ? await products.ReadAsync(entry.Slug, cancellation) : null;
            var (product, errors) = entry.Make(stored?.Product);
            errors = product is null ? errors : [.. errors, .. Judge(product, index, owners)];
            if (errors.Count > 0)
                return new ImportRow(entry.Line, entry.Slug, ImportOutcome.Refused, errors);
            foreach (var variant in product!.Variants)
                owners[variant.Sku] = product.Slug;
            var isSame = stored is { } known && JsonSerializer.Serialize(known.Product) == JsonSerializer.Serialize(product);
            if (!isSame && !await products.SaveAsync(product, stored?.Tag, cancellation))
                continue;
            foreach (var (sku, quantity) in entry.Received.Where(received => received.Value != 0))
                await receive.RunAsync(sku, quantity, $"import-{importId}", cancellation);
            return new ImportRow(entry.Line, entry.Slug, isSame ? ImportOutcome.Unchanged : stored is null ? ImportOutcome.Created : ImportOutcome.Updated, []);
        }
        throw new TimeoutException($"The product {entry.Slug} was changed by others {ConflictsMax} times in a row.");
    }

    private IEnumerable<FieldError> Judge(Product product, CatalogIndex index, Dictionary<string, string> owners)
    {
        foreach (var failure in Rules.Validate(product).Errors)
            yield return new FieldError(PointerOf(failure.PropertyName), failure.ErrorMessage);
        if (product.Rates.Count > 0 && product.Rates.All(rate => rate.ValidFrom > Pricing.Days.Today(time)))
            yield return new FieldError("/rates", "has a rate that is valid today.");
        foreach (var (variant, place) in product.Variants.Select((variant, place) => (variant, place)))
            if ((owners.GetValueOrDefault(variant.Sku) ?? index.BySku(variant.Sku)?.Slug) is { } owner && owner != product.Slug)
                yield return new FieldError($"/variants/{place}/sku", $"belongs to the product {owner}.");
    }

    /// <summary><c>Variants[0].Price</c> as <c>/variants/0/price</c>.</summary>
    internal static string PointerOf(string property) => string.Concat(property.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
        .Split('.', StringSplitOptions.RemoveEmptyEntries).Select(part => $"/{char.ToLowerInvariant(part[0])}{part[1..]}"));
}
