using CsCheck;
using Kundli.Adapters.Invoices;
using Kundli.Features;
using Kundli.Features.Invoices;
using Kundli.Features.Pricing;
using UglyToad.PdfPig;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

public sealed class InvoicePdfTests
{
    [Theory]
    [InlineData(InvoiceKind.TaxInvoice, "Tax Invoice", 18_000, 18_000)]
    [InlineData(InvoiceKind.BillOfSupply, "Bill of Supply", 0, 0)]
    [InlineData(InvoiceKind.InvoiceCumBillOfSupply, "Invoice-cum-Bill of Supply", 0, 18_000)]
    public void Each_kind_of_invoice_reads_back_with_its_particulars(InvoiceKind kind, string title, int rateOne, int rateTwo)
    {
        var invoice = Make(rateOne, rateTwo);
        Assert.Equal(kind, invoice.Kind);
        Assert.Equal(invoice.Totals.Total - invoice.Totals.RoundOff, Money.Paise(invoice.Lines.Sum(line => line.Total.Amount)));
        Assert.Equal(invoice.Totals.Tax.Amount, invoice.Lines.Sum(line => line.Tax.Amount));
        Assert.Equal(invoice.Totals.Taxable.Amount, invoice.Lines.Sum(line => line.Taxable.Amount));

        var bytes = new SkiaInvoicePrinter().Print(invoice);
        if (Environment.GetEnvironmentVariable("KUNDLI_KEEP_PDF") is { } folder)
            File.WriteAllBytes(Path.Combine(folder, $"{kind}.pdf"), bytes);

        using var pdf = PdfDocument.Open(bytes);
        var text = string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        foreach (var part in new[] { title, "KU26-27/000007", "23 Nov 2026", "Asha Verma", "Place of supply: Delhi (07)", "reverse charge: No", invoice.Seller.Gstin, "0602", AmountInWords.Of(invoice.Totals.Total), "1,31,081.00", "New Delhi 110003, Delhi (07)", "Warning, Sacred fig", "Not for eating." })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_invoice_to_a_company_reads_back_with_its_name_and_gstin()
    {
        var gstin = "07AABCU9603R1Z" + Gstin.CheckCharacter("07AABCU9603R1Z");
        Assert.True(Gstin.IsValid(gstin));
        var invoice = Make(18_000, 18_000) with { Customer = new CustomerDetails(CustomerKind.Company, "Asha Verma", "Verma Gardens Private Limited", gstin) };
        var bytes = new SkiaInvoicePrinter().Print(invoice);
        if (Environment.GetEnvironmentVariable("KUNDLI_KEEP_PDF") is { } folder)
            File.WriteAllBytes(Path.Combine(folder, "Company.pdf"), bytes);

        using var pdf = PdfDocument.Open(bytes);
        var text = string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        foreach (var part in new[] { "Tax Invoice", "Verma Gardens Private Limited", gstin, invoice.Seller.Gstin, "Place of supply: Delhi (07)", "reverse charge: No" })
            Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000_01)]
    [InlineData(1_31_081_00)]
    public void A_credit_note_reads_back_with_the_invoice_that_it_corrects(long paise)
    {
        var invoice = Make(0, 18_000);
        var note = CreditNote.Of(invoice, "KC26-27/000003", new DateOnly(2026, 12, 1), Money.Paise(paise), "broken pot", []);
        var bytes = new SkiaInvoicePrinter().Print(note);
        if (Environment.GetEnvironmentVariable("KUNDLI_KEEP_PDF") is { } folder)
            File.WriteAllBytes(Path.Combine(folder, $"CreditNote{paise}.pdf"), bytes);

        using var pdf = PdfDocument.Open(bytes);
        var text = string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
        string[] parts =
        [
            "Credit Note", "Number: KC26-27/000003", "Date: 01 Dec 2026", "Against Invoice-cum-Bill of Supply KU26-27/000007 of 23 Nov 2026", "Reason: broken pot", "Asha Verma",
            "Place of supply: Delhi (07)", invoice.Seller.Gstin, "IGST 18%", "Credited INR", "rule 53(1A)", "Authorised signatory", "New Delhi 110003, Delhi (07)", AmountInWords.Of(Money.Paise(paise)),
        ];
        foreach (var part in parts)
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_goes_back_is_shared_to_the_paisa_and_all_of_it_is_the_invoice_again() => Gen.Select(Gen.Long[1, 1_31_081_00], Gen.Bool).Sample((paise, isSameState) =>
    {
        var invoice = Make(0, 18_000, isSameState);
        var note = CreditNote.Of(invoice, "KC26-27/000003", new DateOnly(2026, 12, 1), Money.Paise(paise), "refund", []);

        Assert.Equal(paise, note.Lines.Sum(line => line.Total.Amount) + note.Totals.RoundOff.Amount);
        Assert.Equal(note.Totals.Tax.Amount, note.Totals.Taxes.Sum(tax => tax.Amount.Amount));
        Assert.Equal(note.Totals.Tax.Amount, note.Lines.Sum(line => line.Tax.Amount));
        Assert.Equal(paise - note.Totals.RoundOff.Amount, note.Totals.Taxable.Amount + note.Totals.Tax.Amount);
        foreach (var (line, original) in note.Lines.Select(line => (line, invoice.Lines.Single(other => other.Description == line.Description))))
        {
            Assert.InRange(line.Total.Amount - (paise * (decimal)original.Total.Amount / invoice.Lines.Sum(all => all.Total.Amount)), -1m, 1m);
            Assert.InRange(SummaryArithmetic.Tax(line.Rate, line.Total.Amount, isSameState) - line.Tax.Amount, -2, 2);
        }
        Assert.Equal(invoice.Lines, CreditNote.Of(invoice, "n", note.Date, invoice.Totals.Total, "refund", []).Lines);
    }, iter: 300);

    [Fact]
    public void All_notes_of_an_invoice_together_hold_its_tax_and_never_more() => Gen.Select(Gen.Long[1, 40_000_00].Array[1, 12], Gen.Bool).Sample((amounts, isSameState) =>
    {
        var invoice = Make(5_000, 18_000, isSameState);
        var (earlier, tax, roundOff, total) = (new List<Money>(), 0L, 0L, invoice.Totals.Total.Amount);
        // The last note takes what is left.
        foreach (var wanted in amounts.Append(total))
        {
            var amount = Math.Min(wanted, total - earlier.Sum(note => note.Amount));
            if (amount == 0)
                break;
            var note = CreditNote.Of(invoice, "n", new DateOnly(2027, 3, 31), Money.Paise(amount), "refund", earlier);
            Assert.Equal(amount, note.Totals.Taxable.Amount + note.Totals.Tax.Amount + note.Totals.RoundOff.Amount);
            Assert.Equal(note.Totals.Tax.Amount, note.Totals.Taxes.Sum(part => part.Amount.Amount));
            Assert.All(note.Lines, line => Assert.True(line.Tax.Amount >= 0 && line.Taxable.Amount >= 0));
            tax += note.Totals.Tax.Amount;
            roundOff += note.Totals.RoundOff.Amount;
            earlier.Add(Money.Paise(amount));
            Assert.True(tax <= invoice.Totals.Tax.Amount);
        }
        Assert.Equal(invoice.Totals.Tax.Amount, tax);
        Assert.Equal(invoice.Totals.RoundOff.Amount, roundOff);
        Assert.Throws<ArgumentOutOfRangeException>(() => CreditNote.Of(invoice, "n", new DateOnly(2027, 3, 31), Money.Paise(1), "refund", earlier));
    }, iter: 300);

    [Theory]
    [InlineData(0, "Rupees Zero Only")]
    [InlineData(1_02_003_05, "Rupees One Lakh Two Thousand Three and Paise Five Only")]
    [InlineData(12_34_56_789_00, "Rupees Twelve Crore Thirty Four Lakh Fifty Six Thousand Seven Hundred Eighty Nine Only")]
    [InlineData(110_99, "Rupees One Hundred Ten and Paise Ninety Nine Only")]
    public void Amounts_are_written_in_indian_english(long paise, string words) => Assert.Equal(words, AmountInWords.Of(Money.Paise(paise)));

    private static Invoice Make(int rateOne, int rateTwo, bool isSameState = false)
    {
        PricedLine[] priced =
        [
            new("A", 2, Money.Paise(501_00), Money.Paise(551_00), new TaxRate(rateOne)),
            new("B", 1, Money.Paise(130_000_00), Money.Paise(130_000_00), new TaxRate(rateTwo)),
        ];
        var (lines, totals) = SummaryArithmetic.Calculate(new PriceInput(priced, Money.Zero, Money.Paise(79_00), Money.Zero, Money.Zero, SameState: isSameState));
        var items = priced.Zip(lines, (line, amount) => new SummaryItem(
            line.Sku, line.Sku == "A" ? "Sacred fig / पीपल, sapling for open ground" : "Large thing", "", new ProductImage("", "", ""), line.Quantity, line.UnitPrice,
            line.OriginalUnitPrice, amount.Original, amount.Savings, amount.Discount, amount.Tax, amount.Total, line.Sku == "A" ? "0602" : "8306")
        {
            Warning = line.Sku == "A" ? "Not for eating." : null,
        }).ToArray();
        var policy = new ShopPolicy();
        var address = new Address("Asha Verma", "12 Lodhi Road", null, "New Delhi", "DL", "110003");
        var header = new Invoice
        {
            Number = "KU26-27/000007", Date = new DateOnly(2026, 11, 23), OrderNumber = "KAAAAA-BBBBB", Kind = InvoiceKind.TaxInvoice, Seller = policy.Seller,
            Customer = new CustomerDetails(CustomerKind.Individual, "Asha Verma"), BillingAddress = address, DeliveryAddress = address,
            PlaceOfSupply = IndianStates.Find("DL")!, IsSameState = isSameState, Lines = [], Totals = totals,
        };
        return Invoice.Of(header, items, priced.ToDictionary(line => line.Sku, line => ("NOS", line.Rate)));
    }
}
