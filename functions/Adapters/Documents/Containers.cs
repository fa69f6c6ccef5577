namespace Kundli.Adapters.Documents;

/// <summary>The containers and what their partitions are keyed by; infra makes the same list.</summary>
public static class Containers
{
    /// <summary>By order id.</summary>
    public const string Orders = "orders";

    /// <summary>By SKU.</summary>
    public const string Stock = "stock";

    /// <summary>By cart id.</summary>
    public const string Carts = "carts";

    /// <summary>By user id.</summary>
    public const string Customers = "customers";

    /// <summary>By user id.</summary>
    public const string Charts = "charts";

    /// <summary>By hash of the share's token.</summary>
    public const string Shares = "shares";

    /// <summary>By keyed hash of a mail address, phone number or external subject.</summary>
    public const string Logins = "logins";

    /// <summary>By family id of the refresh tokens.</summary>
    public const string Sessions = "sessions";

    /// <summary>By hash of a one-time token.</summary>
    public const string Tokens = "tokens";

    /// <summary>By keyed hash of an account or address.</summary>
    public const string Guards = "guards";

    /// <summary>By slug.</summary>
    public const string Products = "products";

    /// <summary>By promotion code.</summary>
    public const string Promotions = "promotions";

    /// <summary>By keyed hash of the card's code.</summary>
    public const string GiftCards = "giftCards";

    /// <summary>By series and financial year.</summary>
    public const string Invoices = "invoices";

    /// <summary>By provider and its reference.</summary>
    public const string PaymentRefs = "paymentRefs";

    /// <summary>By kind and shard.</summary>
    public const string Due = "due";

    /// <summary>By hash of scope, route and key.</summary>
    public const string Idempotency = "idempotency";

    /// <summary>By identification id.</summary>
    public const string Identifications = "identifications";

    /// <summary>One partition, <c>all</c>.</summary>
    public const string Prototypes = "prototypes";

    /// <summary>By day.</summary>
    public const string Audit = "audit";

    /// <summary>By ticket id.</summary>
    public const string Grievances = "grievances";

    /// <summary>Every container.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Orders, Stock, Carts, Customers, Charts, Shares, Logins, Sessions, Tokens, Guards, Products, Promotions, GiftCards, Invoices, PaymentRefs, Due,
        Idempotency, Identifications, Prototypes, Audit, Grievances,
    ];
}
