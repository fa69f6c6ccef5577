namespace Kundli.Features.Catalog;

/// <summary>How a batch is written.</summary>
public enum ImportFormat
{
    /// <summary>A list of products, in the shape of the catalog.</summary>
    Json,

    /// <summary>A line per variant, with a header.</summary>
    Csv,
}

/// <summary>Where an import stands.</summary>
public enum ImportState
{
    /// <summary>Waits in its queue.</summary>
    Queued,

    /// <summary>Every row has been looked at.</summary>
    Done,

    /// <summary>The file as a whole can't be read.</summary>
    Failed,
}

/// <summary>What became of a row.</summary>
public enum ImportOutcome
{
    /// <summary>A new product.</summary>
    Created,

    /// <summary>The product is another than before.</summary>
    Updated,

    /// <summary>The product is as the row says already.</summary>
    Unchanged,

    /// <summary>The row has errors and was left out; nothing of it was taken.</summary>
    Refused,
}

/// <summary>One product of a batch in its report.</summary>
/// <param name="Line">Line of the file where it begins, from 1; in JSON its place in the list.</param>
/// <param name="Slug">The product, as far as it could be read.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Errors">Why it was refused.</param>
public sealed record ImportRow(int Line, string Slug, ImportOutcome Outcome, IReadOnlyList<FieldError> Errors);

/// <summary>What became of a batch.</summary>
/// <param name="Id">Its id: follows from the file, so that the same file is one import.</param>
/// <param name="Format">How it is written.</param>
/// <param name="State">Where it stands.</param>
/// <param name="SubmittedAt">When it came.</param>
/// <param name="Created">New products.</param>
/// <param name="Updated">Changed products.</param>
/// <param name="Unchanged">Products that were so already.</param>
/// <param name="Refused">Rows with errors.</param>
/// <param name="Rows">Row by row.</param>
public sealed record ImportReport(
    string Id, ImportFormat Format, ImportState State, DateTimeOffset SubmittedAt, int Created, int Updated, int Unchanged, int Refused, IReadOnlyList<ImportRow> Rows)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Why the file as a whole can't be read, or null.</summary>
    public string? Failure { get; init; }

    /// <summary>The report of a batch whose rows were all looked at.</summary>
    public ImportReport Finish(IReadOnlyList<ImportRow> rows)
    {
        int Count(ImportOutcome outcome) => rows.Count(row => row.Outcome == outcome);
        return this with
        {
            State = ImportState.Done,
            Created = Count(ImportOutcome.Created),
            Updated = Count(ImportOutcome.Updated),
            Unchanged = Count(ImportOutcome.Unchanged),
            Refused = Count(ImportOutcome.Refused),
            Rows = rows,
        };
    }
}

/// <summary>Batches and their reports, kept as files.</summary>
public interface ICatalogImports
{
    /// <summary>Keeps a batch; the same one again changes nothing.</summary>
    Task KeepAsync(string id, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <summary>A batch, or null.</summary>
    Task<byte[]?> ReadAsync(string id, CancellationToken cancellation);

    /// <summary>Writes a report in place of the one before.</summary>
    Task ReportAsync(ImportReport report, CancellationToken cancellation);

    /// <summary>A report, or null.</summary>
    Task<ImportReport?> ReadReportAsync(string id, CancellationToken cancellation);
}
