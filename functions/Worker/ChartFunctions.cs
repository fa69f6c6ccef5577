using Kundli.Features.Charts;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class ChartRoutes
{
    public const string Preview = "api/v1/charts/preview";
    public const string Dashas = "api/v1/charts/preview/dashas";
    public const string Sensitivity = "api/v1/charts/preview/sensitivity";
    public const string SpecialPoints = "api/v1/charts/preview/specialPoints";
    public const string Strengths = "api/v1/charts/preview/strengths";
    public const string Transits = "api/v1/charts/preview/transits";
}

/// <summary>Charts without an account: nothing of a birth is stored.</summary>
public sealed class ChartFunctions(
    DrawChart draw, ChartDashas dashas, ChartSpecialPoints points, ChartStrengths strengths, ChartTransits transits, ChartSensitivity sensitivity)
{
    /// <summary>Draws a chart for a birth or for given longitudes.</summary>
    [Function("PreviewChart")]
    [Takes<ChartRequest>]
    [Answers<ChartAnswer>(200)]
    public async Task<IResult> Preview([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ChartRoutes.Preview)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok((await Body.ReadAsync<ChartRequest>(request, cancellation)).Then(draw.Run));

    /// <summary>The periods of a dasha, to any level.</summary>
    [Function("PreviewDashas")]
    [Takes<ChartRequest>]
    [Asks<DashaQuery>]
    [Answers<DashasAnswer>(200)]
    public async Task<IResult> Dashas([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ChartRoutes.Dashas)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await BodyAndQuery.ReadAsync<ChartRequest, DashaQuery, DashasAnswer>(request, dashas.Run, cancellation));

    /// <summary>Upagrahas, special lagnas, sphutas, arudhas and chara karakas.</summary>
    [Function("PreviewSpecialPoints")]
    [Takes<ChartRequest>]
    [Answers<SpecialPointsAnswer>(200)]
    public async Task<IResult> SpecialPoints([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ChartRoutes.SpecialPoints)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok((await Body.ReadAsync<ChartRequest>(request, cancellation)).Then(points.Run));

    /// <summary>Shadbala, bhava bala, ashtakavarga and vimshopaka.</summary>
    [Function("PreviewStrengths")]
    [Takes<ChartRequest>]
    [Answers<StrengthsAnswer>(200)]
    public async Task<IResult> Strengths([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ChartRoutes.Strengths)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok((await Body.ReadAsync<ChartRequest>(request, cancellation)).Then(strengths.Run));

    /// <summary>The sky of an instant over a chart: houses, ingresses and stations.</summary>
    [Function("PreviewTransits")]
    [Takes<ChartRequest>]
    [Asks<TransitQuery>]
    [Answers<TransitsAnswer>(200)]
    public async Task<IResult> Transits([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ChartRoutes.Transits)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await BodyAndQuery.ReadAsync<ChartRequest, TransitQuery, TransitsAnswer>(request, transits.Run, cancellation));

    /// <summary>What changes in a chart when the time of birth is off by some minutes.</summary>
    [Function("PreviewSensitivity")]
    [Takes<ChartRequest>]
    [Asks<SensitivityQuery>]
    [Answers<SensitivityAnswer>(200)]
    public async Task<IResult> Sensitivity([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ChartRoutes.Sensitivity)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await BodyAndQuery.ReadAsync<ChartRequest, SensitivityQuery, SensitivityAnswer>(request, sensitivity.Run, cancellation));
}
