using System.Text.Json.Serialization;

namespace Kundli.Features.Pricing;

/// <summary>How the goods reach the customer.</summary>
public enum FulfilmentKind
{
    /// <summary>By a carrier to the delivery address.</summary>
    Ship,

    /// <summary>The customer fetches them at the store.</summary>
    Pickup,
}

/// <summary>How the amount due is paid.</summary>
public enum PaymentMethod
{
    /// <summary>A card, through the gateway.</summary>
    Card,

    /// <summary>UPI intent or QR, through the gateway.</summary>
    Upi,

    /// <summary>Cash or UPI to the courier at the door.</summary>
    Cod,

    /// <summary>Nothing is left to pay: gift cards or a full discount cover the total.</summary>
    GiftCard,
}

/// <summary>Which government a part of GST goes to.</summary>
public enum TaxKind
{
    /// <summary>Central half of an intra-state supply.</summary>
    Cgst,

    /// <summary>State half of an intra-state supply.</summary>
    Sgst,

    /// <summary>The whole of an inter-state supply.</summary>
    Igst,
}

/// <summary>What lowers the amount beside the prices themselves.</summary>
public enum AdjustmentKind
{
    /// <summary>A promotion code: lowers the taxable value.</summary>
    Promotion,

    /// <summary>A gift card: a means of payment, the taxable value stays.</summary>
    GiftCard,
}

/// <summary>Whether a person or a company buys.</summary>
public enum CustomerKind
{
    /// <summary>A private person.</summary>
    Individual,

    /// <summary>A company; its GSTIN goes on the invoice where given.</summary>
    Company,
}

/// <summary>Who buys, as it goes on the invoice.</summary>
/// <param name="Kind">Person or company.</param>
/// <param name="Name">The person's name.</param>
/// <param name="CompanyName">Legal name of the company, or null.</param>
/// <param name="Gstin">GST identification number, checked, or null.</param>
/// <param name="Email">For confirmations, or null.</param>
/// <param name="Phone">For the courier, or null.</param>
public sealed record CustomerDetails(CustomerKind Kind, string Name, string? CompanyName = null, string? Gstin = null, string? Email = null, string? Phone = null);

/// <summary>A postal address in India.</summary>
/// <param name="Name">Addressee; the customer where it is null.</param>
/// <param name="Line1">House and street.</param>
/// <param name="Line2">More of it, or null.</param>
/// <param name="City">Town or village.</param>
/// <param name="State">Two-letter code of the state or union territory (ISO 3166-2:IN without the prefix): <c>KA</c>.</param>
/// <param name="PostalCode">Six-digit PIN.</param>
/// <param name="Country">ISO 3166-1 alpha-2; only <c>IN</c> is served.</param>
/// <param name="Phone">For the courier, or null.</param>
public sealed record Address(string? Name, string Line1, string? Line2, string City, string State, string PostalCode, string Country = "IN", string? Phone = null);

/// <summary>How and by when the goods come, and for what fee.</summary>
/// <param name="Kind">Shipped or picked up.</param>
/// <param name="Label">For a person: <c>Standard delivery</c>.</param>
/// <param name="PromisedBy">Local date in India by which the goods arrive or can be fetched; null while no PIN is known.</param>
/// <param name="Fee">With GST.</param>
public sealed record FulfilmentTerms(FulfilmentKind Kind, string Label, DateOnly? PromisedBy, Money Fee);

/// <summary>How the amount due is paid, as far as it may be shown.</summary>
/// <param name="Method">The means.</param>
/// <param name="Brand">Card brand, or null.</param>
/// <param name="Last4">Last four digits of the card, or null.</param>
/// <param name="Surcharge">Fee of the method, with GST.</param>
public sealed record PaymentTerms(PaymentMethod Method, string? Brand, string? Last4, Money Surcharge);

/// <summary>A picture for light and for dark pages.</summary>
/// <param name="Light">Path of the picture for light pages.</param>
/// <param name="Dark">Path of the picture for dark pages.</param>
/// <param name="Alt">What it shows.</param>
public sealed record ProductImage(string Light, string Dark, string Alt);

/// <summary>One SKU of the summary; all amounts contain GST.</summary>
/// <param name="Sku">Stock-keeping unit.</param>
/// <param name="Title">Product and variant.</param>
/// <param name="Href">Path of the product.</param>
/// <param name="Image">Its picture.</param>
/// <param name="Quantity">How many, at least 1.</param>
/// <param name="UnitPrice">What one costs.</param>
/// <param name="OriginalUnitPrice">What one cost before the price was lowered; at least <paramref name="UnitPrice"/>.</param>
/// <param name="LineOriginal">Original unit price times quantity.</param>
/// <param name="LineSavings">What the lowered price saves.</param>
/// <param name="LineDiscount">This line's share of the order's promotion.</param>
/// <param name="LineTax">GST within <paramref name="LineTotal"/>.</param>
/// <param name="LineTotal">LineOriginal − LineSavings − LineDiscount.</param>
/// <param name="Hsn">Code of the goods (HSN) or service (SAC).</param>
public sealed record SummaryItem(
    string Sku, string Title, string Href, ProductImage Image, int Quantity, Money UnitPrice, Money OriginalUnitPrice, Money LineOriginal,
    Money LineSavings, Money LineDiscount, Money LineTax, Money LineTotal, string Hsn)
{
    /// <summary>What must be known of it before it is touched or eaten, in English, or null.</summary>
    public string? Warning { get; init; }

    /// <summary>The title in Hindi; null in orders from before it was kept.</summary>
    public string? TitleHindi { get; init; }

    /// <summary>The warning in Hindi, or null.</summary>
    public string? WarningHindi { get; init; }
}

/// <summary>A promotion or gift card in the summary.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Code">The code; of a gift card its last four characters only.</param>
/// <param name="Amount">How much it takes off; a free-delivery promotion takes the fee away instead and says 0.</param>
public sealed record Adjustment(AdjustmentKind Kind, string Code, Money Amount);

/// <summary>One part of the tax.</summary>
/// <param name="Kind">Which tax.</param>
/// <param name="Rate">Percent of the taxable value: 9 for the halves of 18%.</param>
/// <param name="Amount">The tax.</param>
public sealed record TaxAmount(TaxKind Kind, decimal Rate, Money Amount);

/// <summary>The sums. The equations of the contract hold exactly: see <see cref="SummaryArithmetic"/>.</summary>
/// <param name="OriginalPrice">Σ lineOriginal.</param>
/// <param name="Savings">Σ lineSavings + order promotions.</param>
/// <param name="Delivery">Fee of delivery or pickup.</param>
/// <param name="Exempt">The part of <paramref name="Taxable"/> at 0%.</param>
/// <param name="Taxable">Value without tax, of goods and charges.</param>
/// <param name="Taxes">The tax by kind and rate.</param>
/// <param name="Tax">Σ taxes.</param>
/// <param name="Surcharge">Fee of the payment method.</param>
/// <param name="GiftCard">What gift cards pay.</param>
/// <param name="RoundOff">Added to reach a whole rupee; between −50 and +50 paise.</param>
/// <param name="Total">originalPrice − savings + delivery + surcharge + roundOff.</param>
/// <param name="Due">total − giftCard.</param>
public sealed record SummaryTotals(
    Money OriginalPrice, Money Savings, Money Delivery, Money Exempt, Money Taxable, IReadOnlyList<TaxAmount> Taxes, Money Tax, Money Surcharge,
    Money GiftCard, Money RoundOff, Money Total, Money Due);

/// <summary>The terms of sale that the customer saw.</summary>
/// <param name="Version">Date of the text.</param>
/// <param name="Accepted">Whether the customer said yes; never pre-ticked.</param>
public sealed record SaleTerms(string Version, bool Accepted);

/// <summary>Where a shipment is.</summary>
/// <param name="Carrier">Who carries it.</param>
/// <param name="Number">The carrier's number.</param>
/// <param name="Url">Where the carrier shows it, or null.</param>
/// <param name="State">For example <c>shipped</c>, <c>delivered</c>.</param>
/// <param name="At">When that state was reached.</param>
/// <param name="Eta">Expected local date of arrival, or null.</param>
public sealed record Tracking(string Carrier, string Number, string? Url, string State, DateTimeOffset At, DateOnly? Eta)
{
    /// <summary>The local date for which the carrier is booked: a living plant stays at the nursery until it can travel without a pause; null in older orders.</summary>
    public DateOnly? LeavesOn { get; init; }

    /// <summary>What is in the parcel; empty in orders from the time before split shipments.</summary>
    public IReadOnlyList<ParcelItem> Items { get; init; } = [];
}

/// <summary>Units of one SKU in a parcel.</summary>
/// <param name="Sku">Stock-keeping unit.</param>
/// <param name="Quantity">How many of them.</param>
public sealed record ParcelItem(string Sku, int Quantity);

/// <summary>The order summary: one shape for a cart and for an order.</summary>
public sealed record OrderSummary
{
    /// <summary><c>cart</c>, or the state of the order.</summary>
    public required string Status { get; init; }

    /// <summary>The number that a person reads out, once there is an order.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>When the order was placed.</summary>
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>Where mails go.</summary>
    public string? Email { get; init; }

    /// <summary>Where calls and messages go.</summary>
    public string? Phone { get; init; }

    /// <summary>Who buys.</summary>
    public CustomerDetails? Customer { get; init; }

    /// <summary>Where the bill goes.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>Where the goods go.</summary>
    public Address? DeliveryAddress { get; init; }

    /// <summary>How the goods come.</summary>
    public required FulfilmentTerms Fulfilment { get; init; }

    /// <summary>How they are paid.</summary>
    public required PaymentTerms Payment { get; init; }

    /// <summary>One entry per SKU.</summary>
    public required IReadOnlyList<SummaryItem> Items { get; init; }

    /// <summary>Promotion and gift cards.</summary>
    public required IReadOnlyList<Adjustment> Adjustments { get; init; }

    /// <summary>The sums.</summary>
    public required SummaryTotals Totals { get; init; }

    /// <summary>The terms of sale.</summary>
    public required SaleTerms Terms { get; init; }

    /// <summary>What the customer can do now: <c>edit</c>, <c>pay</c>, <c>cancel</c>, <c>return</c>, <c>track</c>.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>The shipments.</summary>
    public IReadOnlyList<Tracking> Tracking { get; init; } = [];

    /// <summary>What changed since the goods were put into the cart, in sentences (price, stock); empty for an order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Messages { get; init; }

    /// <summary>The same in Hindi, in the same order.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? MessagesHindi { get; init; }

    /// <summary>Fingerprint of everything that the customer agrees to pay; checkout refuses another.</summary>
    public string SummaryHash { get; init; } = "";
}
