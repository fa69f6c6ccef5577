namespace Kundli.Features.Promotions;

/// <summary>What a promotion gives.</summary>
public enum PromotionKind
{
    /// <summary>A part of the price of the goods.</summary>
    Percent,

    /// <summary>A fixed amount.</summary>
    Amount,

    /// <summary>The delivery fee.</summary>
    FreeDelivery,
}

/// <summary>A promotion code with its conditions and how often it was used.</summary>
/// <param name="Code">Upper-case letters and digits.</param>
/// <param name="Kind">What it gives.</param>
/// <param name="BasisPoints">For a percentage: hundredths of a percent, at most 10,000.</param>
/// <param name="Amount">For a fixed amount; for a percentage the most that it gives, 0 for no bound.</param>
/// <param name="Minimum">Least price of the goods.</param>
/// <param name="ValidFrom">From when on.</param>
/// <param name="ValidTo">Until when, exclusive.</param>
/// <param name="UsesMax">Orders in all; 0 for no bound.</param>
/// <param name="PerCustomerMax">Orders of one customer; 0 for no bound.</param>
/// <param name="FirstOrderOnly">Only for a member's first order.</param>
/// <param name="Uses">Orders so far.</param>
public sealed record Promotion(
    string Code, PromotionKind Kind, int BasisPoints, Money Amount, Money Minimum, DateTimeOffset ValidFrom, DateTimeOffset ValidTo, int UsesMax, int PerCustomerMax,
    bool FirstOrderOnly, int Uses)
{
    private const int Whole = 10_000;

    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Why it does not hold now, as a sentence; null when it does.</summary>
    /// <param name="goods">Price of the goods.</param>
    /// <param name="usedByCustomer">Orders of this customer with it so far.</param>
    /// <param name="now">The instant.</param>
    public LocalText? Refuses(Money goods, int usedByCustomer, DateTimeOffset now) =>
        now < ValidFrom ? new($"The code {Code} is not valid yet.", $"कोड {Code} अभी लागू नहीं हुआ है।")
        : now >= ValidTo ? new($"The code {Code} has expired.", $"कोड {Code} की अवधि बीत चुकी है।")
        : UsesMax > 0 && Uses >= UsesMax ? new($"The code {Code} has been used up.", $"कोड {Code} पूरा इस्तेमाल हो चुका है।")
        : FirstOrderOnly && usedByCustomer > 0 ? ForFirstOrders
        : PerCustomerMax > 0 && usedByCustomer >= PerCustomerMax ? new($"The code {Code} has been used already.", $"कोड {Code} आप पहले ही इस्तेमाल कर चुके हैं।")
        : goods.Amount < Minimum.Amount ? new($"The code {Code} needs goods for at least ₹{Minimum.Amount / 100}.", $"कोड {Code} के लिए कम से कम ₹{Minimum.Amount / 100} का सामान चाहिए।")
        : null;

    /// <summary>What is told to who has bought before.</summary>
    internal LocalText ForFirstOrders => new($"The code {Code} is for a first order.", $"कोड {Code} केवल पहले ऑर्डर के लिए है।");

    /// <summary>What it takes off goods of a price, in whole paise, rounded down.</summary>
    public Money DiscountOn(Money goods)
    {
        var discount = Kind switch
        {
            PromotionKind.Percent => Math.Min((long)((Int128)goods.Amount * BasisPoints / Whole), Amount.Amount > 0 ? Amount.Amount : long.MaxValue),
            PromotionKind.Amount => Amount.Amount,
            _ => 0,
        };
        return Money.Paise(Math.Min(discount, goods.Amount));
    }
}

/// <summary>What one gift card pays.</summary>
/// <param name="Code">The whole code; never shown again.</param>
/// <param name="Amount">What is taken from it.</param>
public sealed record GiftCardUse(string Code, Money Amount);

/// <summary>A gift card: <c>Balance + Σ entries = Issued</c>.</summary>
/// <param name="CodeHash">Keyed hash of its code.</param>
/// <param name="Issued">What was paid in.</param>
/// <param name="Balance">What is left, holds already taken off; never below 0.</param>
/// <param name="ValidTo">Until when, exclusive.</param>
public sealed record GiftCard(string CodeHash, Money Issued, Money Balance, DateTimeOffset ValidTo)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;
}
