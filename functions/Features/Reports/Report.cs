using Kundli.Features.SavedCharts;

namespace Kundli.Features.Reports;

/// <summary>How far a report is.</summary>
public enum ReportStatus
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Is being made.</summary>
    Running,

    /// <summary>Can be fetched.</summary>
    Succeeded,

    /// <summary>Could not be made.</summary>
    Failed,
}

/// <summary>A report that was asked for.</summary>
/// <param name="Id">Time-ordered, the newest first.</param>
/// <param name="UserId">Whose.</param>
/// <param name="ChartId">Of which chart.</param>
/// <param name="Language">Language of the texts.</param>
/// <param name="Style">How charts are drawn.</param>
/// <param name="Status">How far it is.</param>
/// <param name="RequestedAt">When it was asked for.</param>
public sealed record Report(string Id, string UserId, string ChartId, string Language, Drawings.ChartStyle Style, ReportStatus Status, DateTimeOffset RequestedAt)
{
    /// <summary>How often it is tried at most.</summary>
    public const int TriesMax = 4;

    /// <summary>When an unfinished report is looked at again.</summary>
    public static readonly TimeSpan RedriveAfter = TimeSpan.FromMinutes(2);

    /// <summary>Tries so far.</summary>
    public int Tries { get; init; }

    /// <summary>Pages, once it succeeded.</summary>
    public int? Pages { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Whether nothing more happens to it.</summary>
    public bool IsOver => Status is ReportStatus.Succeeded or ReportStatus.Failed;

    /// <summary>What a queue message or a marker names.</summary>
    public string Target => $"{UserId}|{ChartId}|{Id}";

    /// <summary>The parts of a target, or null for any other text.</summary>
    public static (string UserId, string ChartId, string Id)? Parse(string target) =>
        target.Split('|') is [var user, var chart, var id] && user.Length > 0 && SavedChart.IsId(chart) && SavedChart.IsId(id) ? (user, chart, id) : null;

    /// <summary>The view of it.</summary>
    public ReportView ToView() => new(
        Id, ChartId, Language, Status, Status switch { ReportStatus.Queued => 0, ReportStatus.Running => 50, _ => 100 }, Pages, RequestedAt, FinishedAt,
        Status == ReportStatus.Succeeded ? $"/api/v1/charts/{ChartId}/report.pdf" : null);
}

/// <summary>A report as its owner sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ChartId">Of which chart.</param>
/// <param name="Language">Language of the texts.</param>
/// <param name="Status">How far it is.</param>
/// <param name="ProgressPercent">0 waiting, 50 being made, 100 over.</param>
/// <param name="Pages">Pages, once it succeeded.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Href">Where the file is, once it succeeded.</param>
public sealed record ReportView(
    string Id, string ChartId, string Language, ReportStatus Status, int ProgressPercent, int? Pages, DateTimeOffset RequestedAt, DateTimeOffset? FinishedAt, string? Href);

/// <summary>The reports and their files.</summary>
public interface IReportStore
{
    /// <summary>A report with the version to save it over, or null.</summary>
    Task<(Report Report, string Version)?> ReadAsync(string userId, string chartId, string reportId, CancellationToken cancellation);

    /// <summary>Adds a report.</summary>
    Task AddAsync(Report report, CancellationToken cancellation);

    /// <summary>Writes over the version that was read; the new version, or null when somebody else did meanwhile or it is gone.</summary>
    Task<string?> SaveAsync(Report report, string version, CancellationToken cancellation);

    /// <summary>The reports of a chart, the newest first.</summary>
    Task<IReadOnlyList<Report>> ListAsync(string userId, string chartId, CancellationToken cancellation);

    /// <summary>Removes a report with its file: the file first.</summary>
    Task RemoveAsync(Report report, CancellationToken cancellation);

    /// <summary>Keeps a file; the same one twice is one.</summary>
    Task PutFileAsync(Report report, byte[] pdf, CancellationToken cancellation);

    /// <summary>The file, or null when there is none.</summary>
    Task<byte[]?> GetFileAsync(Report report, CancellationToken cancellation);
}
