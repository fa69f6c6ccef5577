using Kundli.Features.Charts;
using Kundli.Features.Muhurtas;
using Kundli.Features.SavedCharts;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class MuhurtaRoutes
{
    public const string Any = "api/v1/muhurtas";
    public const string Preview = "api/v1/charts/preview/muhurtas";
    public const string Saved = SavedChartRoutes.Chart + "/muhurtas";
}

/// <summary>Good times for what one begins.</summary>
public sealed class MuhurtaFunctions(FindMuhurtas find, ReadChart read)
{
    /// <summary>A search never changes, but for the rules of clocks.</summary>
    private static readonly Cache Age = Cache.Public(TimeSpan.FromHours(1));

    /// <summary>Good times for a purpose at a place, for everybody or for the Moons that the query names.</summary>
    [Function("Muhurtas")]
    [Asks<MuhurtaQuery>]
    [Answers<MuhurtasAnswer>(200)]
    public IResult Any([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = MuhurtaRoutes.Any)] HttpRequest request) => Answer.Ok(Query.Read<MuhurtaQuery>(request).Map(find.Run), Age);

    /// <summary>The same for a birth or for given longitudes; nothing is stored.</summary>
    [Function("PreviewMuhurtas")]
    [Takes<ChartRequest>]
    [Asks<MuhurtaQuery>]
    [Answers<MuhurtasAnswer>(200)]
    public async Task<IResult> Preview([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = MuhurtaRoutes.Preview)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await BodyAndQuery.ReadAsync<ChartRequest, MuhurtaQuery, MuhurtasAnswer>(request, find.Run, cancellation));

    /// <summary>The same for a saved chart.</summary>
    [Function("ChartsMuhurtas")]
    [SignedIn]
    [Asks<MuhurtaQuery>]
    [Answers<MuhurtasAnswer>(200)]
    [Fails("not-found")]
    public async Task<IResult> Saved([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = MuhurtaRoutes.Saved)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.Ok(
            await Query.Read<MuhurtaQuery>(request).ThenAsync(query => read.ViewAsync(request.UserId(), chartId, chart => find.Run(chart, query), cancellation)), Cache.Revalidate);
}
