using System.Globalization;
using Kundli.Adapters.Invoices;
using Kundli.Features.Aftercare;
using Kundli.Features.Orders;

namespace Kundli.Adapters.Certificates;

/// <summary>Prints the certificate of a planted tree as a PDF of one page, with the photo that proves it.</summary>
public sealed class SkiaCertificatePrinter : ICertificatePrinter
{
    private const float PhotoHeightMax = 330;
    private const float Inner = PdfSheet.Width - (2 * PdfSheet.Margin);

    /// <inheritdoc/>
    public byte[] Print(PlantingCertificate certificate)
    {
        using var sheet = new PdfSheet($"Certificate {certificate.Number}", certificate.PlantedBy.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        sheet.Down(20);
        sheet.Text("Certificate of planting", PdfSheet.Margin, 24, bold: true);
        sheet.Down(26);
        sheet.Text("वृक्षारोपण प्रमाणपत्र", PdfSheet.Margin, 16);
        sheet.Down(16);
        sheet.Rule();
        sheet.Down(8);
        var trees = certificate.Quantity == 1 ? "one tree" : $"{certificate.Quantity} trees";
        sheet.Paragraph($"For {certificate.Customer}, {trees} of {certificate.Names.En} / {certificate.Names.Hi} ({certificate.ScientificName})", PdfSheet.Margin, Inner, 14, bold: true);
        sheet.Down(6);
        var day = certificate.PlantedBy.ToDateTime(TimeOnly.MinValue).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        sheet.Paragraph($"{(certificate.Quantity == 1 ? "was" : "were")} planted on common land at {certificate.Place} by a partner, who tends {(certificate.Quantity == 1 ? "it" : "them")} for a year.", PdfSheet.Margin, Inner, 12);
        sheet.Paragraph($"Seen there on {day}: {(certificate.Check == PlantingCheck.Matches ? "our plant finder knows the tree on the photo." : "a person of the shop has looked at the photo; our plant finder could not tell so young a tree.")}", PdfSheet.Margin, Inner, 12);
        sheet.Down(10);
        if (certificate.Photo is { } photo)
            sheet.Picture(photo, PdfSheet.Margin, Inner, PhotoHeightMax);
        sheet.Down(16);
        sheet.Rule();
        sheet.Text($"Certificate {certificate.Number}", PdfSheet.Margin, 9);
        sheet.Text(certificate.Seller.LegalName, PdfSheet.Width - PdfSheet.Margin, 9, right: true);
        return sheet.Finish();
    }
}
