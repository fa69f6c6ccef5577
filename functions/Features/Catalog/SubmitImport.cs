using System.Security.Cryptography;
using Kundli.Features.Due;

namespace Kundli.Features.Catalog;

/// <summary>Takes a batch of products: it is kept and noted as due before anybody is told, then worked off through the queue.</summary>
public sealed class SubmitImport(ICatalogImports imports, IDueMarkers due, TimeProvider time)
{
    private static readonly TimeSpan RedriveAfter = TimeSpan.FromMinutes(2);

    /// <summary>The report so far. The same file again is the same import, and is not worked off twice at the same time.</summary>
    public async Task<Outcome<ImportReport>> RunAsync(ReadOnlyMemory<byte> content, ImportFormat format, CancellationToken cancellation)
    {
        if (content.Length == 0)
            return Problem.Invalid(new FieldError("", "The file is empty."));
        var id = $"{(format == ImportFormat.Csv ? "c" : "j")}{Convert.ToHexStringLower(SHA256.HashData(content.Span))[..31]}";
        if (await imports.ReadReportAsync(id, cancellation) is { } known)
            return known;
        var report = new ImportReport(id, format, ImportState.Queued, time.GetUtcNow(), 0, 0, 0, 0, []);
        await due.SetAsync(new DueMarker(ImportCatalog.MarkerKind, id, report.SubmittedAt + RedriveAfter), cancellation);
        await imports.KeepAsync(id, content, cancellation);
        await imports.ReportAsync(report, cancellation);
        return report;
    }

    /// <summary>How far an import is.</summary>
    public async Task<Outcome<ImportReport>> ReadAsync(string id, CancellationToken cancellation) =>
        id.Length == 32 && id.All(char.IsAsciiLetterOrDigit) && await imports.ReadReportAsync(id, cancellation) is { } report ? report : Problem.NotFound();
}
