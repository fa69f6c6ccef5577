using System.Text;
using Kundli.Adapters.Blobs;
using Kundli.Adapters.Carriers;
using Kundli.Adapters.Certificates;
using Kundli.Adapters.Documents;
using Kundli.Adapters.Identity;
using Kundli.Adapters.Invoices;
using Kundli.Features.Aftercare;
using Kundli.Features.Audit;
using Kundli.Features.Carts;
using Kundli.Features.Catalog;
using Kundli.Features.Checkout;
using Kundli.Features.Due;
using Kundli.Features.Grievances;
using Kundli.Features.Invoices;
using Kundli.Features.Orders;
using Kundli.Features.Payments;
using Kundli.Features.Pictures;
using Kundli.Features.Privacy;
using Kundli.Features.Promotions;
using Kundli.Features.Stock;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kundli.Worker.Composition;

/// <summary>The shop: catalog, carts, checkout, orders.</summary>
internal static class Shop
{
    /// <summary>
    /// Reads <c>Shop:Seed</c> (fill an empty shop with the catalog that comes with the product) and what <see cref="Payments.AddPayments"/> reads.
    /// </summary>
    public static IServiceCollection AddShop(this IServiceCollection services, IConfiguration configuration) => services
        .AddShopStores()
        .AddShopVendors(configuration)
        .AddPayments(configuration)
        .AddShopVerbs(configuration)
        .AddOrderVerbs()
        .AddSeed(configuration);

    private static IServiceCollection AddShopStores(this IServiceCollection services) => services
        .AddSingleton<IProductStore, ProductStore>()
        .AddSingleton<ICatalogSnapshots, CatalogSnapshotBlobs>()
        .AddSingleton<ICatalogImports, CatalogImportBlobs>()
        .AddSingleton<IAuditBook, AuditBook>()
        .AddSingleton<IGrievanceStore, GrievanceStore>()
        .AddSingleton<IPersonalRecords, GrievanceRecords>()
        .AddSingleton<IOrderNumbers, OrderNumberStore>()
        .AddSingleton<ICartStore, CartStore>()
        .AddSingleton<IMemberCarts, MemberCartStore>()
        .AddSingleton<ICartEntries, CartEntryStore>()
        .AddSingleton<IPersonalRecords, CartRecords>()
        .AddSingleton<StockStore>()
        .AddSingleton<IStockStore>(provider => provider.GetRequiredService<StockStore>())
        .AddSingleton<IShelves>(provider => provider.GetRequiredService<StockStore>())
        .AddSingleton<ILowShelves, LowShelfStore>()
        .AddSingleton<OrderStore>()
        .AddSingleton<IOrderStore>(provider => provider.GetRequiredService<OrderStore>())
        .AddSingleton<IOrderTraces>(provider => provider.GetRequiredService<OrderStore>())
        .AddSingleton<IPersonalRecords, OrderRecords>()
        .AddSingleton<IInvoiceNumbers, InvoiceNumberStore>()
        .AddSingleton<IPromotionStore, PromotionStore>()
        .AddSingleton<IGiftCardStore, GiftCardStore>()
        .AddSingleton<IDiscountLedger, DiscountLedger>()
        .AddSingleton<IUnpaidOrderStore>(provider => new UnpaidOrderStore(provider.GetRequiredService<IDocuments>(), provider.GetRequiredService<IdentityKeys>().For("unpaid-orders")));

    private static IServiceCollection AddShopVendors(this IServiceCollection services, IConfiguration configuration) => services
        .AddCarrier(CarrierSecret(configuration))
        .AddSingleton<IInvoicePrinter, SkiaInvoicePrinter>()
        .AddSingleton<ICertificatePrinter, SkiaCertificatePrinter>();

    private static IServiceCollection AddCarrier(this IServiceCollection services, byte[] webhookSecret) =>
        services.AddSingleton<ICarrier>(provider => new LocalCarrier(provider.GetRequiredService<TimeProvider>(), webhookSecret));

    private static byte[] CarrierSecret(IConfiguration configuration) => Encoding.UTF8.GetBytes(configuration["Shop:CarrierWebhookSecret"]
        ?? (configuration["LocalHost:Data"] is not null ? "carrier" : throw new InvalidOperationException("The setting 'Shop__CarrierWebhookSecret' is not there: a carrier's news could not be told from forged ones.")));

    private static IServiceCollection AddShopVerbs(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(ShopSettings.Policy(configuration))
        .AddSingleton(ShopSettings.Rates(configuration))
        .AddSingleton(ShopSettings.Calendar(configuration))
        .AddSingleton<ICatalogIndex, CachedCatalog>()
        .AddSingleton<StockLanes>()
        .AddSingleton<RefreshShelf>()
        .AddSingleton<IShelfWatch>(provider => provider.GetRequiredService<RefreshShelf>())
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<RefreshShelf>())
        .AddSingleton<ReportLowStock>()
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<ReportLowStock>())
        .AddSingleton<HoldStock>()
        .AddSingleton<ReceiveStock>()
        .AddSingleton<ListProducts>()
        .AddSingleton<ReadProduct>()
        .AddSingleton<SeeProduct>()
        .AddSingleton<ListCategories>()
        .AddSingleton<OfferPlants>()
        .AddSingleton<PublishCatalog>()
        .AddSingleton<SeedCatalog>()
        .AddSingleton<DrawProduct>()
        .AddSingleton<KeepAudit>()
        .AddSingleton<FileGrievance>()
        .AddSingleton<AnswerGrievance>()
        .AddSingleton<WatchGrievances>()
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<WatchGrievances>())
        .AddSingleton<LookUpOrder>()
        .AddSingleton<ChangeProduct>()
        .AddSingleton<MoveStock>()
        .AddSingleton<SubmitImport>()
        .AddSingleton<ImportCatalog>()
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<ImportCatalog>())
        .AddSingleton<ChangeCart>()
        .AddSingleton<CreateCart>()
        .AddSingleton<ReadCart>()
        .AddSingleton<MergeCarts>()
        .AddSingleton<IMemberMail, MemberMail>()
        .AddSingleton<RemindCart>()
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<RemindCart>())
        .AddSingleton<PutItem>()
        .AddSingleton<PutDelivery>()
        .AddSingleton<ListDeliveryOptions>()
        .AddSingleton<IPastOrders, PastOrders>()
        .AddSingleton<QuoteDiscounts>()
        .AddSingleton<PriceCart>()
        .AddSingleton<SummariseCart>();

    private static IServiceCollection AddOrderVerbs(this IServiceCollection services) => services
        .AddSingleton<ChangeOrder>()
        .AddSingleton<ReadOrder>()
        .AddSingleton<ListOrders>()
        .AddSingleton<FulfilOrder>()
        .AddSingleton<SendNotices>()
        .AddSingleton<ConfirmPayment>()
        .AddSingleton<ReconcilePayment>()
        .AddSingleton<PayOrder>()
        .AddSingleton<DriveOrder>()
        .AddSingleton<IDueWork>(provider => provider.GetRequiredService<DriveOrder>())
        .AddSingleton<ScarceGoods>()
        .AddSingleton<LimitHolds>()
        .AddSingleton<PlaceOrder>()
        .AddSingleton<PayAgain>()
        .AddSingleton<ListPaymentMethods>()
        .AddSingleton<AnswerTestPayment>()
        .AddSingleton<CancelOrder>()
        .AddSingleton<ReturnOrder>()
        .AddSingleton<RefundOrder>()
        .AddSingleton<DeliverOrder>()
        .AddSingleton<ReceiveWebhook>()
        .AddSingleton<PrintInvoice>()
        .AddSingleton<ClaimDamage>()
        .AddSingleton<ReadDamagePhoto>()
        .AddSingleton<SendReplacement>()
        .AddSingleton<DecideDamage>()
        .AddSingleton<RecordPlanting>()
        .AddSingleton<ShowPlanting>()
        .AddSingleton<PutPromotion>()
        .AddSingleton<PutGiftCard>()
        .AddSingleton<MakePromotion>()
        .AddSingleton<IssueGiftCard>();

    private static IServiceCollection AddSeed(this IServiceCollection services, IConfiguration configuration) =>
        configuration["Shop:Seed"] == "true" ? services.AddHostedService<SeedAtStart>() : services;

    /// <summary>Only where the setting asks for it: a local host and tests.</summary>
    private sealed class SeedAtStart(SeedCatalog seed) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => seed.RunAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
