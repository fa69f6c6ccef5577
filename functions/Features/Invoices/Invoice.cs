using Kundli.Features.Pricing;

namespace Kundli.Features.Invoices;

/// <summary>Which document the law asks for.</summary>
public enum InvoiceKind
{
    /// <summary>Taxable goods only: a tax invoice (CGST Rules 2017, rule 46).</summary>
    TaxInvoice,

    /// <summary>Exempt goods only: a bill of supply (rule 49).</summary>
    BillOfSupply,

    /// <summary>Both, to a consumer: one invoice-cum-bill of supply (rule 46A).</summary>
    InvoiceCumBillOfSupply,

    /// <summary>What takes back from one of the others (rule 53(1A)).</summary>
    CreditNote,
}

/// <summary>A line of an invoice; amounts in paise.</summary>
/// <param name="Description">Goods or service.</param>
/// <param name="Hsn">HSN or SAC.</param>
/// <param name="Quantity">How many; 0 for a share of charges.</param>
/// <param name="Unit">Unit of quantity.</param>
/// <param name="Rate">GST.</param>
/// <param name="Discount">Share of discounts, tax included.</param>
/// <param name="Taxable">Value after discount, without tax.</param>
/// <param name="Tax">GST.</param>
/// <param name="Total">Value with tax.</param>
public sealed record InvoiceLine(string Description, string Hsn, int Quantity, string Unit, TaxRate Rate, Money Discount, Money Taxable, Money Tax, Money Total)
{
    /// <summary>What must be known of the goods before they are touched or eaten, or null.</summary>
    public string? Warning { get; init; }
}

/// <summary>An invoice with what rule 46 asks for.</summary>
public sealed record Invoice
{
    /// <summary>Consecutive number.</summary>
    public required string Number { get; init; }

    /// <summary>Local date of issue.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The order that it bills.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>Which document it is.</summary>
    public required InvoiceKind Kind { get; init; }

    /// <summary>What a credit note takes back from; null for an invoice.</summary>
    public CreditedInvoice? Credits { get; init; }

    /// <summary>Supplier.</summary>
    public required Seller Seller { get; init; }

    /// <summary>Recipient.</summary>
    public required CustomerDetails Customer { get; init; }

    /// <summary>Recipient's address, or null when nothing travels and none was given.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>Where the goods went.</summary>
    public Address? DeliveryAddress { get; init; }

    /// <summary>State whose tax it is.</summary>
    public required IndianState PlaceOfSupply { get; init; }

    /// <summary>Whether both halves go to one state.</summary>
    public required bool IsSameState { get; init; }

    /// <summary>Goods first, then the shares of the charges.</summary>
    public required IReadOnlyList<InvoiceLine> Lines { get; init; }

    /// <summary>The sums, as the order has them.</summary>
    public required SummaryTotals Totals { get; init; }

    /// <summary>Makes the invoice of what was sold: the lines add up to the sums of the order exactly.</summary>
    /// <param name="header">Number, date, parties; its lines and kind are replaced.</param>
    /// <param name="items">The items of the order summary.</param>
    /// <param name="goods">Unit and rate of each SKU.</param>
    public static Invoice Of(Invoice header, IReadOnlyList<SummaryItem> items, IReadOnlyDictionary<string, (string Unit, TaxRate Rate)> goods)
    {
        var priced = items.Select(item => new PricedLine(item.Sku, item.Quantity, item.UnitPrice, item.OriginalUnitPrice, goods[item.Sku].Rate)).ToArray();
        var discount = Money.Paise(items.Sum(item => item.LineDiscount.Amount));
        var (amounts, _) = SummaryArithmetic.Calculate(new PriceInput(priced, discount, header.Totals.Delivery, header.Totals.Surcharge, Money.Zero, header.IsSameState));
        var lines = items.Zip(amounts, (item, amount) => new InvoiceLine(
            item.Title, item.Hsn, item.Quantity, goods[item.Sku].Unit, goods[item.Sku].Rate, amount.Savings + amount.Discount, amount.Total - amount.Tax, amount.Tax, amount.Total)
        {
            Warning = item.Warning,
        });
        var charges = priced.Zip(amounts).Where(pair => pair.Second.Charges.Amount > 0).GroupBy(pair => pair.First.Rate).OrderBy(group => group.Key.MilliPercent)
            .Select(group => Charge(group.Key, group.Sum(pair => pair.Second.Charges.Amount), header.IsSameState, items.First(item => goods[item.Sku].Rate == group.Key).Hsn));
        InvoiceLine[] all = [.. lines, .. charges];
        return header with { Lines = all, Kind = KindOf(all) };
    }

    private static InvoiceLine Charge(TaxRate rate, long amount, bool isSameState, string hsn)
    {
        var tax = SummaryArithmetic.Tax(rate, amount, isSameState);
        return new InvoiceLine($"Delivery and handling, with goods at {rate.AsPercent():0.###}%", hsn, 0, "", rate, Money.Zero, Money.Paise(amount - tax), Money.Paise(tax), Money.Paise(amount));
    }

    private static InvoiceKind KindOf(IReadOnlyList<InvoiceLine> lines) =>
        lines.All(line => line.Rate == TaxRate.Exempt) ? InvoiceKind.BillOfSupply
        : lines.Any(line => line.Rate == TaxRate.Exempt) ? InvoiceKind.InvoiceCumBillOfSupply
        : InvoiceKind.TaxInvoice;
}

/// <summary>Makes a PDF of an invoice.</summary>
public interface IInvoicePrinter
{
    /// <summary>The document; equal invoices give equal pages.</summary>
    byte[] Print(Invoice invoice);
}
