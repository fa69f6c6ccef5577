using Kundli.Features.Charts;
using Kundli.Features.Drawings;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class DrawingRoutes
{
    public const string Preview = "api/v1/charts/preview/drawing";
}

/// <summary>Charts as pictures.</summary>
public sealed class DrawingFunctions(DrawPicture draw)
{
    private const string Svg = "image/svg+xml";

    /// <summary>Draws a chart for a birth or for given longitudes; nothing is stored.</summary>
    [Function("PreviewChartDrawing")]
    [Takes<ChartRequest>]
    [Asks<PictureOptions>]
    [Answers<string>(200, Svg)]
    [Fails("no-lagna")]
    public async Task<IResult> Preview([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = DrawingRoutes.Preview)] HttpRequest request, CancellationToken cancellation)
    {
        var options = Query.Read<PictureOptions>(request);
        var body = await Body.ReadAsync<ChartRequest>(request, cancellation);
        return Answer.File(body.Then(chart => options.Then(how => draw.Run(chart, how))), Svg);
    }
}
