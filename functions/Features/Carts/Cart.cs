using System.Text.Json.Serialization;
using Kundli.Features.Delivery;
using Kundli.Features.Pricing;

namespace Kundli.Features.Carts;

/// <summary>How many of a SKU somebody wants, and what it cost when it was put in.</summary>
/// <param name="Sku">Stock-keeping unit.</param>
/// <param name="Slug">Its product.</param>
/// <param name="Quantity">At least 1.</param>
/// <param name="PriceWhenAdded">To tell the customer of a change.</param>
public sealed record CartItem(string Sku, string Slug, int Quantity, Money PriceWhenAdded);

/// <summary>A basket. A guest owns it by its unguessable id, a member by signing in.</summary>
public sealed record Cart
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>128 random bits.</summary>
    public required string Id { get; init; }

    /// <summary>The member that it belongs to, or null.</summary>
    public string? CustomerId { get; init; }

    /// <summary>In the order in which they were put in.</summary>
    public IReadOnlyList<CartItem> Items { get; init; } = [];

    /// <summary>How the goods shall come.</summary>
    public DeliveryMethod Method { get; init; } = DeliveryMethod.Standard;

    /// <summary>Where they shall go, or null while unknown.</summary>
    public Address? Address { get; init; }

    /// <summary>The one promotion code, or null.</summary>
    public string? Promotion { get; init; }

    /// <summary>Codes of gift cards.</summary>
    public IReadOnlyList<string> GiftCards { get; init; } = [];

    /// <summary>Grows when an order of this cart was cancelled, so that the next one gets another id.</summary>
    public int Attempt { get; init; }

    /// <summary>The order that was made of it; then it can't be changed any more.</summary>
    public string? OrderId { get; init; }

    /// <summary>The member's cart that took its goods in at sign-in; then it can't be changed any more.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Guests' carts whose goods it has taken in, the newest last.</summary>
    public IReadOnlyList<string> TakenIn { get; init; } = [];

    /// <summary>Reminders that were sent, or whose moment had passed.</summary>
    public int Reminded { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether a caller may see and change it.</summary>
    public bool IsOf(Caller caller) => CustomerId is null || CustomerId == caller.UserId;

    /// <summary>Whether it can still be changed.</summary>
    [JsonIgnore]
    public bool IsOpen => Closed is null;

    /// <summary>Why it can't be changed any more, or null.</summary>
    private Problem? Closed => OrderId is not null ? CartProblems.Ordered(OrderId) : MergedInto is not null ? CartProblems.Merged(MergedInto) : null;

    /// <summary>Sets the quantity of a SKU; 0 removes it.</summary>
    public Outcome<Cart> Put(string sku, string slug, int quantity, Money price, DateTimeOffset now)
    {
        if (Closed is { } closed)
            return closed;
        if (quantity is < 0 or > Limits.QuantityMax)
            return Problem.Invalid(new FieldError("/quantity", $"must be from 0 to {Limits.QuantityMax}."));
        var known = Items.FirstOrDefault(item => item.Sku == sku);
        if (known is null && quantity > 0 && Items.Count >= Limits.ItemsMax)
            return Problem.Invalid(new FieldError("", $"A cart holds at most {Limits.ItemsMax} different goods."));
        var items = quantity == 0 ? Items.Where(item => item.Sku != sku)
            : known is null ? Items.Append(new CartItem(sku, slug, quantity, price))
            : Items.Select(item => item.Sku == sku ? item with { Quantity = quantity } : item);
        return this with { Items = [.. items], UpdatedAt = now };
    }

    /// <summary>Says how and where the goods shall come.</summary>
    public Outcome<Cart> Deliver(DeliveryMethod method, Address? address, DateTimeOffset now) =>
        Closed is { } closed ? closed : this with { Method = method, Address = address, UpdatedAt = now };

    /// <summary>Takes a promotion code, in place of the one before; null takes it away.</summary>
    public Outcome<Cart> Promote(string? code, DateTimeOffset now) =>
        Closed is { } closed ? closed : this with { Promotion = code, UpdatedAt = now };

    /// <summary>Takes a gift card; once each.</summary>
    public Outcome<Cart> AddGiftCard(string code, DateTimeOffset now) =>
        Closed is { } closed ? closed
        : GiftCards.Contains(code, StringComparer.Ordinal) ? this
        : GiftCards.Count >= Limits.GiftCardsMax ? Problem.Invalid(new FieldError("", $"A cart takes at most {Limits.GiftCardsMax} gift cards."))
        : this with { GiftCards = [.. GiftCards, code], UpdatedAt = now };

    /// <summary>Takes a gift card out again.</summary>
    public Outcome<Cart> RemoveGiftCard(string code, DateTimeOffset now) =>
        Closed is { } closed ? closed : this with { GiftCards = [.. GiftCards.Where(card => card != code)], UpdatedAt = now };

    /// <summary>Closes the cart: an order was made of it.</summary>
    public Cart Close(string orderId, int attempt, DateTimeOffset now) => this with { OrderId = orderId, Attempt = attempt, UpdatedAt = now };

    /// <summary>Opens the cart again after its order was cancelled or had expired.</summary>
    public Cart Reopen(string orderId, DateTimeOffset now) => OrderId == orderId ? this with { OrderId = null, Attempt = Attempt + 1, UpdatedAt = now } : this;

    /// <summary>Takes over the goods of a guest's cart at sign-in, once: quantities are added up to the limit, and what it lacks itself (code, address, gift cards) comes along.</summary>
    public Cart Merge(Cart guest, DateTimeOffset now)
    {
        if (TakenIn.Contains(guest.Id, StringComparer.Ordinal))
            return this;
        var merged = this;
        foreach (var item in guest.Items)
        {
            var quantity = Math.Min(Limits.QuantityMax, item.Quantity + (merged.Items.FirstOrDefault(known => known.Sku == item.Sku)?.Quantity ?? 0));
            if (merged.Put(item.Sku, item.Slug, quantity, item.PriceWhenAdded, now) is { IsOk: true } put)
                merged = put.Value;
        }
        return merged with
        {
            Promotion = merged.Promotion ?? guest.Promotion,
            Address = merged.Address ?? guest.Address,
            Method = merged.Address is null ? guest.Method : merged.Method,
            GiftCards = [.. merged.GiftCards.Union(guest.GiftCards, StringComparer.Ordinal).Take(Limits.GiftCardsMax)],
            TakenIn = [.. merged.TakenIn.TakeLast(Limits.TakenInMax - 1), guest.Id],
            UpdatedAt = now,
        };
    }
}

/// <summary>Bounds of carts.</summary>
public static class Limits
{
    /// <summary>Different SKUs in one cart.</summary>
    public const int ItemsMax = 40;

    /// <summary>Units of one SKU.</summary>
    public const int QuantityMax = 50;

    /// <summary>Gift cards in one cart.</summary>
    public const int GiftCardsMax = 5;

    /// <summary>Guests' carts that a member's cart remembers.</summary>
    public const int TakenInMax = 20;

    /// <summary>How often a change is tried against others of the same cart.</summary>
    public const int ConflictsMax = 20;

    /// <summary>A cart that nobody touches is forgotten after this.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);
}

/// <summary>Expected failures of carts.</summary>
public static class CartProblems
{
    /// <summary>The cart has become an order.</summary>
    public static Problem Ordered(string orderId) => new("cart-ordered", "This cart has become an order and can't be changed.")
    {
        Extras = new Dictionary<string, object?> { ["orderId"] = orderId },
    };

    /// <summary>The cart went into the member's at sign-in; the answer names that one.</summary>
    public static Problem Merged(string cartId) => new("cart-merged", "This cart has become part of your own.")
    {
        Extras = new Dictionary<string, object?> { ["cartId"] = cartId },
    };

    /// <summary>No product has this SKU.</summary>
    public static Problem UnknownSku(string sku) =>
        Problem.Invalid(new FieldError("/sku", sku.Length <= 40 ? $"No product has the SKU {sku}." : "No product has this SKU."));
}
