using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Kundli.Features;
using Kundli.Features.Catalog;
using Kundli.Features.Idempotency;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

public sealed class CatalogImportTests
{
    private const string Header = "slug,name_en,name_hi,description_en,description_hi,category,kind,hsn,gst_percent,terms_en,terms_hi,sku,variant_en,variant_hi,price,original_price,mrp,net_quantity,weight_grams,receive\n";
    private const string Bell = "bell,Bell,घंटी,A brass bell.,पीतल की घंटी।,puja,goods,8306,12,Return within 7 days.,7 दिनों में वापसी।,BL-1,Small,छोटी,499.50,599,599,1 piece,300,25\n";

    [Fact]
    public async Task A_sheet_makes_products_with_their_stock_and_the_same_sheet_again_changes_nothing()
    {
        var shop = new Importing();
        var first = await shop.RunAsync(Header + Bell + "bell,,,,,,,,,,,BL-2,Large,बड़ी,899,899,999,1 piece,700,10\n", ImportFormat.Csv);
        Assert.Equal((ImportState.Done, 1, 0), (first.State, first.Created, first.Refused));
        var product = (await shop.Process.Products.ReadAsync("bell", default))!.Value.Product;
        Assert.Equal([("BL-1", 499_50L, 599_00L), ("BL-2", 899_00L, 899_00L)], product.Variants.Select(variant => (variant.Sku, variant.Price.Amount, variant.OriginalPrice.Amount)));
        Assert.Equal((25, 10), (shop.World.Level("BL-1").Available, shop.World.Level("BL-2").Available));

        await shop.Import.RunAsync(first.Id, default);
        shop.Files.Reopen(first.Id);
        await shop.Import.RunAsync(first.Id, default);
        Assert.Equal(1, (await shop.Files.ReadReportAsync(first.Id, default))!.Unchanged);
        Assert.Equal(25, shop.World.Level("BL-1").Available);
    }

    [Fact]
    public async Task A_sheet_of_prices_changes_prices_alone()
    {
        var shop = new Importing();
        await shop.RunAsync(Header + Bell, ImportFormat.Csv);
        var report = await shop.RunAsync("slug,sku,price\nbell,BL-1,450\n", ImportFormat.Csv);
        Assert.Equal(1, report.Updated);
        var product = (await shop.Process.Products.ReadAsync("bell", default))!.Value.Product;
        Assert.Equal(("Bell", 450_00L, 599_00L, 25), (product.Name.En, product.Variants[0].Price.Amount, product.Variants[0].OriginalPrice.Amount, shop.World.Level("BL-1").Available));
    }

    [Fact]
    public async Task Bad_rows_are_refused_by_line_and_the_others_are_taken()
    {
        var shop = new Importing();
        var rows = new[]
        {
            Bell,
            Bell.Replace("bell,", "cure,", StringComparison.Ordinal).Replace("BL-1", "CU-1", StringComparison.Ordinal).Replace("A brass bell.", "Its sound cures asthma.", StringComparison.Ordinal),
            Bell.Replace("bell,", "nada,", StringComparison.Ordinal).Replace("BL-1", "ND-1", StringComparison.Ordinal).Replace("पीतल की घंटी।", "मधुमेह दूर करे।", StringComparison.Ordinal),
            Bell.Replace("bell,", "copy,", StringComparison.Ordinal),
            Bell.Replace("bell,", "cheap,", StringComparison.Ordinal).Replace("BL-1", "CH-1", StringComparison.Ordinal).Replace("499.50", "4.9.9", StringComparison.Ordinal),
            Bell.Replace("bell,", "dear,", StringComparison.Ordinal).Replace("BL-1", "DE-1", StringComparison.Ordinal).Replace("499.50", "9999", StringComparison.Ordinal),
            "short,row\n",
        };
        var report = await shop.RunAsync(Header + string.Concat(rows), ImportFormat.Csv);
        Assert.Equal((1, 6), (report.Created, report.Refused));
        string Why(string slug) => string.Join(' ', report.Rows.Single(row => row.Slug == slug).Errors.Select(error => $"{error.Pointer} {error.Detail}"));
        Assert.Contains("/description/en makes a claim", Why("cure"), StringComparison.Ordinal);
        Assert.Contains("/description/hi makes a claim", Why("nada"), StringComparison.Ordinal);
        Assert.Contains("belongs to the product bell", Why("copy"), StringComparison.Ordinal);
        Assert.Contains("/price Line 6", Why("cheap"), StringComparison.Ordinal);
        Assert.Contains("/variants/0/originalPrice is not below", Why("dear"), StringComparison.Ordinal);
        Assert.Equal(8, report.Rows.Single(row => row.Slug == "short").Line);
        Assert.Null(await shop.Process.Products.ReadAsync("cure", default));
    }

    [Theory]
    [InlineData("scientificName", "Nerium oleander", "/scientificName")]
    [InlineData("policy", "notSold", "/policy")]
    [InlineData("countryOfOrigin", "NP", "/importer")]
    [InlineData("hsn", "12x4", "/hsn")]
    [InlineData("kind", "livePlant", "/transitDaysMax")]
    public async Task A_product_that_may_not_be_sold_so_is_refused(string member, string value, string pointer)
    {
        var shop = new Importing();
        var product = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(SeedCatalog.ReadProducts().First(row => row.Category == "puja"), Kundli.Adapters.Documents.TypedDocuments.Json))!;
        product[member] = value;
        var report = await shop.RunAsync(new JsonArray(product, new JsonObject { ["slug"] = "half" }).ToJsonString(), ImportFormat.Json);
        Assert.Equal(2, report.Refused);
        Assert.Contains(report.Rows[0].Errors, error => error.Pointer == pointer);
        Assert.NotEmpty(report.Rows[1].Errors);
    }

    [Theory]
    [InlineData("slug,colour\nbell,red\n", ImportFormat.Csv, "colour")]
    [InlineData("slug,name_en\nbell,\"Bell\n", ImportFormat.Csv, "never closed")]
    [InlineData("{", ImportFormat.Json, "well-formed")]
    [InlineData("{}", ImportFormat.Json, "list")]
    public async Task A_file_that_can_not_be_read_fails_as_a_whole_and_says_why(string content, ImportFormat format, string why)
    {
        var report = await new Importing().RunAsync(content, format);
        Assert.Equal(ImportState.Failed, report.State);
        Assert.Contains(why, report.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_dies_at_any_step_of_an_import_leaves_the_rest_to_the_timer()
    {
        for (var step = 1; step <= 30; step++)
        {
            var shop = new Importing();
            shop.World.Killer.Arm(step);
            try
            {
                await shop.RunAsync(Header + Bell, ImportFormat.Csv);
            }
            catch (KilledException)
            {
            }
            shop.World.Killer.Disarm();
            foreach (var id in shop.Files.Ids)
                await shop.Import.RunAsync(id, default);
            if (shop.Files.Ids.Count == 0)
                continue;
            Assert.Equal(25, shop.World.Level("BL-1").Available);
            Assert.Equal("bell", (await shop.Process.Put.RunAsync(Caller.Guest, (await shop.Process.Create.RunAsync(Caller.Guest, new OnceKey("test", "carts", null, null), default)).Value.Id, "BL-1", new(1), default)).Value.Items[0].Slug);
        }
    }

    private sealed class Importing
    {
        public Importing()
        {
            Process = World.Start();
            Submit = new SubmitImport(Files, Process.Due, World.Time);
            Import = new ImportCatalog(Process.Products, new CachedCatalog(World.Snapshots, World.Time), Process.Receive, Process.Publish, Files, World.Time);
        }

        public ShopWorld World { get; } = new();

        public ShopProcess Process { get; }

        public MemoryImports Files { get; } = new();

        public SubmitImport Submit { get; }

        public ImportCatalog Import { get; }

        public async Task<ImportReport> RunAsync(string content, ImportFormat format)
        {
            var submitted = (await Submit.RunAsync(Encoding.UTF8.GetBytes(content), format, default)).Value;
            await Import.RunAsync(submitted.Id, default);
            return (await Submit.ReadAsync(submitted.Id, default)).Value;
        }
    }

    private sealed class MemoryImports : ICatalogImports
    {
        private readonly ConcurrentDictionary<string, byte[]> _files = new();
        private readonly ConcurrentDictionary<string, ImportReport> _reports = new();

        public ICollection<string> Ids => _reports.Keys;

        public void Reopen(string id) => _reports[id] = _reports[id] with { State = ImportState.Queued };

        public Task KeepAsync(string id, ReadOnlyMemory<byte> content, CancellationToken cancellation)
        {
            _files[id] = content.ToArray();
            return Task.CompletedTask;
        }

        public Task<byte[]?> ReadAsync(string id, CancellationToken cancellation) => Task.FromResult(_files.GetValueOrDefault(id));

        public Task ReportAsync(ImportReport report, CancellationToken cancellation)
        {
            _reports[report.Id] = report;
            return Task.CompletedTask;
        }

        public Task<ImportReport?> ReadReportAsync(string id, CancellationToken cancellation) => Task.FromResult(_reports.GetValueOrDefault(id));
    }
}
