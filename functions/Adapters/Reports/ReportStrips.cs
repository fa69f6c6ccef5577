using System.Xml.Linq;
using Kundli.Features.Reports;
using SkiaSharp;

namespace Kundli.Adapters.Reports;

/// <summary>Measures the blocks of a report and cuts them into strips, which the pages are then made of.</summary>
internal sealed class ReportStrips(ReportText text)
{
    private const float Body = 10.5f;
    private const float Small = 8.5f;
    private const float Cell = 9;
    private const float Leading = 1.5f;
    private const float CellLeading = 1.42f;
    private const float Gap = 14;

    // What must stay with the title above it, so that none stands alone at the foot of a page.
    private const float KeptWithChapter = 90;
    private const float KeptWithHeading = 50;

    // Fewer rows than these are not torn from their table.
    private const int RowsTogether = 3;

    private static readonly SKColor Pale = SKColor.Parse("#f5faf4");
    private static readonly SKColor Amber = SKColor.Parse("#c9a227");
    private static readonly SKColor Track = SKColor.Parse("#f0f4ef");

    private readonly List<Strip> _strips = [];
    private float _kept;
    private bool _isKeptByChapter;
    private bool _isAfterDrawings;

    public IReadOnlyList<Strip> All => _strips;

    public void Add(ReportBlock block)
    {
        Cut(block);
        _isAfterDrawings = block is ReportBlock.Drawings;
    }

    private void Cut(ReportBlock block)
    {
        switch (block)
        {
            case ReportBlock.Chapter chapter:
                _kept = 0;
                Add(Chapter(chapter.Text));
                (_kept, _isKeptByChapter) = (KeptWithChapter, true);
                break;
            case ReportBlock.Heading heading:
                Heading(heading.Text);
                break;
            case ReportBlock.Paragraph { IsNote: true } note:
                // A note belongs to what stands above it.
                Add(Lines(note.Text, Small, ReportSheet.Grey, bold: false, above: 5, Cuts.Never));
                break;
            case ReportBlock.Paragraph paragraph:
                Add(Lines(paragraph.Text, Body, SKColors.Black, bold: false, above: 6, Cuts.Block));
                break;
            case ReportBlock.Table table:
                Add(Table(table));
                break;
            case ReportBlock.Drawings drawings:
                Add(Drawings(drawings));
                break;
            case ReportBlock.Bars bars:
                Add(Bars(bars));
                break;
            case ReportBlock.Picture picture:
                Add(Picture(picture));
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} can't be printed.");
        }
    }

    private void Add(params IEnumerable<Strip> strips)
    {
        foreach (var strip in strips)
        {
            _strips.Add(_kept > 0 ? strip with { Cut = Cuts.Never } : strip);
            _kept -= strip.Above + strip.Height;
        }
    }

    private void Heading(string title)
    {
        // One near the chapter's own title stays with it; any other is a place to pause.
        if (!_isKeptByChapter)
            _kept = 0;
        Add(Lines(title, 12.5f, ReportSheet.Green, bold: true, above: _strips is [.., { IsTitle: true }] ? 0 : 16, Cuts.Heading));
        (_kept, _isKeptByChapter) = (KeptWithHeading, false);
    }

    private static Strip Chapter(string title) => new(40, (sheet, top) =>
    {
        sheet.Write(title, ReportSheet.Margin, top + 18, 19, ReportSheet.Green, bold: true);
        sheet.Line(ReportSheet.Margin, top + 28, ReportSheet.Width - ReportSheet.Margin, top + 28, ReportSheet.Green, 1.2f);
    })
    {
        Above = 30, Cut = Cuts.Chapter, IsTitle = true,
    };

    /// <summary>Lines of a paragraph; neither its first nor its last stands alone on a page.</summary>
    private IEnumerable<Strip> Lines(string words, float size, SKColor colour, bool bold, float above, double cut)
    {
        var lines = text.Wrap(words, ReportSheet.Inner, size, bold);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            yield return new(size * Leading, (sheet, top) => sheet.Write(line, ReportSheet.Margin, top + size, size, colour, bold))
            {
                Above = i == 0 ? above : 0, Cut = i == 0 ? cut : i == 1 || i == lines.Count - 1 ? Cuts.Never : Cuts.Line,
            };
        }
    }

    private IEnumerable<Strip> Table(ReportBlock.Table table)
    {
        var head = Row(table, 0) with { Above = 4, Cut = Cuts.Block };
        yield return head;
        for (var row = 1; row < table.Rows.Count; row++)
        {
            var isTorn = row > RowsTogether && row <= table.Rows.Count - RowsTogether;
            yield return Row(table, row) with { Cut = isTorn ? Cuts.Row : Cuts.Never, Head = head };
        }
    }

    private Strip Row(ReportBlock.Table table, int row)
    {
        const float Padding = 4;
        var isHead = row == 0;
        var cells = table.Rows[row].Select((cell, column) => text.Wrap(cell, (float)(table.Widths[column] * ReportSheet.Inner) - (2 * Padding), Cell, isHead)).ToList();
        var height = (cells.Max(lines => lines.Count) * Cell * CellLeading) + Padding;
        return new(height, (sheet, top) =>
        {
            if (isHead || row % 2 == 0)
                sheet.Box(new SKRect(ReportSheet.Margin, top, ReportSheet.Width - ReportSheet.Margin, top + height), isHead ? ReportSheet.Leaf : Pale);
            var x = ReportSheet.Margin;
            for (var column = 0; column < cells.Count; column++)
            {
                for (var line = 0; line < cells[column].Count; line++)
                    sheet.Write(cells[column][line], x + Padding, top + Cell + (Padding / 2) + 1 + (line * Cell * CellLeading), Cell, SKColors.Black, isHead);
                x += (float)(table.Widths[column] * ReportSheet.Inner);
            }
        });
    }

    private Strip Drawings(ReportBlock.Drawings drawings)
    {
        const float Caption = 16;
        var count = drawings.Items.Count;
        var side = Math.Min(count == 1 ? 260 : 240, (ReportSheet.Inner - (Gap * (count - 1))) / count);
        var start = ReportSheet.Margin + ((ReportSheet.Inner - (count * side) - (Gap * (count - 1))) / 2);
        return new(side + Caption + 4, (sheet, top) =>
        {
            for (var i = 0; i < count; i++)
            {
                var left = start + (i * (side + Gap));
                sheet.Write(drawings.Items[i].Caption, left, top + 10, 9.5f, ReportSheet.Grey, bold: true);
                sheet.Draw(Parse(drawings.Items[i].Svg), left, top + Caption, side);
            }
        })
        {
            // Rows of drawings are one sheet, as rows of a table are.
            Above = 8, Cut = _isAfterDrawings ? Cuts.Row : Cuts.Block,
        };
    }

    private IEnumerable<Strip> Bars(ReportBlock.Bars bars)
    {
        const float Height = 17;
        var labels = bars.Items.Max(item => text.Width(item.Label, Cell)) + Gap;
        const float Texts = 70;
        var (left, full) = (ReportSheet.Margin + labels, ReportSheet.Inner - labels - Texts);
        for (var row = 0; row < bars.Items.Count; row++)
        {
            var (label, value, mark, words) = bars.Items[row];
            yield return new(Height, (sheet, top) =>
            {
                sheet.Write(label, ReportSheet.Margin, top + 11, Cell, SKColors.Black);
                sheet.Box(new SKRect(left, top + 3, left + full, top + 13), Track);
                sheet.Box(new SKRect(left, top + 3, left + (float)(Math.Clamp(value / bars.Maximum, 0, 1) * full), top + 13), mark is { } needed && value < needed ? Amber : ReportSheet.Green);
                if (mark is { } at)
                    sheet.Line(left + (float)(at / bars.Maximum * full), top + 1, left + (float)(at / bars.Maximum * full), top + 15, SKColors.Black, 1.4f);
                sheet.Write(words, left + full + 6, top + 11, Cell, SKColors.Black);
            })
            {
                Above = row == 0 ? 4 : 0, Cut = row == 0 ? Cuts.Block : row < RowsTogether || row > bars.Items.Count - RowsTogether ? Cuts.Never : Cuts.Row,
            };
        }
    }

    private static Strip Picture(ReportBlock.Picture picture)
    {
        var drawing = Parse(picture.Svg);
        var width = (float)(ReportSheet.Inner * picture.Share);
        return new(ReportSheet.HeightOf(drawing, width), (sheet, top) => sheet.Draw(drawing, (ReportSheet.Width - width) / 2, top, width)) { Above = 6, Cut = Cuts.Block };
    }

    private static XElement Parse(string svg) => XElement.Parse(svg, LoadOptions.PreserveWhitespace);
}
