using Kundli.Features.Pricing;

namespace Kundli.Features.Catalog;

/// <summary>What may be sold of a species, and with what care.</summary>
public enum SalePolicy
{
    /// <summary>Sold.</summary>
    Sold,

    /// <summary>Sold to adults, with a warning on page and parcel; never offered to homes with children or pets.</summary>
    AdultsWithWarning,

    /// <summary>Never sold: the catalog refuses such a row.</summary>
    NotSold,
}

/// <summary>What kind of thing is sold: it decides about dispatch and returns.</summary>
public enum GoodsKind
{
    /// <summary>Dry goods.</summary>
    Goods,

    /// <summary>A living plant: days in transit are limited, and no parcel lies over a Sunday.</summary>
    LivePlant,

    /// <summary>Seeds: not returnable once opened.</summary>
    Seeds,

    /// <summary>Work done for the customer, such as planting a tree.</summary>
    Work,

    /// <summary>A document sent by mail.</summary>
    Digital,
}

/// <summary>A GST rate from a day on: rates are data.</summary>
/// <param name="ValidFrom">First local day in India on which the rate holds.</param>
/// <param name="MilliPercent">Rate in thousandths of a percent.</param>
public sealed record GstRate(DateOnly ValidFrom, int MilliPercent);

/// <summary>One thing that can be bought: a pot size, a carat weight.</summary>
public sealed record Variant
{
    /// <summary>Stock-keeping unit, unique in the shop: <c>[A-Z0-9-]</c>, at most 40.</summary>
    public required string Sku { get; init; }

    /// <summary>What tells it from its siblings: <c>Nursery pot, 20 cm</c>.</summary>
    public required LocalText Title { get; init; }

    /// <summary>Price with GST.</summary>
    public required Money Price { get; init; }

    /// <summary>Price before it was lowered; equal to the price when it was not.</summary>
    public required Money OriginalPrice { get; init; }

    /// <summary>Maximum retail price, as Legal Metrology asks; at least the price.</summary>
    public required Money Mrp { get; init; }

    /// <summary>Net quantity with its unit: <c>1 plant</c>, <c>50 g</c>.</summary>
    public required string NetQuantity { get; init; }

    /// <summary>Weight of the parcel that it makes, in grams; 0 for what is not sent.</summary>
    public required int WeightGrams { get; init; }

    /// <summary>How a star's plant is offered: <c>pot</c>, <c>land</c>, <c>plantItForMe</c>; null for everything else.</summary>
    public string? Offer { get; init; }

    /// <summary>Whether one may still be had; filled in from stock when the product is read.</summary>
    public int Available { get; init; }

    /// <summary>Units put on the shelf when the catalog is seeded.</summary>
    public int InitialStock { get; init; }
}

/// <summary>What the shop shows: one page, one or more variants.</summary>
public sealed record Product
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Name in paths: lower-case words joined by hyphens.</summary>
    public required string Slug { get; init; }

    /// <summary>What it is called.</summary>
    public required LocalText Name { get; init; }

    /// <summary>What it is, without any claim about health or luck.</summary>
    public required LocalText Description { get; init; }

    /// <summary>Slug of its category.</summary>
    public required string Category { get; init; }

    /// <summary>Slugs of its collections.</summary>
    public IReadOnlyList<string> Collections { get; init; } = [];

    /// <summary>Kind of goods.</summary>
    public required GoodsKind Kind { get; init; }

    /// <summary>HSN of the goods, SAC of the service.</summary>
    public required string Hsn { get; init; }

    /// <summary>Unit of quantity of GST returns: <c>NOS</c>, <c>KGS</c>.</summary>
    public string Unit { get; init; } = "NOS";

    /// <summary>GST rates, oldest first.</summary>
    public required IReadOnlyList<GstRate> Rates { get; init; }

    /// <summary>Sale policy of its species.</summary>
    public SalePolicy Policy { get; init; }

    /// <summary>Accepted botanical name; null for what is no plant.</summary>
    public string? ScientificName { get; init; }

    /// <summary>Facets and care: <c>nakshatra</c>, <c>graha</c>, <c>rashi</c>, <c>light</c>, <c>water</c>, <c>toxicity</c>, <c>treatment</c> …, each with its values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>A warning that page, cart and parcel show, or null.</summary>
    public LocalText? Warning { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the country of origin.</summary>
    public string CountryOfOrigin { get; init; } = "IN";

    /// <summary>Name and address of the importer; null for what comes from India.</summary>
    public string? Importer { get; init; }

    /// <summary>Return, warranty and delivery terms in one sentence each.</summary>
    public required LocalText Terms { get; init; }

    /// <summary>The most days that it may travel; 0 for no limit.</summary>
    public int TransitDaysMax { get; init; }

    /// <summary>Rank among the offers of the same star: 1 comes first (the safe variant of a toxic birth-star plant).</summary>
    public int Rank { get; init; } = 1;

    /// <summary>Whether pages show it and carts take it.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>At least one.</summary>
    public required IReadOnlyList<Variant> Variants { get; init; }

    /// <summary>The GST rate on a day.</summary>
    /// <exception cref="InvalidOperationException">No rate is valid yet: the row should not have been imported.</exception>
    public TaxRate RateOn(DateOnly day) =>
        Rates.Where(rate => rate.ValidFrom <= day).MaxBy(rate => rate.ValidFrom) is { } found
            ? new TaxRate(found.MilliPercent)
            : throw new InvalidOperationException($"Product {Slug} has no GST rate on {day:O}.");

    /// <summary>The variant of a SKU, or null.</summary>
    public Variant? VariantOf(string sku) => Variants.FirstOrDefault(variant => variant.Sku == sku);

    /// <summary>The picture: drawn by us from the product's own data, for light and for dark pages.</summary>
    public ProductImage Image => new($"/api/v1/products/{Slug}/picture.svg", $"/api/v1/products/{Slug}/picture.svg?theme=dark", Name.En);
}

/// <summary>A branch of the catalog.</summary>
/// <param name="Slug">Name in paths.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Parent">Slug of the branch above, or null.</param>
public sealed record Category(string Slug, LocalText Name, string? Parent);
