using Kundli.Features.Charts;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class ChartRoutes
{
    public const string Preview = "api/v1/charts/preview";
}

/// <summary>Charts without an account: nothing of a birth is stored.</summary>
public sealed class ChartFunctions(DrawChart draw)
{
    /// <summary>Draws a chart for a birth or for given longitudes.</summary>
    [Function("PreviewChart")]
    [Takes<ChartRequest>]
    [Answers<ChartAnswer>(200)]
    public async Task<IResult> Preview([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ChartRoutes.Preview)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok((await Body.ReadAsync<ChartRequest>(request, cancellation)).Then(draw.Run));
}
