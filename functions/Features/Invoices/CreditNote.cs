using Kundli.Features.Pricing;

namespace Kundli.Features.Invoices;

/// <summary>What a credit note takes back from.</summary>
/// <param name="Kind">The document that it corrects.</param>
/// <param name="Number">Its number.</param>
/// <param name="Date">Its local date.</param>
/// <param name="Reason">Why money went back.</param>
public sealed record CreditedInvoice(InvoiceKind Kind, string Number, DateOnly Date, string Reason);

/// <summary>
/// Credit notes (CGST Act 2017, section 34; particulars: CGST Rules 2017, rule 53(1A)). What goes back is shared over the invoice's lines by value, exact to the
/// paisa, and each share holds tax at its line's rate.
/// </summary>
public static class CreditNote
{
    /// <summary>The credit note of a refund. When all of the invoice goes back, every line, tax and the round-off are the invoice's own.</summary>
    /// <param name="invoice">What it corrects.</param>
    /// <param name="number">Its own consecutive number.</param>
    /// <param name="date">Local date of issue.</param>
    /// <param name="amount">What goes back, tax included; more than zero and at most the invoice's total.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is none that the invoice could lose.</exception>
    public static Invoice Of(Invoice invoice, string number, DateOnly date, Money amount, string reason)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount.Amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount.Amount, invoice.Totals.Total.Amount);
        var isWhole = amount == invoice.Totals.Total;
        var lines = isWhole ? invoice.Lines : Share(invoice, amount);
        return invoice with
        {
            Number = number,
            Date = date,
            Kind = InvoiceKind.CreditNote,
            Credits = new CreditedInvoice(invoice.Kind, invoice.Number, invoice.Date, reason),
            Lines = lines,
            Totals = Totals(lines, amount, isWhole ? invoice.Totals.RoundOff : Money.Zero, invoice.IsSameState),
        };
    }

    private static InvoiceLine[] Share(Invoice invoice, Money amount)
    {
        var shares = LargestRemainder.Split(amount.Amount, [.. invoice.Lines.Select((line, index) => ($"{index:D4}", line.Total.Amount))]);
        return [.. invoice.Lines.Zip(shares).Where(pair => pair.Second > 0).Select(pair =>
        {
            var tax = SummaryArithmetic.Tax(pair.First.Rate, pair.Second, invoice.IsSameState);
            // A part of the price goes back, not a number of units.
            return pair.First with { Quantity = 0, Discount = Money.Zero, Taxable = Money.Paise(pair.Second - tax), Tax = Money.Paise(tax), Total = Money.Paise(pair.Second) };
        })];
    }

    private static SummaryTotals Totals(IReadOnlyList<InvoiceLine> lines, Money amount, Money roundOff, bool isSameState)
    {
        var tax = Money.Paise(lines.Sum(line => line.Tax.Amount));
        var exempt = Money.Paise(lines.Where(line => line.Rate == TaxRate.Exempt).Sum(line => line.Taxable.Amount));
        TaxAmount[] taxes = [.. lines.Where(line => line.Rate != TaxRate.Exempt).GroupBy(line => line.Rate).OrderBy(group => group.Key.MilliPercent)
            .SelectMany(group => SummaryArithmetic.TaxesOf(group.Key, group.Sum(line => line.Tax.Amount), isSameState))];
        return new SummaryTotals(amount - roundOff, Money.Zero, Money.Zero, exempt, amount - roundOff - tax, taxes, tax, Money.Zero, Money.Zero, roundOff, amount, amount);
    }
}
