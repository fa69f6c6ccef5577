using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Kundli.Features.Catalog;
using Kundli.Features.Delivery;
using Kundli.Features.Pricing;
using Kundli.Features.Promotions;
using Kundli.Features.Stock;

namespace Kundli.Features.Orders;

/// <summary>A step in the life of an order.</summary>
/// <param name="State">The state that was reached.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, in a few words, or null.</param>
public sealed record OrderEvent(OrderState State, DateTimeOffset At, string? Reason);

/// <summary>What fulfilment and invoice need of a line; its amounts stand in the summary's item of the same SKU.</summary>
/// <param name="Sku">Stock-keeping unit.</param>
/// <param name="Slug">Its product.</param>
/// <param name="Title">Product and variant.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Kind">Kind of goods.</param>
/// <param name="Hsn">HSN or SAC.</param>
/// <param name="Unit">Unit of quantity.</param>
/// <param name="RateMilliPercent">GST on the day of the order.</param>
/// <param name="WeightGrams">Weight of all units.</param>
public sealed record OrderLine(string Sku, string Slug, string Title, int Quantity, GoodsKind Kind, string Hsn, string Unit, int RateMilliPercent, int WeightGrams)
{
    /// <summary>The tree that a partner plants for the customer; null for everything else.</summary>
    public string? Plant { get; init; }
}

/// <summary>Where the money of an order stands.</summary>
public enum PaymentState
{
    /// <summary>Nothing is to be paid online.</summary>
    None,

    /// <summary>Asked for, not answered.</summary>
    Pending,

    /// <summary>Refused by the provider; the customer may try again.</summary>
    Declined,

    /// <summary>Taken.</summary>
    Captured,

    /// <summary>Given back as a whole.</summary>
    Refunded,
}

/// <summary>Money that goes back.</summary>
/// <param name="Id">Its name within the order; at the gateway it makes the refund idempotent.</param>
/// <param name="Reference">The payment that it is taken from; null for cash, which goes back by hand.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">Why, in a few words.</param>
/// <param name="IsDone">Whether the gateway has taken the order.</param>
public sealed record OrderRefund(string Id, string? Reference, Money Amount, string Reason, bool IsDone)
{
    /// <summary>What of it goes back onto the gift cards that paid for the order.</summary>
    public IReadOnlyList<GiftCardUse> ToCards { get; init; } = [];

    /// <summary>What of it goes back the way it was paid.</summary>
    [JsonIgnore]
    public Money ToPayment => Amount - ToCards.Aggregate(Money.Zero, (sum, card) => sum + card.Amount);

    /// <summary>Number of its credit note; null where no invoice was issued.</summary>
    public string? CreditNote { get; init; }

    /// <summary>When it was granted: the date and the year of its credit note, however often its number is asked for. Null in refunds from before that was noted.</summary>
    public DateTimeOffset? OwedAt { get; init; }

    /// <summary>When the gateway took it: the date of the credit note where it is not known when it was granted. Null before, and in refunds from the time before their notes were printed.</summary>
    public DateTimeOffset? DoneAt { get; init; }
}

/// <summary>The payment of an order.</summary>
/// <param name="Method">The means.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Provider">Name of the gateway, or null.</param>
/// <param name="Reference">The gateway's name for it, or null.</param>
/// <param name="Captured">What was taken.</param>
/// <param name="Refunded">What was given back.</param>
public sealed record OrderPayment(PaymentMethod Method, PaymentState State, string? Provider, string? Reference, Money Captured, Money Refunded)
{
    /// <summary>Our own name for the running try: the idempotency key at the gateway; null before the first.</summary>
    public string? Key { get; init; }

    /// <summary>Brand of the card, or null.</summary>
    public string? Brand { get; init; }

    /// <summary>Last four digits of the card, or null.</summary>
    public string? Last4 { get; init; }
}

/// <summary>An order: the only arbiter of what happens to goods, money and numbers. Everything else follows its state.</summary>
public sealed record Order
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Derived from cart and attempt, so that a repeated checkout finds the same order.</summary>
    public required string Id { get; init; }

    /// <summary>What a person reads out; random.</summary>
    public required string Number { get; init; }

    /// <summary>The cart that it was made of.</summary>
    public required string CartId { get; init; }

    /// <summary>Which order of that cart it is.</summary>
    public required int Attempt { get; init; }

    /// <summary>The member, or null for a guest.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Hash of the Idempotency-Key that made it.</summary>
    public required string KeyHash { get; init; }

    /// <summary>Hash of the body that made it.</summary>
    public required string BodyHash { get; init; }

    /// <summary>Where it stands.</summary>
    public required OrderState State { get; init; }

    /// <summary>How it got there, oldest first.</summary>
    public required IReadOnlyList<OrderEvent> History { get; init; }

    /// <summary>When it was placed.</summary>
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>Until when a payment may come.</summary>
    public required DateTimeOffset PayBy { get; init; }

    /// <summary>The summary that the customer agreed to.</summary>
    public required OrderSummary Summary { get; init; }

    /// <summary>What to fulfil.</summary>
    public required IReadOnlyList<OrderLine> Lines { get; init; }

    /// <summary>How it is paid.</summary>
    public required OrderPayment Payment { get; init; }

    /// <summary>The promotion code that it used, or null.</summary>
    public string? Promotion { get; init; }

    /// <summary>What the gift cards pay.</summary>
    public IReadOnlyList<GiftCardUse> GiftCards { get; init; } = [];

    /// <summary>Day on which the parcel shall leave, or null.</summary>
    public DateOnly? DispatchOn { get; init; }

    /// <summary>Day by which the parcel is there now that it missed the day which was promised; null while that one stands.</summary>
    public DateOnly? ArrivesBy { get; init; }

    /// <summary>Why it is not packed at once, or null.</summary>
    public DispatchWait? Wait { get; init; }

    /// <summary>Shipments.</summary>
    public IReadOnlyList<Tracking> Tracking { get; init; } = [];

    /// <summary>Number of the invoice once it was issued.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>Money that went or goes back.</summary>
    public IReadOnlyList<OrderRefund> Refunds { get; init; } = [];

    /// <summary>Goods that arrived damaged.</summary>
    public IReadOnlyList<DamageClaim> Damage { get; init; } = [];

    /// <summary>Trees that were planted for the customer.</summary>
    public IReadOnlyList<Planting> Plantings { get; init; } = [];

    /// <summary>The order whose damaged goods this one replaces, or null; a replacement costs nothing and has no invoice.</summary>
    public string? ReplacementOf { get; init; }

    /// <summary>Whether holds, promotion and cards have followed the order to its end.</summary>
    public bool IsSettled { get; init; }

    /// <summary>What stock must hold for it.</summary>
    public IReadOnlyList<StockLine> StockLines() => [.. Lines.Select(line => new StockLine(line.Sku, line.Quantity))];

    /// <summary>The id of the n-th order of a cart: nobody who does not know the cart can guess it.</summary>
    public static string IdOf(string cartId, int attempt) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"order|{cartId}|{attempt}")))[..32];

    /// <summary>The number of an order: ten letters and digits without those that look alike.</summary>
    public static string NumberOf(string orderId)
    {
        const string alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"number|{orderId}"));
        var letters = bytes.Take(10).Select(value => alphabet[value % alphabet.Length]).ToArray();
        return $"K{new string(letters, 0, 5)}-{new string(letters, 5, 5)}";
    }

    /// <summary>Moves to another state, if it may follow; the same state again changes nothing.</summary>
    public Outcome<Order> Move(OrderState to, DateTimeOffset now, string? reason = null) =>
        State == to ? this
        : OrderStates.CanFollow(State, to) ? this with { State = to, History = [.. History, new OrderEvent(to, now, reason)] }
        : OrderProblems.Conflict(State, to);

    /// <summary>What of its payment is promised back, by all refunds so far. A cancelled order owes the rest, not the whole.</summary>
    [JsonIgnore]
    public Money PromisedBack => Refunds.Where(refund => refund.Reference == Payment.Reference).Aggregate(Money.Zero, (sum, refund) => sum + refund.ToPayment);

    /// <summary>What of the money can still be promised back, gift cards included; cash only once it was handed over.</summary>
    [JsonIgnore]
    public Money LeftToGiveBack => LeftOfPayment + LeftOfCards.Aggregate(Money.Zero, (sum, card) => sum + card.Amount);

    private Money LeftOfPayment => (IsCash && History.Any(step => step.State == OrderState.Delivered) ? Summary.Totals.Due : Payment.Captured) - PromisedBack;

    // A cancelled order gives its cards back as a whole, where it is settled; one that waits for its payment may come to be cancelled.
    private IEnumerable<GiftCardUse> LeftOfCards => State is OrderState.Placing or OrderState.AwaitingPayment or OrderState.Cancelled
        ? []
        : GiftCards.Select(card => card with { Amount = card.Amount - Refunds.SelectMany(refund => refund.ToCards).Where(back => back.Code == card.Code).Aggregate(Money.Zero, (sum, back) => sum + back.Amount) });

    /// <summary>Whether it is paid at the door.</summary>
    [JsonIgnore]
    public bool IsCash => Payment.Method == PaymentMethod.Cod;

    /// <summary>Notes that money goes back; the same id again changes nothing.</summary>
    public Order Owe(string id, string? reference, Money amount, string reason, DateTimeOffset now) =>
        Owe(new OrderRefund(id, reference, amount, reason, false) { OwedAt = now });

    private Order Owe(OrderRefund refund) => Refunds.Any(known => known.Id == refund.Id) ? this : this with { Refunds = [.. Refunds, refund], IsSettled = false };

    /// <summary>Notes that money of what was bought goes back: the way it was paid as far as that goes, then onto the gift cards. Not more than <see cref="LeftToGiveBack"/>.</summary>
    public Order OweBack(string id, Money amount, string reason, DateTimeOffset now)
    {
        var left = amount - Money.Paise(Math.Min(amount.Amount, LeftOfPayment.Amount));
        var cards = new List<GiftCardUse>();
        foreach (var card in LeftOfCards)
        {
            var part = Money.Paise(Math.Min(left.Amount, card.Amount.Amount));
            if (part.Amount > 0)
                cards.Add(card with { Amount = part });
            left -= part;
        }
        return Owe(new OrderRefund(id, IsCash ? null : Payment.Reference, amount, reason, false) { OwedAt = now, ToCards = cards });
    }

    /// <summary>Notes that the gateway has taken the order to give money back.</summary>
    public Order Repay(string id, string? creditNote, DateTimeOffset now)
    {
        if (Refunds.FirstOrDefault(refund => refund.Id == id) is not { IsDone: false } open)
            return this;
        var refunded = open.Reference == Payment.Reference ? Payment.Refunded + open.ToPayment : Payment.Refunded;
        var isAll = Payment.Captured.Amount > 0 && refunded.Amount >= Payment.Captured.Amount;
        return this with
        {
            Refunds = [.. Refunds.Select(refund => refund.Id == id ? refund with { IsDone = true, CreditNote = creditNote, DoneAt = now } : refund)],
            Payment = Payment with { Refunded = refunded, State = isAll ? PaymentState.Refunded : Payment.State },
        };
    }

    /// <summary>The summary as it is now: what was agreed, with state, actions and shipments.</summary>
    public OrderSummary Summarise() => Summary with
    {
        Status = JsonName(State),
        OrderNumber = Number,
        PlacedAt = PlacedAt,
        Actions = [.. OrderStates.ActionsOf(State).Where(action => action != "return" || TakesReturn)],
        Tracking = Tracking,
        Payment = Summary.Payment with { Brand = Payment.Brand, Last4 = Payment.Last4 },
        Messages = null,
        MessagesHindi = null,
    };

    /// <summary>Whether something of it can be sent back: what is alive does not travel twice, work and documents not at all.</summary>
    public bool TakesReturn => Lines.Any(line => line.Kind is GoodsKind.Goods or GoodsKind.Seeds);

    /// <summary>Whether goods or money are still to move, for which its person must be known.</summary>
    public bool IsUnderWay => State is not (OrderState.Delivered or OrderState.Cancelled or OrderState.Refunded);

    /// <summary>
    /// The order without its person; what an invoice prints stays where the law holds it. The member's id stays: it is random, and without it the order would be
    /// a guest's, open to whoever knows its own id. Nothing left to take: the order itself.
    /// </summary>
    public Order WithoutPerson(bool isInvoiceHeld)
    {
        var bare = Summary with
        {
            Email = null,
            Phone = null,
            Customer = isInvoiceHeld && Summary.Customer is { } customer ? customer with { Email = null, Phone = null } : null,
            BillingAddress = isInvoiceHeld && Summary.BillingAddress is { } billing ? billing with { Phone = null } : null,
            DeliveryAddress = isInvoiceHeld && Summary.DeliveryAddress is { } delivery ? delivery with { Phone = null } : null,
            Payment = Summary.Payment with { Brand = null, Last4 = null },
        };
        // Reasons are a customer's own words.
        var isBare = bare == Summary && Payment is { Brand: null, Last4: null } && History.All(step => step.Reason is null) && Damage.All(claim => claim is { Note: null, Answer: null });
        return isBare ? this : this with
        {
            Summary = bare,
            Payment = Payment with { Brand = null, Last4 = null },
            History = [.. History.Select(step => step with { Reason = null })],
            Damage = [.. Damage.Select(claim => claim with { Note = null, Answer = null })],
        };
    }

    /// <summary>Until when it stays at the nursery although it is confirmed; null when it may be packed now.</summary>
    public DateTimeOffset? WaitsUntil(DateTimeOffset now) =>
        State == OrderState.Confirmed && Wait is { } wait && Days.StartOf(wait.PackedFrom) is var start && now < start ? start : null;

    /// <summary>Whether a caller may see it: a guest's order is open to whoever knows its id.</summary>
    public bool IsOf(Caller caller) => CustomerId is null || CustomerId == caller.UserId || caller.IsAdmin;

    /// <summary>The name of a state in the contract.</summary>
    public static string JsonName(OrderState state)
    {
        var name = state.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}

/// <summary>Expected failures of orders.</summary>
public static class OrderProblems
{
    /// <summary>The order can't do that in its state.</summary>
    public static Problem Conflict(OrderState from, OrderState to) => new("order-state-conflict", "The order can't do that in its state.")
    {
        Detail = $"An order that is {Order.JsonName(from)} does not become {Order.JsonName(to)}.",
    };
}
