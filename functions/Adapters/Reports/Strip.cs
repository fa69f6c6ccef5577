namespace Kundli.Adapters.Reports;

/// <summary>A strip of a page that is never divided: a line of text, a row of a table, a drawing.</summary>
/// <param name="Height">How high it is, in points.</param>
/// <param name="Draw">Draws it from a top on.</param>
internal sealed record Strip(float Height, Action<ReportSheet, float> Draw)
{
    /// <summary>The space above it, unless it begins a page.</summary>
    public float Above { get; init; }

    /// <summary>What it costs to begin a page with it: one of <see cref="Cuts"/>.</summary>
    public double Cut { get; init; }

    /// <summary>What is repeated above it where it begins a page: the head of its table.</summary>
    public Strip? Head { get; init; }

    /// <summary>Whether it is the title of a chapter.</summary>
    public bool IsTitle { get; init; }

    /// <summary>What it takes when it begins a page.</summary>
    public float HeightAtTop => Height + (Head?.Height ?? 0);
}

/// <summary>How unwelcome the beginning of a page is before a strip, on the scale of <see cref="PageBreaks"/>: a page that is half empty costs 25.</summary>
internal static class Cuts
{
    public const double Chapter = 0;
    public const double Heading = 6;
    public const double Block = 12;
    public const double Line = 16;
    public const double Row = 45;

    /// <summary>So dear that any other division is taken, if there is one.</summary>
    public const double Never = 1e6;
}
