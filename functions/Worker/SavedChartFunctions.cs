using Kundli.Features;
using Kundli.Features.Charts;
using Kundli.Features.Matching;
using Kundli.Features.SavedCharts;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class SavedChartRoutes
{
    public const string Charts = "api/v1/charts";
    public const string Chart = Charts + "/{chartId}";
    public const string Comparisons = Charts + "/comparisons";
    public const string Matches = Charts + "/matches";
}

/// <summary>The charts that a customer keeps.</summary>
public sealed class SavedChartFunctions(SaveChart save, ReadChart read, ChangeChart change, CompareCharts compare, MatchSavedCharts match)
{
    /// <summary>Keeps a chart in the caller's account.</summary>
    [Function("ChartsSave")]
    [SignedIn]
    [Idempotent]
    [Takes<SaveChartRequest>]
    [Answers<ChartAnswer>(201)]
    [Fails("consent-required", "declaration-required", "idempotency-key-invalid", "idempotency-key-reused", "not-found", "too-many-charts")]
    public async Task<IResult> Save([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = SavedChartRoutes.Charts)] HttpRequest request, CancellationToken cancellation)
    {
        var saved = await Preconditions.IdempotencyKey(request, required: false).ThenAsync(key =>
            Body.ReadAsync<SaveChartRequest>(request, cancellation).ThenAsync(body => save.RunAsync(request.UserId(), key, body, cancellation)));
        return Answer.Created(saved.Then(read.Answer).Map(answer => answer.Chart), chart => $"/{SavedChartRoutes.Charts}/{chart.Id}");
    }

    /// <summary>The caller's charts, newest first.</summary>
    [Function("ChartsList")]
    [SignedIn]
    [Asks<PageQuery>]
    [Answers<Page<SavedChartEntry>>(200)]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SavedChartRoutes.Charts)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<PageQuery>(request).ThenAsync(query => read.ListAsync(request.UserId(), query.Limit, query.After, cancellation)), Cache.Revalidate);

    /// <summary>One of the caller's charts, computed by today's rules.</summary>
    [Function("ChartsRead")]
    [SignedIn]
    [Answers<ChartAnswer>(200)]
    [Fails("not-found")]
    public async Task<IResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SavedChartRoutes.Chart)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Tagged(await read.RunAsync(request.UserId(), chartId, cancellation));

    /// <summary>Gives a chart another name.</summary>
    [Function("ChartsRename")]
    [SignedIn]
    [Conditional]
    [Takes<RenameChartRequest>]
    [Answers<ChartAnswer>(200)]
    [Fails("not-found", "stale-version")]
    public async Task<IResult> Rename(
        [HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = SavedChartRoutes.Chart)] HttpRequest request, string chartId, CancellationToken cancellation)
    {
        var renamed = await Body.ReadAsync<RenameChartRequest>(request, cancellation)
            .ThenAsync(body => change.RenameAsync(request.UserId(), chartId, Preconditions.IfMatchRevision(request), body, cancellation));
        return Tagged(renamed.Then(read.Answer));
    }

    /// <summary>Deletes a chart with its readings, reports and links.</summary>
    [Function("ChartsDelete")]
    [SignedIn]
    [Conditional]
    [Answers(204)]
    [Fails("not-found", "stale-version")]
    public async Task<IResult> Delete(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = SavedChartRoutes.Chart)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.NoContent(await change.DeleteAsync(request.UserId(), chartId, Preconditions.IfMatchRevision(request), cancellation));

    /// <summary>Lays two to four of the caller's charts side by side.</summary>
    [Function("ChartsCompare")]
    [SignedIn]
    [Takes<CompareRequest>]
    [Answers<ComparisonAnswer>(200)]
    [Fails("not-found")]
    public async Task<IResult> Compare([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = SavedChartRoutes.Comparisons)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Body.ReadAsync<CompareRequest>(request, cancellation).ThenAsync(body => compare.RunAsync(request.UserId(), body, cancellation)));

    /// <summary>Matches two of the caller's charts.</summary>
    [Function("ChartsMatch")]
    [SignedIn]
    [Takes<MatchSavedRequest>]
    [Answers<MatchAnswer>(200)]
    [Fails("not-for-minors", "not-found")]
    public async Task<IResult> Match([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = SavedChartRoutes.Matches)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Body.ReadAsync<MatchSavedRequest>(request, cancellation).ThenAsync(body => match.RunAsync(request.UserId(), body, cancellation)));

    private static IResult Tagged(Outcome<ReadSavedChart> chart) => Answer.Computed(chart, answer => answer.Chart, answer => answer.Tag);
}
