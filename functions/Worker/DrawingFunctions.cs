using Kundli.Features.Charts;
using Kundli.Features.Drawings;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class DrawingRoutes
{
    public const string Month = "api/v1/panchang/month/drawing";
    public const string Preview = "api/v1/charts/preview/drawing";
}

/// <summary>Charts and months as pictures.</summary>
public sealed class DrawingFunctions(DrawPicture draw, DrawMonth month)
{
    /// <summary>A month never changes, but for the rules of clocks.</summary>
    private static readonly Cache Age = Cache.Public(TimeSpan.FromHours(1));

    /// <summary>Draws a chart, its dasha or its ashtakavarga for a birth or for given longitudes; nothing is stored.</summary>
    [Function("PreviewChartDrawing")]
    [Takes<ChartRequest>]
    [Asks<PictureOptions>]
    [Answers<string>(200, Picture.Svg)]
    [Answers<byte[]>(200, Picture.Png)]
    [Fails("no-lagna")]
    public async Task<IResult> Preview([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DrawingRoutes.Preview)] HttpRequest request, CancellationToken cancellation)
    {
        var options = Query.Read<PictureOptions>(request);
        var body = await Body.ReadAsync<ChartRequest>(request, cancellation);
        return Picture.Of(body.Then(chart => options.Then(how => draw.Run(chart, how))), Cache.None);
    }

    /// <summary>Draws a month of the almanac as a leaf of a wall calendar.</summary>
    [Function("PanchangMonthDrawing")]
    [Asks<MonthSheetQuery>]
    [Answers<string>(200, Picture.Svg)]
    [Answers<byte[]>(200, Picture.Png)]
    public IResult Month([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = DrawingRoutes.Month)] HttpRequest request) =>
        Picture.Of(Query.Read<MonthSheetQuery>(request).Map(month.Run), Age);
}
