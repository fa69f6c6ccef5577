using System.Globalization;
using Kundli.Features;
using Kundli.Features.Invoices;
using Kundli.Features.Pricing;

namespace Kundli.Adapters.Invoices;

/// <summary>Prints invoices and credit notes as PDF with real text, so that a reader finds every number.</summary>
public sealed class SkiaInvoicePrinter : IInvoicePrinter
{
    private static readonly float[] Columns = [40, 232, 268, 306, 362, 398, 452, 506, 555];

    /// <inheritdoc/>
    public byte[] Print(Invoice invoice)
    {
        using var sheet = new PdfSheet($"{TitleOf(invoice.Kind)} {invoice.Number}", invoice.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        Head(sheet, invoice);
        Parties(sheet, invoice);
        Lines(sheet, invoice);
        Totals(sheet, invoice);
        Foot(sheet, invoice);
        return sheet.Finish();
    }

    private static string TitleOf(InvoiceKind kind) => kind switch
    {
        InvoiceKind.BillOfSupply => "Bill of Supply",
        InvoiceKind.InvoiceCumBillOfSupply => "Invoice-cum-Bill of Supply",
        InvoiceKind.CreditNote => "Credit Note",
        _ => "Tax Invoice",
    };

    private static void Head(PdfSheet sheet, Invoice invoice)
    {
        sheet.Text(TitleOf(invoice.Kind), PdfSheet.Margin, 17, bold: true);
        sheet.Text("Original for recipient", PdfSheet.Width - PdfSheet.Margin, 9, right: true);
        sheet.Down(22);
        sheet.Text($"Number: {invoice.Number}", PdfSheet.Margin, 10, bold: true);
        sheet.Text($"Date: {Day(invoice.Date)}", 240, 10);
        sheet.Text($"Order: {invoice.OrderNumber}", PdfSheet.Width - PdfSheet.Margin, 10, right: true);
        if (invoice.Credits is { } credited)
        {
            sheet.Down(16);
            sheet.Paragraph($"Against {TitleOf(credited.Kind)} {credited.Number} of {Day(credited.Date)}. Reason: {credited.Reason}.", PdfSheet.Margin, PdfSheet.Width - (2 * PdfSheet.Margin), 10);
        }
        sheet.Down(10);
        sheet.Rule();
    }

    private static string Day(DateOnly date) => date.ToString("dd MMM yyyy", CultureInfo.InvariantCulture);

    private static void Parties(PdfSheet sheet, Invoice invoice)
    {
        Party(sheet, "Supplier", [invoice.Seller.LegalName, .. AddressLines(invoice.Seller.Address), $"GSTIN {invoice.Seller.Gstin}", invoice.Seller.Email]);
        var customer = invoice.Customer;
        Party(sheet, "Recipient",
        [
            customer.CompanyName ?? customer.Name, .. customer.CompanyName is null ? [] : new[] { customer.Name }, .. AddressLines(invoice.BillingAddress),
            .. customer.Gstin is null ? [] : new[] { $"GSTIN {customer.Gstin}" },
        ]);
        if (invoice.DeliveryAddress is { } delivery)
            Party(sheet, "Delivered to", [delivery.Name ?? customer.Name, .. AddressLines(delivery)]);
        sheet.Text($"Place of supply: {invoice.PlaceOfSupply.Name} ({invoice.PlaceOfSupply.GstNumber})", PdfSheet.Margin, 9, bold: true);
        sheet.Text("Tax payable on reverse charge: No", PdfSheet.Width - PdfSheet.Margin, 9, right: true);
        sheet.Down(10);
        sheet.Rule();
    }

    private static void Party(PdfSheet sheet, string role, IReadOnlyList<string> lines)
    {
        sheet.Text(role, PdfSheet.Margin, 9, bold: true);
        foreach (var line in lines)
        {
            sheet.Text(line, 120, 9);
            sheet.Down(12);
        }
        sheet.Down(4);
    }

    private static IEnumerable<string> AddressLines(Address? address)
    {
        if (address is null)
            yield break;
        yield return string.Join(", ", new[] { address.Line1, address.Line2 }.OfType<string>());
        yield return $"{address.City} {address.PostalCode}, {(IndianStates.Find(address.State) is { } state ? $"{state.Name} ({state.GstNumber})" : address.State)}";
    }

    private static void Lines(PdfSheet sheet, Invoice invoice)
    {
        string[] titles = ["Description", "HSN", "Qty", "Discount", "GST", "Taxable", invoice.IsSameState ? "CGST+SGST" : "IGST", "Total"];
        sheet.Text(titles[0], Columns[0], 8, bold: true);
        for (var column = 1; column < titles.Length; column++)
            sheet.Text(titles[column], Columns[column + 1], 8, bold: true, right: true);
        sheet.Down(6);
        sheet.Rule();
        foreach (var line in invoice.Lines)
        {
            string[] cells =
            [
                line.Hsn, line.Quantity == 0 ? "" : $"{line.Quantity} {line.Unit}", Figure(line.Discount), line.Rate == TaxRate.Exempt ? "nil" : $"{line.Rate.AsPercent():0.###}%",
                Figure(line.Taxable), Figure(line.Tax), Figure(line.Total),
            ];
            for (var column = 0; column < cells.Length; column++)
                sheet.Text(cells[column], Columns[column + 2], 8, right: true);
            sheet.Paragraph(line.Description, Columns[0], Columns[1] - Columns[0] - 4, 8);
            sheet.Down(3);
        }
        sheet.Rule();
        // The goods go with the invoice; a credit note warns of nothing that is still there.
        foreach (var line in invoice.Lines.Where(line => line.Warning is not null && invoice.Credits is null))
        {
            sheet.Paragraph($"Warning, {line.Description}: {line.Warning}", PdfSheet.Margin, PdfSheet.Width - (2 * PdfSheet.Margin), 8, bold: true);
            sheet.Down(3);
        }
    }

    private static void Totals(PdfSheet sheet, Invoice invoice)
    {
        var totals = invoice.Totals;
        Sum(sheet, "Taxable value", totals.Taxable - totals.Exempt);
        Sum(sheet, "Exempt or nil-rated value", totals.Exempt);
        foreach (var tax in totals.Taxes)
            Sum(sheet, $"{tax.Kind.ToString().ToUpperInvariant()} {tax.Rate.ToString("0.###", CultureInfo.InvariantCulture)}%", tax.Amount);
        Sum(sheet, "Round off", totals.RoundOff);
        Sum(sheet, invoice.Credits is null ? "Total INR" : "Credited INR", totals.Total, bold: true);
        if (totals.GiftCard.Amount > 0)
        {
            Sum(sheet, "Paid by gift card", totals.GiftCard);
            Sum(sheet, "Due", totals.Due, bold: true);
        }
        sheet.Down(4);
        sheet.Paragraph(AmountInWords.Of(totals.Total), PdfSheet.Margin, PdfSheet.Width - (2 * PdfSheet.Margin), 9, bold: true);
    }

    private static void Sum(PdfSheet sheet, string label, Money amount, bool bold = false)
    {
        sheet.Text(label, 440, 9, bold, right: true);
        sheet.Text(Figure(amount), PdfSheet.Width - PdfSheet.Margin, 9, bold, right: true);
        sheet.Down(13);
    }

    private static void Foot(PdfSheet sheet, Invoice invoice)
    {
        sheet.Down(10);
        sheet.Paragraph(
            $"{(invoice.Credits is null ? "Prices include GST." : "What goes back is shared over the lines of the invoice by value and includes GST.")} Delivery and handling follow the goods as one composite supply and are shared by value. Exempt goods are nil-rated (live plants, seeds for sowing, puja goods).",
            PdfSheet.Margin, PdfSheet.Width - (2 * PdfSheet.Margin), 8);
        sheet.Down(14);
        sheet.Text($"For {invoice.Seller.LegalName}", PdfSheet.Margin, 9);
        sheet.Down(12);
        // The proviso that spares an electronic document its signature is about invoices alone.
        sheet.Text(
            invoice.Credits is null ? "Issued electronically; valid without a signature (CGST Rules 2017, rule 46, fifth proviso)." : "Issued under the CGST Rules 2017, rule 53(1A). Authorised signatory: ______________________",
            PdfSheet.Margin, 8);
    }

    private static string Figure(Money money)
    {
        var (rupees, paise) = Math.DivRem(Math.Abs(money.Amount), 100);
        return $"{(money.Amount < 0 ? "-" : "")}{Grouped(rupees)}.{paise:D2}";
    }

    /// <summary>Indian grouping: 12,34,567.</summary>
    private static string Grouped(long rupees)
    {
        var digits = rupees.ToString(CultureInfo.InvariantCulture);
        if (digits.Length <= 3)
            return digits;
        var (head, tail) = (digits[..^3], digits[^3..]);
        for (var at = head.Length - 2; at > 0; at -= 2)
            head = head.Insert(at, ",");
        return $"{head},{tail}";
    }
}
