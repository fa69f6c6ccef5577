using Kundli.Adapters.Carriers;
using Kundli.Adapters.Certificates;
using Kundli.Adapters.Documents;
using Kundli.Features;
using Kundli.Features.Aftercare;
using Kundli.Features.Carts;
using Kundli.Features.Catalog;
using Kundli.Features.Checkout;
using Kundli.Features.Delivery;
using Kundli.Features.Due;
using Kundli.Features.Idempotency;
using Kundli.Features.Notices;
using Kundli.Features.Orders;
using Kundli.Features.Payments;
using Kundli.Features.Pricing;
using Kundli.Features.Privacy;
using Kundli.Features.Promotions;
using Kundli.Features.Stock;
using Kundli.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

/// <summary>What outlives a process: documents, the gateway's books, the mailbox, the clock.</summary>
internal sealed class ShopWorld : IMemberMail, IConsents
{
    public static readonly Address Delhi = new("Asha", "12 Lodhi Road", null, "New Delhi", "DL", "110003");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };

    public MemoryDocumentStore Store { get; } = new();

    public BookkeepingGateway Gateway { get; } = new();

    /// <summary>Another gateway than the sandbox with books.</summary>
    public IPaymentGateway? OtherGateway { get; init; }

    public Mailbox Mails { get; } = new();

    public MemorySnapshots Snapshots { get; } = new();

    /// <summary>What the carrier has booked: the parcel's id and number.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<string, string> Bookings { get; } = new();

    public Killer Killer { get; } = new();

    public MemoryPhotos Photos { get; } = new();

    /// <summary>Members who agreed to offers by mail.</summary>
    public HashSet<string> Willing { get; } = [];

    Task<string?> IMemberMail.FindAsync(string userId, CancellationToken cancellation) => Task.FromResult<string?>($"{userId}@example.com");

    Task<bool> IConsents.MayAsync(string? userId, ConsentPurpose purpose, CancellationToken cancellation) => Task.FromResult(purpose == ConsentPurpose.Marketing && Willing.Contains(userId ?? ""));

    public ShopWorld()
    {
        Store.Before = call => Killer.Step();
        Store.After = call => { Killer.Step(); return false; };
    }

    /// <summary>A process of the shop on what is stored.</summary>
    public ShopProcess Start() => new(this);

    public async Task SeedAsync(params (string Sku, int Stock)[] skus)
    {
        var process = Start();
        foreach (var (sku, stock) in skus)
        {
            await process.Products.SaveAsync(ProductOf(sku), null, default);
            await process.Receive.RunAsync(sku, stock, "seed", default);
        }
        await process.Publish.RunAsync([.. skus.Select(entry => SlugOf(entry.Sku))], default);
    }

    public T? Read<T>(string container, string key, string id)
        where T : class => Store.All.FirstOrDefault(entry => entry.Partition == new Partition(container, key) && entry.Document.Id == id).Document?.Value<T>();

    public StockLevel Level(string sku) => Read<StockLevel>(Containers.Stock, sku, "level|main")!;

    public IReadOnlyList<Order> Orders() => [.. Store.All.Where(entry => entry.Partition.Container == Containers.Orders && entry.Document.Id == "order").Select(entry => entry.Document.Value<Order>())];

    /// <summary>Shelf, ledger, holds, money and numbers agree, and nothing is under way any more.</summary>
    public void AssertBalanced(int stock, params string[] skus)
    {
        AssertStock(stock, skus);
        foreach (var order in Orders())
        {
            Assert.Contains(order.State, new[] { OrderState.Shipped, OrderState.Delivered, OrderState.Cancelled, OrderState.Refunded });
            var due = order.State == OrderState.Shipped && order.Payment.Method is PaymentMethod.Card or PaymentMethod.Upi ? order.Summary.Totals.Due.Amount : 0;
            Assert.Equal(order.State == OrderState.Shipped ? due : 0, Gateway.NetOf(order.Id));
            Assert.Equal(order.State == OrderState.Shipped, order.InvoiceNumber is not null);
            Assert.All(order.Refunds, refund => Assert.True(refund.IsDone));
        }
        var numbers = Orders().Select(order => order.InvoiceNumber).OfType<string>().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(Enumerable.Range(1, numbers.Length).Select(number => $"KU26-27/{number:D6}"), numbers);
        Assert.Equal(numbers.Length, Mails.Sent.Count(id => id.EndsWith("orderShipped", StringComparison.Ordinal)));
    }

    /// <summary>Shelf and ledger agree with the orders.</summary>
    public void AssertStock(int stock, params string[] skus)
    {
        foreach (var sku in skus)
        {
            var level = Level(sku);
            var sold = Orders().Where(order => order.State is OrderState.Shipped or OrderState.Delivered).SelectMany(order => order.Lines).Where(line => line.Sku == sku).Sum(line => line.Quantity);
            Assert.Equal(new StockLevel(sku, stock, stock - sold, 0, sold), level);
            var moves = Store.All.Where(entry => entry.Partition == new Partition(Containers.Stock, sku) && entry.Document.Id.StartsWith("move|", StringComparison.Ordinal)).Select(entry => entry.Document.Value<StockMove>()).ToArray();
            int Sum(string reason) => moves.Where(move => move.Reason == reason).Sum(move => move.Quantity);
            Assert.Equal(level.Available, Sum("receive") - Sum("hold") + Sum("release") + Sum("takeBack"));
            Assert.Equal(level.Held, Sum("hold") - Sum("release") - Sum("book"));
            Assert.Equal(level.Sold, Sum("book") - Sum("takeBack"));
        }
    }

    public static string SlugOf(string sku) => sku.ToLowerInvariant();

    /// <summary>P is alive, T is a tree that a partner plants, everything else are goods.</summary>
    private static Product ProductOf(string sku) => new()
    {
        Slug = SlugOf(sku), Name = new(sku, sku), Description = new("", ""), Category = "puja", Kind = sku[0] switch { 'P' => GoodsKind.LivePlant, 'T' => GoodsKind.Work, _ => GoodsKind.Goods },
        Attributes = sku[0] == 'T' ? new Dictionary<string, IReadOnlyList<string>> { ["plant"] = ["peepal"] } : new Dictionary<string, IReadOnlyList<string>>(),
        Hsn = "8306", Terms = new("", ""),
        Rates = [new GstRate(new DateOnly(2017, 7, 1), 18_000)],
        Variants =
        [
            new Variant { Sku = sku, Title = new("One", "एक"), Price = Money.Paise(499_00), OriginalPrice = Money.Paise(599_00), Mrp = Money.Paise(599_00), NetQuantity = "1 piece", Offer = sku[0] == 'T' ? "plantItForMe" : null, WeightGrams = sku[0] == 'P' ? 9_000 : 300 },
        ],
    };
}

/// <summary>One process: everything that a kill takes with it.</summary>
internal sealed class ShopProcess
{
    private readonly ShopWorld _world;

    public ShopProcess(ShopWorld world)
    {
        _world = world;
        var (time, policy, rates) = (world.Time, new ShopPolicy(), new DeliveryRates());
        Documents = new JudgedDocuments(world.Store, time);
        var (carts, stock, numbers) = (new CartStore(Documents), new StockStore(Documents), new InvoiceNumberStore(Documents, time));
        var lanes = new StockLanes();
        var (gateway, mailer, carrier) = (world.OtherGateway ?? new KillableGateway(world.Gateway, world.Killer), new KillableMailer(world.Mails, world.Killer), new KillableCarrier(new LocalCarrier(time, KillableGateway.Secret), world));
        Orders = new OrderStore(Documents, time);
        Products = new ProductStore(Documents);
        Receive = new ReceiveStock(stock, lanes, time);
        Publish = new PublishCatalog(Products, stock, world.Snapshots, time);
        var change = new ChangeOrder(Orders);
        Due = new DueMarkerStore(Documents);
        var low = new ReportLowStock(new LowShelfStore(Documents), new CachedCatalog(world.Snapshots, time), mailer, policy, time);
        var shelf = new RefreshShelf(new CachedCatalog(world.Snapshots, time), Publish, stock, new LowShelfStore(Documents), Due, time);
        var hold = new HoldStock(stock, lanes, shelf, time);
        var confirm = new ConfirmPayment(change, time);
        var reconcile = new ReconcilePayment(confirm, change, gateway, new DiscountLedger(Documents, time), numbers, time);
        Drive = new DriveOrder(Orders, change, hold, carts, new FulfilOrder(change, hold, numbers, carrier, rates, DeliveryCalendar.Default, time), new SendNotices(Orders, mailer, time), reconcile, new DiscountLedger(Documents, time), Due, policy, time);
        var price = new PriceCart(Products, stock, new QuoteDiscounts(new PromotionStore(Documents), new GiftCardStore(Documents), new PastOrders(Orders), time), rates, DeliveryCalendar.Default, policy, time);
        var references = new PaymentReferenceStore(Documents);
        var pay = new PayOrder(confirm, gateway, references);
        Place = new PlaceOrder(carts, price, stock, Orders, Due, Drive, pay, new ScarceGoods(), new LimitHolds(new UnpaidOrderStore(Documents, new byte[32]), Orders, time), policy, time);
        var read = new ReadOrder(Orders);
        Cancel = new CancelOrder(read, Drive);
        Again = new PayAgain(read, pay);
        Refund = new RefundOrder(Drive, change, time);
        Webhook = new ReceiveWebhook(gateway, confirm, Drive, Orders, references, time);
        Remind = new RemindCart(carts, world, world, mailer, Due, time);
        Redrive = new RedriveDue(Due, [Drive, shelf, low, Remind], time, NullLogger<RedriveDue>.Instance);
        Create = new CreateCart(carts, new MemberCartStore(Documents), new CartEntryStore(Documents, carts), new CreateOnce(new OnceRecordStore(Documents), time), time);
        Put = new PutItem(new CachedCatalog(world.Snapshots, time), new ChangeCart(carts), Remind, time);
        Deliver = new PutDelivery(new ChangeCart(carts), time);
        Summarise = new SummariseCart(carts, price);
        Promote = new PutPromotion(new ChangeCart(carts), new PromotionStore(Documents), time);
        Give = new PutGiftCard(new ChangeCart(carts), new GiftCardStore(Documents), time);
        Parcel = new DeliverOrder(carrier, change, time);
        Merge = new MergeCarts(carts, new MemberCartStore(Documents), new CartEntryStore(Documents, carts), Remind, time);
        Return = new ReturnOrder(read, change, policy, time);
        var uploads = new IdentificationStore(Documents);
        Claim = new ClaimDamage(read, change, Drive, uploads, policy, time);
        Decide = new DecideDamage(read, change, Drive, new SendReplacement(price, Orders, Drive, Due, policy, time), time);
        Plant = new RecordPlanting(read, change, Drive, uploads, world.Photos, Due, time);
        Show = new ShowPlanting(read, world.Photos, new SkiaCertificatePrinter(), policy);
    }

    public JudgedDocuments Documents { get; }

    public DueMarkerStore Due { get; }

    public OrderStore Orders { get; }

    public ProductStore Products { get; }

    public ReceiveStock Receive { get; }

    public PublishCatalog Publish { get; }

    public DriveOrder Drive { get; }

    public PlaceOrder Place { get; }

    public CancelOrder Cancel { get; }

    public PayAgain Again { get; }

    public RefundOrder Refund { get; }

    public ReceiveWebhook Webhook { get; }

    public RedriveDue Redrive { get; }

    public CreateCart Create { get; }

    public PutItem Put { get; }

    public PutDelivery Deliver { get; }

    public SummariseCart Summarise { get; }

    public PutPromotion Promote { get; }

    public PutGiftCard Give { get; }

    public DeliverOrder Parcel { get; }

    public ReturnOrder Return { get; }

    public MergeCarts Merge { get; }

    public ClaimDamage Claim { get; }

    public DecideDamage Decide { get; }

    public RecordPlanting Plant { get; }

    public ShowPlanting Show { get; }

    public RemindCart Remind { get; }

    /// <summary>A cart ready for checkout, as a request.</summary>
    public Task<PlaceOrderRequest> FillAsync(PaymentChoice payment, params (string Sku, int Quantity)[] items) => FillAsync(Caller.Guest, payment, items);

    /// <summary>A cart of a caller ready for checkout, as a request.</summary>
    public async Task<PlaceOrderRequest> FillAsync(Caller caller, PaymentChoice payment, params (string Sku, int Quantity)[] items)
    {
        var cart = (await Create.RunAsync(caller, new OnceKey("test", "carts", null, null), default)).Value.Id;
        foreach (var (sku, quantity) in items)
            Assert.True((await Put.RunAsync(caller, cart, sku, new PutItemRequest(quantity), default)).IsOk);
        await Deliver.RunAsync(caller, cart, new PutDeliveryRequest(DeliveryMethod.Standard, ShopWorld.Delhi), default);
        var summary = (await Summarise.RunAsync(caller, cart, payment.Method, default)).Value;
        return new PlaceOrderRequest(cart, summary.SummaryHash, new CustomerDetails(CustomerKind.Individual, "Asha", Email: "asha@example.com"), payment, true);
    }

    /// <summary>Lets time pass and the timer run until nothing is due any more.</summary>
    public async Task QuietAsync()
    {
        for (var round = 0; round < 12; round++)
        {
            _world.Time.Advance(TimeSpan.FromMinutes(3));
            await Redrive.RunAsync(default);
        }
    }
}

/// <summary>Kills the process at the n-th step: a step is a call through a port, before or after it.</summary>
internal sealed class Killer
{
    private int _left = int.MaxValue;

    public int Steps { get; private set; }

    public void Arm(int step) => (_left, Steps) = (step, 0);

    public void Disarm() => _left = int.MaxValue;

    public void Step()
    {
        Steps++;
        if (--_left <= 0)
            throw new KilledException();
    }
}

internal sealed class KilledException : Exception;

/// <summary>A gateway that keeps books: what was captured and given back, by key.</summary>
internal sealed class BookkeepingGateway
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string OrderId, long Amount)> _captures = [];
    private readonly Dictionary<string, (string Reference, long Amount)> _refunds = [];

    public int Captures => _captures.Count;

    public void Capture(string reference, string orderId, long amount)
    {
        lock (_gate)
            _captures.TryAdd(reference, (orderId, amount));
    }

    public void Refund(string key, string reference, long amount)
    {
        lock (_gate)
            _refunds.TryAdd(key, (reference, amount));
    }

    public bool Has(string reference)
    {
        lock (_gate)
            return _captures.ContainsKey(reference);
    }

    public long NetOf(string orderId)
    {
        lock (_gate)
            return _captures.Values.Where(capture => capture.OrderId == orderId).Sum(capture => capture.Amount)
                - _refunds.Values.Where(refund => _captures[refund.Reference].OrderId == orderId).Sum(refund => refund.Amount);
    }
}

internal sealed class Mailbox
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Notice> _sent = new();

    public ICollection<string> Sent => _sent.Keys;

    public Notice this[string id] => _sent[id];

    public void Put(string id, Notice notice) => _sent.TryAdd(id, notice);
}

internal sealed class KillableMailer(Mailbox box, Killer killer) : IMailer
{
    public Task SendAsync(string id, Notice notice, CancellationToken cancellation)
    {
        killer.Step();
        box.Put(id, notice);
        killer.Step();
        return Task.CompletedTask;
    }
}

/// <summary>The shop's van with a book of what was booked, that may die before and after each parcel.</summary>
internal sealed class KillableCarrier(LocalCarrier van, ShopWorld world) : ICarrier
{
    public string Name => van.Name;

    public async Task<Tracking> BookAsync(Order order, PackedParcel parcel, CancellationToken cancellation)
    {
        world.Killer.Step();
        var booked = await van.BookAsync(order, parcel, cancellation);
        Assert.Equal(booked.Number, world.Bookings.GetOrAdd(parcel.Id, booked.Number));
        world.Killer.Step();
        return booked;
    }

    public CarrierEvent? ReadEvent(ReadOnlySpan<byte> body, IReadOnlyDictionary<string, string> headers, DateTimeOffset now) => van.ReadEvent(body, headers, now);
}

internal sealed class MemorySnapshots : ICatalogSnapshots
{
    private CatalogSnapshot? _newest;

    public Task<CatalogSnapshot?> ReadNewerAsync(long known, CancellationToken cancellation) => Task.FromResult(_newest is { } newest && newest.Version > known ? newest : null);

    public Task<bool> PublishAsync(CatalogSnapshot snapshot, CancellationToken cancellation)
    {
        _newest = snapshot;
        return Task.FromResult(true);
    }
}
