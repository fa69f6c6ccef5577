using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kundli.Features.Pricing;

/// <summary>One SKU to be priced. Prices contain GST.</summary>
/// <param name="Sku">Stock-keeping unit, once per calculation.</param>
/// <param name="Quantity">At least 1.</param>
/// <param name="UnitPrice">What one costs.</param>
/// <param name="OriginalUnitPrice">What one cost before; at least the unit price.</param>
/// <param name="Rate">GST within the price.</param>
public sealed record PricedLine(string Sku, int Quantity, Money UnitPrice, Money OriginalUnitPrice, TaxRate Rate)
{
    /// <summary>What the line costs before order promotions.</summary>
    public long Net => checked(UnitPrice.Amount * Quantity);
}

/// <summary>Everything that the sums depend on.</summary>
/// <param name="Lines">One entry per SKU; their order never matters.</param>
/// <param name="Discount">Order promotion; what exceeds the goods is not used.</param>
/// <param name="Delivery">Fee with GST.</param>
/// <param name="Surcharge">Fee of the payment method with GST.</param>
/// <param name="GiftCard">What the gift cards hold; what exceeds the total is not used.</param>
/// <param name="SameState">Whether the place of supply is the seller's state.</param>
public sealed record PriceInput(IReadOnlyList<PricedLine> Lines, Money Discount, Money Delivery, Money Surcharge, Money GiftCard, bool SameState);

/// <summary>The amounts of one line.</summary>
/// <param name="Sku">Which line.</param>
/// <param name="Original">Original price.</param>
/// <param name="Savings">Saved by the lowered price.</param>
/// <param name="Discount">Share of the order promotion.</param>
/// <param name="Tax">GST within the total.</param>
/// <param name="Total">What is paid for the line.</param>
/// <param name="Charges">Its share of delivery and surcharge: its part of the composite supply.</param>
public sealed record LineAmounts(string Sku, Money Original, Money Savings, Money Discount, Money Tax, Money Total, Money Charges);

/// <summary>
/// The arithmetic of the order summary, in whole paise. Tax is rounded once per line, and once per rate for the charges, which follow the goods as
/// a composite supply (CGST Act 2017, s. 8(a)): they are apportioned by line value and taxed at each line's rate. Within one state the two
/// halves are equal to the paisa, so each is rounded on its own and the tax is their sum.
/// </summary>
public static class SummaryArithmetic
{
    /// <summary>Totals are rounded to whole rupees, half up.</summary>
    public const long RoundingUnitPaise = 100;

    /// <summary>Calculates every amount; the lines come back in the order given.</summary>
    /// <exception cref="ArgumentException">A SKU twice, a quantity below 1, a negative amount, or an original price below the price.</exception>
    public static (IReadOnlyList<LineAmounts> Lines, SummaryTotals Totals) Calculate(PriceInput input)
    {
        Check(input);
        var goods = input.Lines.Sum(line => line.Net);
        var discount = Math.Min(input.Discount.Amount, goods);
        var discounts = LargestRemainder.Split(discount, [.. input.Lines.Select(line => (line.Sku, line.Net))]);
        var totals = input.Lines.Select((line, index) => line.Net - discounts[index]).ToArray();
        var charges = input.Lines.Count == 0
            ? []
            : LargestRemainder.Split(input.Delivery.Amount + input.Surcharge.Amount, ChargeWeights(input.Lines, totals));

        var lines = input.Lines.Select((line, index) => new LineAmounts(
            line.Sku, line.OriginalUnitPrice * line.Quantity, (line.OriginalUnitPrice - line.UnitPrice) * line.Quantity,
            Money.Paise(discounts[index]), Money.Paise(Tax(line.Rate, totals[index], input.SameState)), Money.Paise(totals[index]),
            Money.Paise(charges[index]))).ToArray();
        return (lines, Totals(input, lines, Money.Paise(discount)));
    }

    /// <summary>The GST within an amount: twice the rounded half within one state, else rounded as a whole.</summary>
    public static long Tax(TaxRate rate, long inclusive, bool sameState) => sameState ? 2 * rate.HalfWithin(inclusive) : rate.Within(inclusive);

    /// <summary>The fingerprint of what the customer agrees to: goods, prices, adjustments, fees, total and the promised day, whatever the order of the lines.</summary>
    public static string Hash(OrderSummary summary)
    {
        var text = new StringBuilder("v1");
        foreach (var item in summary.Items.OrderBy(item => item.Sku, StringComparer.Ordinal))
            text.Append($"|{item.Sku}*{item.Quantity}@{item.UnitPrice.Amount}/{item.OriginalUnitPrice.Amount}");
        foreach (var adjustment in summary.Adjustments.OrderBy(entry => (int)entry.Kind).ThenBy(entry => entry.Code, StringComparer.Ordinal))
            text.Append($"|{adjustment.Kind}:{adjustment.Code}:{adjustment.Amount.Amount}");
        var totals = summary.Totals;
        text.Append($"|{summary.Fulfilment.Label}|{totals.Delivery.Amount}|{totals.Surcharge.Amount}|{totals.Total.Amount}|{totals.Due.Amount}|{summary.Terms.Version}");
        if (summary.Fulfilment.PromisedBy is { } day)
            text.Append(CultureInfo.InvariantCulture, $"|{day:yyyy-MM-dd}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    // A fully discounted basket still carries its delivery: then the undiscounted value decides the shares.
    private static (string, long)[] ChargeWeights(IReadOnlyList<PricedLine> lines, long[] totals)
    {
        var all = totals.Sum();
        return [.. lines.Select((line, index) => (line.Sku, all > 0 ? totals[index] : line.Net))];
    }

    private static SummaryTotals Totals(PriceInput input, LineAmounts[] lines, Money discount)
    {
        var original = Money.Paise(lines.Sum(line => line.Original.Amount));
        var savings = Money.Paise(lines.Sum(line => line.Savings.Amount)) + discount;
        var delivery = lines.Length == 0 ? Money.Zero : input.Delivery;
        var surcharge = lines.Length == 0 ? Money.Zero : input.Surcharge;
        var exact = original - savings + delivery + surcharge;
        var total = Money.Paise((exact.Amount + (RoundingUnitPaise / 2)) / RoundingUnitPaise * RoundingUnitPaise);
        var taxes = Taxes(input, lines);
        var tax = Money.Paise(taxes.Sum(entry => entry.Amount.Amount));
        var exempt = input.Lines.Zip(lines).Where(pair => pair.First.Rate == TaxRate.Exempt)
            .Sum(pair => pair.Second.Total.Amount + pair.Second.Charges.Amount);
        var gift = Money.Paise(Math.Min(input.GiftCard.Amount, total.Amount));
        return new SummaryTotals(
            original, savings, delivery, Money.Paise(exempt), exact - tax, taxes, tax, surcharge, gift, total - exact, total, total - gift);
    }

    private static List<TaxAmount> Taxes(PriceInput input, LineAmounts[] lines)
    {
        var taxes = new List<TaxAmount>();
        var groups = input.Lines.Zip(lines).Where(pair => pair.First.Rate != TaxRate.Exempt).GroupBy(pair => pair.First.Rate).OrderBy(group => group.Key.MilliPercent);
        foreach (var group in groups)
        {
            var charges = group.Sum(pair => pair.Second.Charges.Amount);
            var tax = group.Sum(pair => pair.Second.Tax.Amount) + Tax(group.Key, charges, input.SameState);
            taxes.AddRange(TaxesOf(group.Key, tax, input.SameState));
        }
        return taxes;
    }

    /// <summary>The tax of a rate as it is shown: two halves within a state, one amount between two.</summary>
    /// <param name="rate">The rate.</param>
    /// <param name="tax">Paise, an even number within a state.</param>
    /// <param name="sameState">Whether both halves go to one state.</param>
    internal static TaxAmount[] TaxesOf(TaxRate rate, long tax, bool sameState) => sameState
        ? [new(TaxKind.Cgst, rate.AsHalfPercent(), Money.Paise(tax / 2)), new(TaxKind.Sgst, rate.AsHalfPercent(), Money.Paise(tax / 2))]
        : [new(TaxKind.Igst, rate.AsPercent(), Money.Paise(tax))];

    private static void Check(PriceInput input)
    {
        if (input.Lines.Select(line => line.Sku).Distinct(StringComparer.Ordinal).Count() != input.Lines.Count)
            throw new ArgumentException("Each SKU is priced once.", nameof(input));
        if (input.Lines.Any(line => line.Quantity < 1 || line.UnitPrice.Amount < 0 || line.OriginalUnitPrice.Amount < line.UnitPrice.Amount || line.Rate.MilliPercent < 0))
            throw new ArgumentException("A line has a quantity below 1, a negative price, or an original price below its price.", nameof(input));
        if (input.Discount.Amount < 0 || input.Delivery.Amount < 0 || input.Surcharge.Amount < 0 || input.GiftCard.Amount < 0)
            throw new ArgumentException("Discounts, fees and gift cards are not negative.", nameof(input));
    }
}
