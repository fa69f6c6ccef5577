using Kundli.Features;
using Kundli.Features.Charts;
using Kundli.Features.Drawings;
using Kundli.Features.Readings;
using Kundli.Features.SavedCharts;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class SavedViewRoutes
{
    public const string Dashas = SavedChartRoutes.Chart + "/dashas";
    public const string Drawing = SavedChartRoutes.Chart + "/drawing";
    public const string Remedies = SavedChartRoutes.Chart + "/remedies";
    public const string Sensitivity = SavedChartRoutes.Chart + "/sensitivity";
    public const string SpecialPoints = SavedChartRoutes.Chart + "/specialPoints";
    public const string Strengths = SavedChartRoutes.Chart + "/strengths";
    public const string Transits = SavedChartRoutes.Chart + "/transits";
}

/// <summary>What follows from a saved chart: the same views as of a preview, computed by the same verbs.</summary>
public sealed class SavedViewFunctions(
    ReadChart read, ChartDashas dashas, ChartSpecialPoints points, ChartStrengths strengths, ChartTransits transits, ChartSensitivity sensitivity, DrawPicture draw, SuggestRemedies suggest)
{
    /// <summary>The periods of a dasha, to any level.</summary>
    [Function("ChartsDashas")]
    [SignedIn]
    [Asks<DashaQuery>]
    [Answers<DashasAnswer>(200)]
    [Fails("not-found")]
    public async Task<IResult> Dashas(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SavedViewRoutes.Dashas)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.Ok(
            await Query.Read<DashaQuery>(request).ThenAsync(query => read.ViewAsync(request.UserId(), chartId, chart => dashas.Run(chart, query), cancellation)), Cache.Revalidate);

    /// <summary>The chart as a picture.</summary>
    [Function("ChartsDrawing")]
    [SignedIn]
    [Asks<PictureOptions>]
    [Answers<string>(200, Picture.Svg)]
    [Answers<byte[]>(200, Picture.Png)]
    [Fails("no-lagna", "not-found")]
    public async Task<IResult> Drawing(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SavedViewRoutes.Drawing)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Picture.Of(
            await Query.Read<PictureOptions>(request).ThenAsync(how => read.ViewAsync(request.UserId(), chartId, chart => draw.Run(chart, how), cancellation)), Cache.Revalidate);

    /// <summary>Upagrahas, special lagnas, sphutas, arudhas and chara karakas.</summary>
    [Function("ChartsSpecialPoints")]
    [SignedIn]
    [Answers<SpecialPointsAnswer>(200)]
    [Fails("not-found")]
    public async Task<IResult> SpecialPoints(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SavedViewRoutes.SpecialPoints)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.Ok(await read.ViewAsync(request.UserId(), chartId, points.Run, cancellation), Cache.Revalidate);

    /// <summary>Shadbala, bhava bala, ashtakavarga and vimshopaka.</summary>
    [Function("ChartsStrengths")]
    [SignedIn]
    [Answers<StrengthsAnswer>(200)]
    [Fails("not-found")]
    public async Task<IResult> Strengths(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SavedViewRoutes.Strengths)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.Ok(await read.ViewAsync(request.UserId(), chartId, strengths.Run, cancellation), Cache.Revalidate);

    /// <summary>The sky of an instant, seen from the chart.</summary>
    [Function("ChartsTransits")]
    [SignedIn]
    [Asks<TransitQuery>]
    [Answers<TransitsAnswer>(200)]
    [Fails("not-found")]
    public async Task<IResult> Transits(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SavedViewRoutes.Transits)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.Ok(
            await Query.Read<TransitQuery>(request).ThenAsync(query => read.ViewAsync(request.UserId(), chartId, chart => transits.Run(chart, query), cancellation)), Cache.Revalidate);

    /// <summary>What changes when the time of birth is off by some minutes.</summary>
    [Function("ChartsSensitivity")]
    [SignedIn]
    [Asks<SensitivityQuery>]
    [Answers<SensitivityAnswer>(200)]
    [Fails("not-found")]
    public async Task<IResult> Sensitivity(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SavedViewRoutes.Sensitivity)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.Ok(
            await Query.Read<SensitivityQuery>(request).ThenAsync(query => read.ViewAsync(request.UserId(), chartId, chart => sensitivity.Run(chart, query), cancellation)), Cache.Revalidate);

    /// <summary>The plants, mantras and stones of the chart; for a child nothing of it is offered for sale.</summary>
    [Function("ChartsRemedies")]
    [SignedIn]
    [Asks<HomeQuery>]
    [Answers<Remedies>(200)]
    [Fails("not-found")]
    public async Task<IResult> Remedies(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = SavedViewRoutes.Remedies)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.Ok(
            await Query.Read<HomeQuery>(request).ThenAsync(home => read.OpenAsync(request.UserId(), chartId, cancellation)
                .ThenAsync(saved => suggest.RunAsync(saved.Chart, cancellation, withOffers: read.MayOffer(saved), withChildrenOrPets: home.WithChildrenOrPets))), Cache.Revalidate);
}
