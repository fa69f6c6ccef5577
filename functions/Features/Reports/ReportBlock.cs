namespace Kundli.Features.Reports;

/// <summary>A piece of a printed report: what stands there, not how it is drawn.</summary>
public abstract record ReportBlock
{
    /// <summary>Begins a chapter: on a new page, or on the page of the chapter before where both are short.</summary>
    public sealed record Chapter(string Text) : ReportBlock;

    /// <summary>A heading within a chapter.</summary>
    public sealed record Heading(string Text) : ReportBlock;

    /// <summary>Running text.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="IsNote">Small, for sources and explanations.</param>
    public sealed record Paragraph(string Text, bool IsNote = false) : ReportBlock;

    /// <summary>A table; the first row is its head.</summary>
    /// <param name="Rows">Rows of as many cells as there are widths.</param>
    /// <param name="Widths">Shares of the page's width.</param>
    public sealed record Table(IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<double> Widths) : ReportBlock;

    /// <summary>Drawings side by side, at most three.</summary>
    public sealed record Drawings(IReadOnlyList<(string Caption, string Svg)> Items) : ReportBlock;

    /// <summary>Horizontal bars with a mark of what is needed.</summary>
    /// <param name="Items">Label, value, mark (or null) and what is written behind.</param>
    /// <param name="Maximum">The value of a full bar.</param>
    public sealed record Bars(IReadOnlyList<(string Label, double Value, double? Mark, string Text)> Items, double Maximum) : ReportBlock;

    /// <summary>One drawing in the middle of the page.</summary>
    /// <param name="Svg">The drawing.</param>
    /// <param name="Share">How much of the width it takes.</param>
    public sealed record Picture(string Svg, double Share = 1) : ReportBlock;
}

/// <summary>The first page.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Name">Whose.</param>
/// <param name="Lines">Birth and place, one line each.</param>
/// <param name="Drawings">The chart, or one for either sign of the Moon where the time is not known.</param>
public sealed record ReportCover(string Title, string Name, IReadOnlyList<string> Lines, IReadOnlyList<(string Caption, string Svg)> Drawings);

/// <summary>A report as it is handed to the printer.</summary>
/// <param name="Title">Title of the file.</param>
/// <param name="Language">Language of the texts.</param>
/// <param name="At">When it was made.</param>
/// <param name="PageWord">What stands before a page's number.</param>
/// <param name="Cover">The first page.</param>
/// <param name="Blocks">What follows, to the conventions.</param>
public sealed record ReportContent(string Title, string Language, DateTimeOffset At, string PageWord, ReportCover Cover, IReadOnlyList<ReportBlock> Blocks);

/// <summary>A printed report.</summary>
/// <param name="Pdf">The file.</param>
/// <param name="Pages">How many pages it has.</param>
public sealed record PrintedReport(byte[] Pdf, int Pages);

/// <summary>Prints.</summary>
public interface IReportPrinter
{
    /// <summary>The report as a PDF of A4 pages with real text.</summary>
    PrintedReport Print(ReportContent content);
}
