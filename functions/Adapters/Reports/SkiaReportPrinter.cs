using System.Xml.Linq;
using Kundli.Features.Reports;
using SkiaSharp;

namespace Kundli.Adapters.Reports;

/// <summary>Prints reports as PDF with real, shaped text.</summary>
public sealed class SkiaReportPrinter : IReportPrinter
{
    private const float Body = 10;
    private const float Small = 8;
    private const float Cell = 8.5f;

    /// <inheritdoc/>
    public PrintedReport Print(ReportContent content)
    {
        using var sheet = new ReportSheet(content.Title, content.At.UtcDateTime, content.PageWord);
        foreach (var block in content.Blocks)
            Print(sheet, block);
        return new(sheet.Finish(), sheet.Pages);
    }

    private static void Print(ReportSheet sheet, ReportBlock block)
    {
        switch (block)
        {
            case ReportBlock.Cover cover:
                Cover(sheet, cover);
                break;
            case ReportBlock.Chapter chapter:
                Chapter(sheet, chapter.Text);
                break;
            case ReportBlock.Heading heading:
                Heading(sheet, heading.Text);
                break;
            case ReportBlock.Paragraph paragraph:
                sheet.Paragraph(paragraph.Text, paragraph.IsNote ? Small : Body, paragraph.IsNote ? ReportSheet.Grey : SKColors.Black);
                sheet.Y += 6;
                break;
            case ReportBlock.Table table:
                Table(sheet, table);
                break;
            case ReportBlock.Drawings drawings:
                Drawings(sheet, drawings);
                break;
            case ReportBlock.Bars bars:
                Bars(sheet, bars);
                break;
            case ReportBlock.Picture picture:
                Picture(sheet, picture);
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} can't be printed.");
        }
    }

    private static void Cover(ReportSheet sheet, ReportBlock.Cover cover)
    {
        sheet.Box(new SKRect(0, 0, ReportSheet.Width, 190), ReportSheet.Green);
        sheet.Write(cover.Title, ReportSheet.Margin, 92, 20, ReportSheet.Leaf);
        var y = 132f;
        foreach (var line in sheet.Text.Wrap(cover.Name, ReportSheet.Inner, 30, bold: true).Take(2))
        {
            sheet.Write(line, ReportSheet.Margin, y, 30, SKColors.White, bold: true);
            y += 38;
        }
        sheet.Y = 214;
        foreach (var line in cover.Lines)
            sheet.Paragraph(line, 11.5f, SKColors.Black);
        if (cover.Svg is null)
            return;
        const float Side = 400;
        var left = (ReportSheet.Width - Side) / 2;
        sheet.Draw(XElement.Parse(cover.Svg, LoadOptions.PreserveWhitespace), left, sheet.Y + 24, Side);
        sheet.Y += Side + 40;
    }

    private static void Chapter(ReportSheet sheet, string text)
    {
        if (!sheet.IsFresh)
            sheet.NewPage();
        sheet.Write(text, ReportSheet.Margin, sheet.Y + 18, 19, ReportSheet.Green, bold: true);
        sheet.Y += 28;
        sheet.Line(ReportSheet.Margin, sheet.Y, ReportSheet.Width - ReportSheet.Margin, sheet.Y, ReportSheet.Green, 1.2f);
        sheet.Y += 14;
    }

    private static void Heading(ReportSheet sheet, string text)
    {
        // A heading never stands alone at the foot of a page.
        sheet.Need(110);
        sheet.Y += 10;
        sheet.Paragraph(text, 12.5f, ReportSheet.Green, bold: true);
        sheet.Y += 3;
    }

    private static void Table(ReportSheet sheet, ReportBlock.Table table)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            // A full page is followed by one that begins with the head.
            if (Row(sheet, table, row))
                Row(sheet, table, row);
        }
        sheet.Y += 8;
    }

    /// <returns>Whether the page was full: the head was repeated on a new one, and the row is still to be written.</returns>
    private static bool Row(ReportSheet sheet, ReportBlock.Table table, int row)
    {
        const float Padding = 4;
        var isHead = row == 0;
        var cells = table.Rows[row].Select((cell, column) => sheet.Text.Wrap(cell, (float)(table.Widths[column] * ReportSheet.Inner) - (2 * Padding), Cell, isHead)).ToList();
        var height = (cells.Max(lines => lines.Count) * Cell * 1.45f) + Padding;
        if (sheet.Need(height))
        {
            if (isHead)
                return true;
            Row(sheet, table, 0);
            return true;
        }
        if (isHead || row % 2 == 0)
            sheet.Box(new SKRect(ReportSheet.Margin, sheet.Y, ReportSheet.Width - ReportSheet.Margin, sheet.Y + height), isHead ? ReportSheet.Leaf : SKColor.Parse("#f5faf4"));
        var x = ReportSheet.Margin;
        for (var column = 0; column < cells.Count; column++)
        {
            for (var line = 0; line < cells[column].Count; line++)
                sheet.Write(cells[column][line], x + Padding, sheet.Y + Cell + (Padding / 2) + (line * Cell * 1.45f), Cell, SKColors.Black, isHead);
            x += (float)(table.Widths[column] * ReportSheet.Inner);
        }
        sheet.Y += height;
        return false;
    }

    private static void Drawings(ReportSheet sheet, ReportBlock.Drawings drawings)
    {
        const float Gap = 14;
        var side = Math.Min(240, (ReportSheet.Inner - (Gap * (drawings.Items.Count - 1))) / drawings.Items.Count);
        sheet.Need(side + 24);
        for (var i = 0; i < drawings.Items.Count; i++)
        {
            var left = ReportSheet.Margin + (i * (side + Gap));
            sheet.Write(drawings.Items[i].Caption, left, sheet.Y + 10, 9.5f, ReportSheet.Grey, bold: true);
            sheet.Draw(XElement.Parse(drawings.Items[i].Svg, LoadOptions.PreserveWhitespace), left, sheet.Y + 16, side);
        }
        sheet.Y += side + 26;
    }

    private static void Bars(ReportSheet sheet, ReportBlock.Bars bars)
    {
        const float LabelWidth = 96;
        const float TextWidth = 70;
        const float RowHeight = 17;
        var full = ReportSheet.Inner - LabelWidth - TextWidth;
        foreach (var (label, value, mark, text) in bars.Items)
        {
            sheet.Need(RowHeight);
            sheet.Write(label, ReportSheet.Margin, sheet.Y + 11, 9, SKColors.Black);
            var left = ReportSheet.Margin + LabelWidth;
            sheet.Box(new SKRect(left, sheet.Y + 3, left + full, sheet.Y + 13), SKColor.Parse("#f0f4ef"));
            sheet.Box(new SKRect(left, sheet.Y + 3, left + (float)(Math.Clamp(value / bars.Maximum, 0, 1) * full), sheet.Y + 13), mark is { } needed && value < needed ? SKColor.Parse("#c9a227") : ReportSheet.Green);
            if (mark is { } at)
                sheet.Line(left + (float)(at / bars.Maximum * full), sheet.Y + 1, left + (float)(at / bars.Maximum * full), sheet.Y + 15, SKColors.Black, 1.4f);
            sheet.Write(text, left + full + 6, sheet.Y + 11, 8.5f, SKColors.Black);
            sheet.Y += RowHeight;
        }
        sheet.Y += 6;
    }

    private static void Picture(ReportSheet sheet, ReportBlock.Picture picture)
    {
        var drawing = XElement.Parse(picture.Svg, LoadOptions.PreserveWhitespace);
        var width = (float)(ReportSheet.Inner * picture.Share);
        sheet.Need(ReportSheet.HeightOf(drawing, width));
        sheet.Y += sheet.Draw(drawing, ReportSheet.Margin, sheet.Y, width) + 8;
    }
}
