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
/// paisa, and each share holds tax at its line's rate. A later note shares what the earlier ones left, so that all notes together never hold more
/// of a line or of its tax than the invoice does.
/// </summary>
public static class CreditNote
{
    /// <summary>The credit note of a refund. When all of the invoice goes back, every line, tax and the round-off are the invoice's own.</summary>
    /// <param name="invoice">What it corrects.</param>
    /// <param name="number">Its own consecutive number.</param>
    /// <param name="date">Local date of issue.</param>
    /// <param name="amount">What goes back, tax included; more than zero and at most the invoice's total.</param>
    /// <param name="reason">Why.</param>
    /// <param name="earlier">What went back by the invoice's earlier notes, in the order of their numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is none that the invoice could lose.</exception>
    public static Invoice Of(Invoice invoice, string number, DateOnly date, Money amount, string reason, IReadOnlyList<Money> earlier)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount.Amount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount.Amount, invoice.Totals.Total.Amount - earlier.Sum(note => note.Amount));
        var (lines, roundOff) = (invoice.Lines, invoice.Totals.RoundOff);
        if (amount != invoice.Totals.Total)
        {
            var left = invoice.Lines;
            foreach (var note in earlier)
                left = [.. left.Zip(Share(left, note.Amount, invoice.IsSameState), Without)];
            // The last paisa of the invoice takes all that its lines still hold; the rest is its round-off.
            var isLast = amount.Amount + earlier.Sum(note => note.Amount) == invoice.Totals.Total.Amount;
            lines = [.. Share(left, isLast ? long.MaxValue : amount.Amount, invoice.IsSameState).Where(line => line.Total.Amount > 0)];
            roundOff = amount - Money.Paise(lines.Sum(line => line.Total.Amount));
        }
        return invoice with
        {
            Number = number,
            Date = date,
            Kind = InvoiceKind.CreditNote,
            Credits = new CreditedInvoice(invoice.Kind, invoice.Number, invoice.Date, reason),
            Lines = lines,
            Totals = Totals(lines, amount, roundOff, invoice.IsSameState),
        };
    }

    /// <summary>Every line's part of an amount, by what it still holds; no more than all of it.</summary>
    private static InvoiceLine[] Share(IReadOnlyList<InvoiceLine> left, long amount, bool isSameState)
    {
        var shared = Math.Min(amount, left.Sum(line => line.Total.Amount));
        var shares = LargestRemainder.Split(shared, [.. left.Select((line, index) => ($"{index:D4}", line.Total.Amount))]);
        return [.. left.Zip(shares, (line, share) =>
        {
            var tax = TaxOf(line, share, isSameState ? 2 : 1);
            // A part of the price goes back, not a number of units.
            return line with { Quantity = 0, Discount = Money.Zero, Taxable = Money.Paise(share - tax), Tax = Money.Paise(tax), Total = Money.Paise(share) };
        })];
    }

    /// <summary>The tax in a share of a line: in proportion, rounded half up, in as many equal halves as there are governments; with the last share all that is left.</summary>
    private static long TaxOf(InvoiceLine left, long share, int halves)
    {
        var (tax, total) = (left.Tax.Amount / halves, left.Total.Amount);
        return total == 0 ? 0 : halves * (long)((((Int128)2 * tax * share) + total) / (2 * (Int128)total));
    }

    private static InvoiceLine Without(InvoiceLine left, InvoiceLine share) =>
        left with { Taxable = left.Taxable - share.Taxable, Tax = left.Tax - share.Tax, Total = left.Total - share.Total };

    private static SummaryTotals Totals(IReadOnlyList<InvoiceLine> lines, Money amount, Money roundOff, bool isSameState)
    {
        var tax = Money.Paise(lines.Sum(line => line.Tax.Amount));
        var exempt = Money.Paise(lines.Where(line => line.Rate == TaxRate.Exempt).Sum(line => line.Taxable.Amount));
        TaxAmount[] taxes = [.. lines.Where(line => line.Rate != TaxRate.Exempt).GroupBy(line => line.Rate).OrderBy(group => group.Key.MilliPercent)
            .SelectMany(group => SummaryArithmetic.TaxesOf(group.Key, group.Sum(line => line.Tax.Amount), isSameState))];
        return new SummaryTotals(amount - roundOff, Money.Zero, Money.Zero, exempt, amount - roundOff - tax, taxes, tax, Money.Zero, Money.Zero, roundOff, amount, amount);
    }
}
