using System.Xml.Linq;
using Kundli.Features.Reports;
using SkiaSharp;

namespace Kundli.Adapters.Reports;

/// <summary>Prints reports as PDF with real, shaped text: measured first, then divided into pages, then drawn.</summary>
public sealed class SkiaReportPrinter : IReportPrinter
{
    /// <inheritdoc/>
    public PrintedReport Print(ReportContent content)
    {
        using var text = new ReportText();
        using var sheet = new ReportSheet(content.Title, content.At.UtcDateTime, content.PageWord, text);
        Cover(sheet, content.Cover);
        var strips = new ReportStrips(text);
        foreach (var block in content.Blocks)
            strips.Add(block);
        var firsts = PageBreaks.Of(strips.All, ReportSheet.InnerHeight, Limits.PagesMin - 1, Limits.PagesMax - 1);
        for (var page = 0; page < firsts.Count; page++)
            Page(sheet, strips.All, firsts[page], page + 1 < firsts.Count ? firsts[page + 1] : strips.All.Count);
        return new(sheet.Finish(), sheet.Pages);
    }

    private static void Page(ReportSheet sheet, IReadOnlyList<Strip> strips, int first, int end)
    {
        sheet.NewPage();
        var y = ReportSheet.Margin;
        for (var i = first; i < end; i++)
        {
            var strip = strips[i];
            if (i > first)
                y += strip.Above;
            else if (strip.Head is { } head)
            {
                head.Draw(sheet, y);
                y += head.Height;
            }
            strip.Draw(sheet, y);
            y += strip.Height;
        }
    }

    private static void Cover(ReportSheet sheet, ReportCover cover)
    {
        sheet.NewPage();
        sheet.Box(new SKRect(0, 0, ReportSheet.Width, 190), ReportSheet.Green);
        sheet.Write(cover.Title, ReportSheet.Margin, 92, 20, ReportSheet.Leaf);
        var y = 132f;
        foreach (var line in sheet.Text.Wrap(cover.Name, ReportSheet.Inner, 30, bold: true).Take(2))
        {
            sheet.Write(line, ReportSheet.Margin, y, 30, SKColors.White, bold: true);
            y += 38;
        }
        y = 214;
        foreach (var line in cover.Lines.SelectMany(line => sheet.Text.Wrap(line, ReportSheet.Inner, 11.5f)))
        {
            sheet.Write(line, ReportSheet.Margin, y + 11.5f, 11.5f, SKColors.Black);
            y += 17;
        }
        Drawings(sheet, cover.Drawings, y + 30);
    }

    private static void Drawings(ReportSheet sheet, IReadOnlyList<(string Caption, string Svg)> drawings, float top)
    {
        const float Gap = 14;
        var side = Math.Min(400, (ReportSheet.Inner - (Gap * (drawings.Count - 1))) / Math.Max(1, drawings.Count));
        var left = (ReportSheet.Width - (drawings.Count * side) - (Gap * (drawings.Count - 1))) / 2;
        foreach (var (caption, svg) in drawings)
        {
            sheet.Write(caption, left, top, 11, ReportSheet.Grey, bold: true);
            sheet.Draw(XElement.Parse(svg, LoadOptions.PreserveWhitespace), left, top + 10, side);
            left += side + Gap;
        }
    }
}
