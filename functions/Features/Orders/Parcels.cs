using Kundli.Features.Catalog;
using Kundli.Features.Pricing;

namespace Kundli.Features.Orders;

/// <summary>A parcel of an order, before it is booked.</summary>
/// <param name="Id">Its name at the carrier; the same order gives the same names each time.</param>
/// <param name="IsCrate">Whether it is the crate that keeps living plants upright.</param>
/// <param name="WeightGrams">Weight of what is in it.</param>
/// <param name="Items">What is in it, ordinally by SKU.</param>
public sealed record PackedParcel(string Id, bool IsCrate, int WeightGrams, IReadOnlyList<ParcelItem> Items);

/// <summary>
/// How an order is divided into parcels: living plants in crates of their own, other goods beside them, each parcel as heavy as one person carries. Work and
/// documents do not travel. The same order always gives the same parcels, whatever the order of its lines, so booking them again books nothing new.
/// </summary>
public static class Parcels
{
    /// <summary>Grams of a parcel; a unit that is heavier by itself is a parcel of its own.</summary>
    public const int GramsMax = 20_000;

    /// <summary>Crates, and boxes, of one order; more than that leaves as one consignment of freight.</summary>
    public const int CountMax = 100;

    /// <summary>What news may say of a parcel, in the order in which it happens.</summary>
    private static readonly string[] Steps = ["booked", "shipped", "inTransit", "outForDelivery", Delivered];

    private const string Delivered = "delivered";

    /// <summary>The parcels of an order: crates first; none when nothing of it travels.</summary>
    public static IReadOnlyList<PackedParcel> Of(Order order)
    {
        var crates = Pack([.. order.Lines.Where(line => line.Kind == GoodsKind.LivePlant)]);
        var boxes = Pack([.. order.Lines.Where(line => line.Kind is GoodsKind.Goods or GoodsKind.Seeds)]);
        return [.. crates.Select(crate => (IsCrate: true, Content: crate)).Concat(boxes.Select(box => (IsCrate: false, Content: box)))
            .Select((parcel, index) => new PackedParcel(
                $"{order.Id}-{index + 1}", parcel.IsCrate, parcel.Content.Grams, [.. parcel.Content.Items.OrderBy(item => item.Sku, StringComparer.Ordinal)]))];
    }

    /// <summary>
    /// What a carrier tells of one parcel, or of all without a number. News that comes late, twice, or of a parcel that is not this order's changes nothing.
    /// When the last parcel is there, the order is delivered.
    /// </summary>
    public static Outcome<Order> Hear(Order order, string? number, string state, DateTimeOffset now)
    {
        if (order.State == OrderState.Packed)
            return OrderProblems.Conflict(order.State, OrderState.Delivered);
        if (order.State != OrderState.Shipped)
            return order;
        var heard = order.Tracking.Select(parcel => (number is null || parcel.Number == number) && IsLater(state, parcel.State) ? parcel with { State = state, At = now } : parcel).ToArray();
        // Without a parcel (a tree that a partner plants) the news is of the order itself.
        var isThere = heard.Length > 0 ? heard.All(parcel => parcel.State == Delivered) : number is null && state == Delivered;
        if (isThere)
            return (order with { Tracking = heard }).Move(OrderState.Delivered, now);
        return heard.SequenceEqual(order.Tracking) ? order : order with { Tracking = heard };
    }

    private static bool IsLater(string state, string than) => Array.IndexOf(Steps, state) > Array.IndexOf(Steps, than);

    private static List<Content> Pack(IReadOnlyList<OrderLine> lines)
    {
        var packed = Pack(lines, GramsMax);
        return packed.Count <= CountMax ? packed : Pack(lines, int.MaxValue);
    }

    /// <summary>The heaviest units first, each into the first parcel that has room: a lighter one may still fit where a heavier did not.</summary>
    private static List<Content> Pack(IReadOnlyList<OrderLine> lines, int gramsMax)
    {
        var parcels = new List<Content>();
        foreach (var line in lines.OrderByDescending(UnitGrams).ThenBy(line => line.Sku, StringComparer.Ordinal))
        {
            var left = line.Quantity;
            foreach (var parcel in parcels)
                left -= parcel.Take(line.Sku, UnitGrams(line), left, gramsMax);
            while (left > 0)
            {
                parcels.Add(new Content());
                left -= parcels[^1].Take(line.Sku, UnitGrams(line), left, gramsMax);
            }
        }
        return parcels;
    }

    private static int UnitGrams(OrderLine line) => line.WeightGrams / Math.Max(1, line.Quantity);

    /// <summary>A parcel while it is being filled.</summary>
    private sealed class Content
    {
        public List<ParcelItem> Items { get; } = [];

        public int Grams { get; private set; }

        /// <summary>Puts in as many units as there is room for, into an empty parcel at least one.</summary>
        public int Take(string sku, int unitGrams, int units, int gramsMax)
        {
            var room = unitGrams == 0 ? units : Math.Max(0, gramsMax - Grams) / unitGrams;
            var taken = Math.Min(units, Items.Count == 0 ? Math.Max(1, room) : room);
            if (taken > 0)
            {
                Items.Add(new ParcelItem(sku, taken));
                Grams += taken * unitGrams;
            }
            return taken;
        }
    }
}
