using Kundli.Features.Reports;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class ReportRoutes
{
    public const string Reports = SavedChartRoutes.Chart + "/reports";
    public const string Report = Reports + "/{reportId}";
    public const string File = SavedChartRoutes.Chart + "/report.pdf";
    public const string ReportQueue = "chart-reports";
    public const string PoisonQueue = ReportQueue + "-poison";
}

/// <summary>A report that was asked for, and the message that has it made.</summary>
public sealed class RequestedReport
{
    /// <summary>What the client gets.</summary>
    [HttpResult]
    public required IResult Result { get; init; }

    /// <summary>What the queue gets; null where nothing was accepted.</summary>
    [QueueOutput(ReportRoutes.ReportQueue, Connection = "Storage")]
    public Message? Message { get; init; }
}

/// <summary>Printed reports of saved charts.</summary>
public sealed class ReportFunctions(RequestReport wish, MakeReport make)
{
    /// <summary>Has a report made; poll the returned address.</summary>
    [Function("ReportsRequest")]
    [SignedIn]
    [Takes<ReportRequest>(Optional = true)]
    [Answers<ReportView>(202)]
    [Fails("not-found")]
    public async Task<RequestedReport> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReportRoutes.Reports)] HttpRequest request, string chartId, CancellationToken cancellation)
    {
        var report = await (await Body.ReadOptionalAsync<ReportRequest>(request, cancellation)).ThenAsync(body => wish.RunAsync(request.UserId(), chartId, body ?? new ReportRequest(), cancellation));
        return new()
        {
            Result = Answer.Accepted(report.Map(asked => asked.ToView()), view => $"/{SavedChartRoutes.Charts}/{view.ChartId}/reports/{view.Id}"),
            Message = report.IsOk ? Message.About(report.Value.Target) : null,
        };
    }

    /// <summary>How far a report is.</summary>
    [Function("ReportsRead")]
    [SignedIn]
    [Answers<ReportView>(200)]
    [Fails("not-found")]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ReportRoutes.Report)] HttpRequest request, string chartId, string reportId, CancellationToken cancellation) =>
        Answer.Ok(await wish.ReadAsync(request.UserId(), chartId, reportId, cancellation), Cache.Revalidate);

    /// <summary>The newest report of a chart.</summary>
    [Function("ReportsFile")]
    [SignedIn]
    [Answers<byte[]>(200, "application/pdf")]
    [Fails("not-found", "report-not-made")]
    public async Task<IResult> File([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ReportRoutes.File)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.File(await wish.FileAsync(request.UserId(), chartId, cancellation), "application/pdf", Cache.Revalidate, "kundli.pdf");

    /// <summary>Makes one report.</summary>
    [Function("MakeReport")]
    public Task Make([QueueTrigger(ReportRoutes.ReportQueue, Connection = "Storage")] Message message, CancellationToken cancellation) => make.RunAsync(message.Id, cancellation);

    /// <summary>Ends a report whose message was given up, so that nobody waits for it.</summary>
    [Function("GiveUpReport")]
    public Task GiveUp([QueueTrigger(ReportRoutes.PoisonQueue, Connection = "Storage")] Message message, CancellationToken cancellation) => make.GiveUpAsync(message.Id, cancellation);
}
