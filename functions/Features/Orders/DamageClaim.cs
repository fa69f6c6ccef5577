using Kundli.Features.Catalog;

namespace Kundli.Features.Orders;

/// <summary>What a customer wants for goods that arrived damaged.</summary>
public enum DamageWish
{
    /// <summary>The money.</summary>
    Refund,

    /// <summary>The same goods once more.</summary>
    Replacement,
}

/// <summary>Where a claim stands.</summary>
public enum DamageState
{
    /// <summary>Nobody has decided yet.</summary>
    Open,

    /// <summary>Granted; the replacement is being ordered.</summary>
    Replacing,

    /// <summary>The money goes back.</summary>
    Refunded,

    /// <summary>The goods are ordered once more.</summary>
    Replaced,

    /// <summary>Not granted; the answer says why.</summary>
    Refused,
}

/// <summary>Goods that arrived damaged, as their customer shows them.</summary>
/// <param name="Id">Follows from order, SKU and photos, so that the same claim again is one.</param>
/// <param name="Sku">Of which goods.</param>
/// <param name="Quantity">How many of them.</param>
/// <param name="Wish">What the customer wants.</param>
/// <param name="Note">In the customer's words, or null.</param>
/// <param name="PhotosOf">Where the photos are: the upload that took them in.</param>
/// <param name="PhotoCount">How many there are.</param>
/// <param name="At">When it was made.</param>
public sealed record DamageClaim(string Id, string Sku, int Quantity, DamageWish Wish, string? Note, string PhotosOf, int PhotoCount, DateTimeOffset At)
{
    /// <summary>Where it stands.</summary>
    public DamageState State { get; init; }

    /// <summary>What the customer was told, or null.</summary>
    public string? Answer { get; init; }

    /// <summary>When it was decided, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The order that replaces the goods, or null.</summary>
    public string? ReplacementOrderId { get; init; }
}

/// <summary>Until when goods of an order can be claimed as damaged.</summary>
/// <param name="Sku">Of which goods.</param>
/// <param name="Until">The end of the 48 hours.</param>
public sealed record DamageDeadline(string Sku, DateTimeOffset Until);

/// <summary>What an order decides about goods that arrived damaged: a photo within 48 hours of the arrival, then money or goods.</summary>
public static class DamagedGoods
{
    /// <summary>So long after the arrival a claim can be made.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(48);

    /// <summary>Claims of one order.</summary>
    public const int ClaimsMax = 10;

    /// <summary>The claim comes after <see cref="Window"/>.</summary>
    public static Problem Late { get; } = new("damage-claim-late", "The 48 hours in which damage can be shown are over.") { Detail = "Customer care and the grievance officer still listen: /api/v1/grievances." };

    /// <summary>When the goods of a SKU arrived: the last parcel that holds some, else the order; null while they are on their way.</summary>
    public static DateTimeOffset? ArrivalOf(Order order, string sku)
    {
        var parcels = order.Tracking.Where(parcel => parcel.Items.Any(item => item.Sku == sku)).ToArray();
        if (parcels.Length > 0)
            return parcels.Where(parcel => parcel.State == "delivered").Select(parcel => (DateTimeOffset?)parcel.At).Max();
        return order.History.LastOrDefault(step => step.State == OrderState.Delivered)?.At;
    }

    /// <summary>Until when what has arrived can be claimed.</summary>
    public static IReadOnlyList<DamageDeadline> DeadlinesOf(Order order) =>
        [.. order.Lines.Where(Travels).Select(line => (line.Sku, At: ArrivalOf(order, line.Sku))).Where(entry => entry.At is not null).Select(entry => new DamageDeadline(entry.Sku, entry.At!.Value + Window))];

    private static bool Travels(OrderLine line) => line.Kind is GoodsKind.LivePlant or GoodsKind.Goods or GoodsKind.Seeds;

    /// <summary>The order with a claim; the same claim again changes nothing.</summary>
    public static Outcome<Order> Claim(Order order, DamageClaim claim, DateTimeOffset photographedAt)
    {
        if (order.Damage.Any(known => known.Id == claim.Id))
            return order;
        if (order.Lines.FirstOrDefault(line => line.Sku == claim.Sku) is not { } line || !Travels(line))
            return Problem.Invalid(new FieldError("/sku", "is nothing of this order that travels."));
        if (order.State is OrderState.Cancelled or OrderState.Refunded || ArrivalOf(order, claim.Sku) is not { } arrived)
            return OrderProblems.Conflict(order.State, OrderState.ReturnRequested);
        if (claim.At > arrived + Window)
            return Late;
        if (photographedAt < arrived)
            return Problem.Invalid(new FieldError("/identificationId", "was taken in before the goods arrived."));
        var claimed = order.Damage.Where(known => known.Sku == claim.Sku && known.State != DamageState.Refused).Sum(known => known.Quantity);
        return claimed + claim.Quantity > line.Quantity || order.Damage.Count >= ClaimsMax
            ? Problem.Invalid(new FieldError("/quantity", "is more than what is left to claim."))
            : order with { Damage = [.. order.Damage, claim] };
    }

    /// <summary>The order with its claim in another state.</summary>
    public static Order With(Order order, DamageClaim claim) => order with { Damage = [.. order.Damage.Select(known => known.Id == claim.Id ? claim : known)] };

    /// <summary>What the damaged units cost, discounts off, as far as it was not given back yet. Claims one after the other come to the whole line to the paisa.</summary>
    public static Money WorthOf(Order order, DamageClaim claim)
    {
        var item = order.Summary.Items.First(item => item.Sku == claim.Sku);
        var before = order.Damage.Where(known => known.Sku == claim.Sku && known.State == DamageState.Refunded).Sum(known => known.Quantity);
        return Money.Paise(Math.Min(order.LeftToGiveBack.Amount, CostOf(before + claim.Quantity) - CostOf(before)));

        long CostOf(int units) => item.LineTotal.Amount * units / item.Quantity;
    }
}
