using Kundli.Features;
using Kundli.Features.Audit;
using Kundli.Features.Catalog;
using Kundli.Features.Checkout;
using Kundli.Features.Stock;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class CatalogAdminRoutes
{
    public const string Products = "api/v1/admin/products";
    public const string Product = Products + "/{slug}";
    public const string Prices = Product + "/prices";
    public const string Stock = "api/v1/admin/stock/{sku}";
    public const string StockMoves = Stock + "/movements";
    public const string LowStock = "api/v1/admin/low-stock";
    public const string Imports = "api/v1/admin/catalog/imports";
    public const string Import = Imports + "/{id}";
    public const string ImportQueue = "catalog-import";
    public const string ImportPoison = ImportQueue + "-poison";
}

/// <summary>Products, prices, stock and batches, for administrators. Everything here stands in the audit book.</summary>
public sealed class CatalogAdminFunctions(ChangeProduct change, MoveStock move, SubmitImport submit, ILowShelves low, KeepAudit audit)
{
    private const int ImportBytesMax = 4 * 1024 * 1024;
    private const int ProductBytesMax = 200 * 1024;

    /// <summary>Makes a product.</summary>
    [Function("AdminProductsCreate")]
    [SignedIn("admin")]
    [Takes<Product>]
    [Answers<Product>(201)]
    [Fails("product-exists")]
    public async Task<IResult> Create([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CatalogAdminRoutes.Products)] HttpRequest request, CancellationToken cancellation)
    {
        var made = await Body.ReadAsync<Product>(request, cancellation, ProductBytesMax)
            .ThenAsync(body => audit.RunAsync(request.Caller(), "product.create", body.Slug, () => change.CreateAsync(body, cancellation), cancellation));
        return Answer.Created(made.Map(saved => saved.Product), product => $"/{CatalogAdminRoutes.Products}/{product.Slug}");
    }

    /// <summary>A product as it is stored, listed or not, with its version.</summary>
    [Function("AdminProductsRead")]
    [SignedIn("admin")]
    [Answers<Product>(200)]
    [Fails("not-found")]
    public async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CatalogAdminRoutes.Product)] HttpRequest request, string slug, CancellationToken cancellation) =>
        Tagged(await change.ReadAsync(slug, cancellation));

    /// <summary>Replaces a product, if it still is as the client saw it.</summary>
    [Function("AdminProductsReplace")]
    [SignedIn("admin")]
    [Conditional(Required = true)]
    [Takes<Product>]
    [Answers<Product>(200)]
    [Fails("not-found", "precondition-required", "stale-version")]
    public async Task<IResult> Replace([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = CatalogAdminRoutes.Product)] HttpRequest request, string slug, CancellationToken cancellation) =>
        Tagged(await Preconditions.IfMatch(request, required: true).ThenAsync(async version => await Body.ReadAsync<Product>(request, cancellation, ProductBytesMax)
            .ThenAsync(body => audit.RunAsync(request.Caller(), "product.replace", slug, () => change.ReplaceAsync(slug, body, version, cancellation), cancellation))));

    /// <summary>Changes prices of a product's variants, if it still is as the client saw it.</summary>
    [Function("AdminPricesChange")]
    [SignedIn("admin")]
    [Conditional(Required = true)]
    [Takes<ChangePricesRequest>]
    [Answers<Product>(200)]
    [Fails("not-found", "precondition-required", "stale-version")]
    public async Task<IResult> Price([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = CatalogAdminRoutes.Prices)] HttpRequest request, string slug, CancellationToken cancellation) =>
        Tagged(await Preconditions.IfMatch(request, required: true).ThenAsync(async version => await Body.ReadAsync<ChangePricesRequest>(request, cancellation)
            .ThenAsync(body => audit.RunAsync(request.Caller(), "product.price", slug, () => change.PriceAsync(slug, body, version, cancellation), cancellation))));

    /// <summary>The shelf of a SKU.</summary>
    [Function("AdminStockRead")]
    [SignedIn("admin")]
    [Answers<StockLevel>(200)]
    [Fails("not-found")]
    public async Task<IResult> Shelf([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CatalogAdminRoutes.Stock)] HttpRequest request, string sku, CancellationToken cancellation) =>
        Answer.Ok(await move.ReadAsync(sku, cancellation), Cache.Revalidate);

    /// <summary>Shelves that are sold out or nearly so.</summary>
    [Function("AdminStockLow")]
    [SignedIn("admin", "support")]
    [Asks<PageQuery>]
    [Answers<Page<StockLevel>>(200)]
    public async Task<IResult> Low([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CatalogAdminRoutes.LowStock)] HttpRequest request, CancellationToken cancellation)
    {
        var query = Query.Read<PageQuery>(request);
        return query.IsOk ? Answer.Ok<Page<StockLevel>>(await low.LowAsync(query.Value.Limit, query.Value.After, cancellation)) : Answer.Fail(query.Problem);
    }

    /// <summary>Books goods in or out by hand, once per Idempotency-Key.</summary>
    [Function("AdminStockMove")]
    [SignedIn("admin")]
    [Idempotent(Required = true)]
    [Takes<MoveStockRequest>]
    [Answers<StockLevel>(200)]
    [Fails("idempotency-key-invalid", "idempotency-key-required", "not-found", "out-of-stock")]
    public async Task<IResult> Move([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CatalogAdminRoutes.StockMoves)] HttpRequest request, string sku, CancellationToken cancellation) =>
        Answer.Ok(await Preconditions.IdempotencyKey(request, required: true).ThenAsync(async key => await Body.ReadAsync<MoveStockRequest>(request, cancellation)
            .ThenAsync(body => audit.RunAsync(request.Caller(), "stock.move", $"{sku} {body.Quantity:+0;-0} {body.Note}", () => move.RunAsync(sku, PlaceOrder.HashOf(key!), body, cancellation), cancellation))));

    /// <summary>Takes a batch of products as JSON or CSV; poll the returned address for the report of every row.</summary>
    [Function("AdminImportsSubmit")]
    [SignedIn("admin")]
    [Takes<byte[]>("text/csv")]
    [Answers<ImportReport>(202)]
    public async Task<SubmittedImport> Submit([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CatalogAdminRoutes.Imports)] HttpRequest request, CancellationToken cancellation)
    {
        var submitted = await FormatOf(request).ThenAsync(async format => await Body.ReadBytesAsync(request, ImportBytesMax, cancellation)
            .ThenAsync(content => audit.RunAsync(request.Caller(), "catalog.import", $"{content.Length} bytes", () => submit.RunAsync(content, format, cancellation), cancellation)));
        return new SubmittedImport
        {
            Result = Answer.Accepted(submitted, report => $"/{CatalogAdminRoutes.Imports}/{report.Id}"),
            Message = submitted is { IsOk: true, Value.State: ImportState.Queued } ? Message.About(submitted.Value.Id) : null,
        };
    }

    /// <summary>How far an import is, and what became of each row.</summary>
    [Function("AdminImportsRead")]
    [SignedIn("admin")]
    [Answers<ImportReport>(200)]
    [Fails("not-found")]
    public async Task<IResult> Report([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CatalogAdminRoutes.Import)] HttpRequest request, string id, CancellationToken cancellation) =>
        Answer.Ok(await submit.ReadAsync(id, cancellation), Cache.Revalidate);

    private static Outcome<ImportFormat> FormatOf(HttpRequest request) => request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        "text/csv" => ImportFormat.Csv,
        "application/json" => ImportFormat.Json,
        _ => TransportProblems.UnsupportedMediaType("text/csv or application/json"),
    };

    private static IResult Tagged(Outcome<VersionedProduct> outcome) =>
        outcome.IsOk ? Answer.Ok<Product>(outcome.Value.Product, Cache.Revalidate, _ => outcome.Value.Version) : Answer.Fail(outcome.Problem);
}

/// <summary>An accepted batch and the message that has it worked off.</summary>
public sealed class SubmittedImport
{
    /// <summary>What the client gets.</summary>
    [HttpResult]
    public required IResult Result { get; init; }

    /// <summary>What the queue gets; null where nothing is to be done.</summary>
    [QueueOutput(CatalogAdminRoutes.ImportQueue, Connection = "Storage")]
    public Message? Message { get; init; }
}

/// <summary>Batches of products, one message each.</summary>
public sealed class ImportFunctions(ImportCatalog import)
{
    /// <summary>Works off a batch. A message that comes twice finds it done.</summary>
    [Function("ImportCatalog")]
    public Task Import([QueueTrigger(CatalogAdminRoutes.ImportQueue, Connection = "Storage")] Message message, CancellationToken cancellation) => import.RunAsync(message.Id, cancellation);

    /// <summary>Ends a batch whose message was given up, so that its report says so.</summary>
    [Function("ImportCatalogGiveUp")]
    public Task GiveUp([QueueTrigger(CatalogAdminRoutes.ImportPoison, Connection = "Storage")] Message message, CancellationToken cancellation) => import.GiveUpAsync(message.Id, cancellation);
}
