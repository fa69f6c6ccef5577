using Kundli.Features.Charts;
using Kundli.Features.SavedCharts;
using Kundli.Features.Sky;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class SkyRoutes
{
    public const string Sky = "api/v1/sky";
    public const string Events = "api/v1/sky/events";
    public const string PreviewEvents = "api/v1/charts/preview/events";
    public const string EventsOfChart = SavedChartRoutes.Chart + "/events";
}

/// <summary>What stands in the sky.</summary>
public sealed class SkyFunctions(ReadSky sky, ListEvents events, ReadChart saved)
{
    /// <summary>A month never changes, but for the rules of clocks.</summary>
    private static readonly Cache Age = Cache.Public(TimeSpan.FromHours(1));

    /// <summary>Where the grahas stand over a place, when they rise and set, and whether they can be seen.</summary>
    [Function("SkyRead")]
    [Asks<SkyQuery>]
    [Answers<SkyAnswer>(200)]
    public IResult Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SkyRoutes.Sky)] HttpRequest request) =>
        Answer.Ok(Query.Read<SkyQuery>(request).Map(sky.Run), Cache.Public(TimeSpan.FromMinutes(1)));

    /// <summary>What happens in the sky in a month: ingresses, stations, combustion, meetings, new and full moons, eclipses.</summary>
    [Function("SkyEvents")]
    [Asks<SkyEventsQuery>]
    [Answers<SkyEventsAnswer>(200)]
    public IResult Events([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SkyRoutes.Events)] HttpRequest request) =>
        Answer.Ok(Query.Read<SkyEventsQuery>(request).Map(events.Run), Age);

    /// <summary>The same month seen from a chart: houses, gochara and vedha; nothing is stored.</summary>
    [Function("PreviewEvents")]
    [Takes<ChartRequest>]
    [Asks<SkyEventsQuery>]
    [Answers<SkyEventsAnswer>(200)]
    public async Task<IResult> PreviewEvents([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = SkyRoutes.PreviewEvents)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await BodyAndQuery.ReadAsync<ChartRequest, SkyEventsQuery, SkyEventsAnswer>(request, events.Run, cancellation));

    /// <summary>The same month seen from a chart that is kept.</summary>
    [Function("ChartsEvents")]
    [SignedIn]
    [Asks<SkyEventsQuery>]
    [Answers<SkyEventsAnswer>(200)]
    [Fails("not-found")]
    public async Task<IResult> EventsOfChart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SkyRoutes.EventsOfChart)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.Ok(
            await Query.Read<SkyEventsQuery>(request).ThenAsync(query => saved.ViewAsync(request.UserId(), chartId, chart => events.Run(chart, query), cancellation)), Cache.Revalidate);
}
