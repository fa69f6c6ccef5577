using System.Security.Cryptography;
using FluentValidation;
using Kundli.Features.Due;
using Kundli.Features.SavedCharts;

namespace Kundli.Features.Reports;

/// <summary>A report to make.</summary>
/// <param name="Language">Language of the texts.</param>
/// <param name="Style">How charts are drawn.</param>
public sealed record ReportRequest(string Language = "en", Drawings.ChartStyle Style = Drawings.ChartStyle.North);

/// <summary>The rules of a report.</summary>
public sealed class ReportRules : AbstractValidator<ReportRequest>
{
    /// <summary>The rules.</summary>
    public ReportRules() => RuleFor(request => request.Language).Must(ReportPack.Languages.Contains).WithMessage($"must be one of {string.Join(", ", ReportPack.Languages)}.");
}

/// <summary>Takes a wish for a report, and serves what was made.</summary>
/// <param name="read">Opens the customer's chart.</param>
/// <param name="reports">Where reports are kept.</param>
/// <param name="markers">So that none is forgotten.</param>
/// <param name="time">When it was asked for.</param>
public sealed class RequestReport(ReadChart read, IReportStore reports, IDueMarkers markers, TimeProvider time)
{
    /// <summary>No report of this chart is ready.</summary>
    public static Problem NotMade { get; } = new("report-not-made", "No report of this chart was made yet.") { Detail = "Ask for one with POST /charts/{id}/reports." };

    /// <summary>The queued report: noted as due first, then written, so that a process which dies in between leaves a harmless note.</summary>
    public async Task<Outcome<Report>> RunAsync(string userId, string chartId, ReportRequest request, CancellationToken cancellation)
    {
        var chart = await read.OpenAsync(userId, chartId, cancellation);
        if (!chart.IsOk)
            return chart.Problem;
        var now = time.GetUtcNow();
        // One that waits or is being made in the same language will do: a second click prints nothing twice.
        if ((await reports.ListAsync(userId, chartId, cancellation)).FirstOrDefault(report => !report.IsOver && report.Language == request.Language && report.Style == request.Style) is { } running)
            return running;
        var report = new Report(SavedChart.IdAt(now, RandomNumberGenerator.GetHexString(8, lowercase: true)), userId, chartId, request.Language, request.Style, ReportStatus.Queued, now);
        await markers.SetAsync(new(MakeReport.DueKind, report.Target, now + Report.RedriveAfter), cancellation);
        await reports.AddAsync(report, cancellation);
        return report;
    }

    /// <summary>How far a report is.</summary>
    public async Task<Outcome<ReportView>> ReadAsync(string userId, string chartId, string reportId, CancellationToken cancellation) =>
        SavedChart.IsId(chartId) && SavedChart.IsId(reportId) && await reports.ReadAsync(userId, chartId, reportId, cancellation) is { } found ? found.Report.ToView() : Problem.NotFound();

    /// <summary>The newest report of a chart as a PDF; <c>report-not-made</c>, <c>not-found</c>.</summary>
    public async Task<Outcome<byte[]>> FileAsync(string userId, string chartId, CancellationToken cancellation)
    {
        var chart = await read.OpenAsync(userId, chartId, cancellation);
        if (!chart.IsOk)
            return chart.Problem;
        var newest = (await reports.ListAsync(userId, chartId, cancellation)).FirstOrDefault(report => report.Status == ReportStatus.Succeeded);
        return newest is not null && await reports.GetFileAsync(newest, cancellation) is { } pdf ? pdf : NotMade;
    }
}

/// <summary>Makes reports that were asked for. A second message finds it over; a dead process is found by its marker.</summary>
/// <param name="charts">The charts.</param>
/// <param name="compose">What stands in a report.</param>
/// <param name="printer">Prints it.</param>
/// <param name="reports">Where reports are kept.</param>
/// <param name="time">When it ended.</param>
public sealed class MakeReport(ISavedCharts charts, ComposeReport compose, IReportPrinter printer, IReportStore reports, TimeProvider time) : IDueWork
{
    /// <summary>The kind of the markers of unfinished reports.</summary>
    public const string DueKind = "chart-report";

    /// <inheritdoc/>
    public string Kind => DueKind;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        if (Report.Parse(targetId) is not var (userId, chartId, reportId) || await reports.ReadAsync(userId, chartId, reportId, cancellation) is not { } read || read.Report.IsOver)
            return null;
        var running = read.Report with { Status = ReportStatus.Running, Tries = read.Report.Tries + 1 };
        if (running.Tries > Report.TriesMax)
        {
            await reports.SaveAsync(running with { Status = ReportStatus.Failed, FinishedAt = time.GetUtcNow() }, read.Version, cancellation);
            return null;
        }
        // Whoever loses this write leaves the work to who won it, and looks again only if that one dies.
        if (await reports.SaveAsync(running, read.Version, cancellation) is not { } version)
            return time.GetUtcNow() + Report.RedriveAfter;
        if (await charts.ReadAsync(userId, chartId, cancellation) is not { } chart)
        {
            await reports.RemoveAsync(running, cancellation);
            return null;
        }
        var content = await compose.RunAsync(chart.Chart, running.Language, running.Style, cancellation);
        var done = running with { FinishedAt = time.GetUtcNow(), Status = content.IsOk ? ReportStatus.Succeeded : ReportStatus.Failed };
        if (content.IsOk)
        {
            var printed = printer.Print(content.Value);
            await reports.PutFileAsync(running, printed.Pdf, cancellation);
            done = done with { Pages = printed.Pages };
        }
        if (await reports.SaveAsync(done, version, cancellation) is null)
            await RemoveOrphanAsync(running, cancellation);
        else if (content.IsOk)
            await RemoveOlderAsync(done, cancellation);
        return null;
    }

    /// <summary>Ends a report that failed again and again.</summary>
    public async Task GiveUpAsync(string targetId, CancellationToken cancellation)
    {
        if (Report.Parse(targetId) is var (userId, chartId, reportId) && await reports.ReadAsync(userId, chartId, reportId, cancellation) is { Report.IsOver: false } read)
            await reports.SaveAsync(read.Report with { Status = ReportStatus.Failed, FinishedAt = time.GetUtcNow() }, read.Version, cancellation);
    }

    // The chart was deleted while its report was printed: the file must not outlive it.
    private async Task RemoveOrphanAsync(Report report, CancellationToken cancellation)
    {
        if (await reports.ReadAsync(report.UserId, report.ChartId, report.Id, cancellation) is null)
            await reports.RemoveAsync(report, cancellation);
    }

    private async Task RemoveOlderAsync(Report newest, CancellationToken cancellation)
    {
        foreach (var older in (await reports.ListAsync(newest.UserId, newest.ChartId, cancellation)).Where(report => report.IsOver && string.CompareOrdinal(report.Id, newest.Id) > 0))
            await reports.RemoveAsync(older, cancellation);
    }
}
