using Kundli.Features;
using Kundli.Features.Readings;
using Kundli.Features.SavedCharts;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Reading = Kundli.Features.Readings.Reading;

namespace Kundli.Worker;

internal static class ReadingRoutes
{
    public const string Preview = "api/v1/readings/preview";
    public const string Question = "api/v1/questions/preview";
    public const string OfChart = SavedChartRoutes.Chart + "/readings";
    public const string QuestionOfChart = SavedChartRoutes.Chart + "/questions";
}

/// <summary>What a chart says, with what every sentence rests on.</summary>
public sealed class ReadingFunctions(ComposeReading compose, AskChart ask, ReadChart saved)
{
    /// <summary>A reading of a birth or of given longitudes, composed from findings; nothing is stored.</summary>
    [Function("PreviewReading")]
    [Takes<ReadingRequest>]
    [Answers<Reading>(200)]
    [Fails("not-for-minors")]
    public async Task<IResult> Preview([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReadingRoutes.Preview)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok((await Body.ReadAsync<ReadingRequest>(request, cancellation)).Then(compose.Run));

    /// <summary>A question about a birth or about given longitudes, answered from findings or refused with care; nothing is stored.</summary>
    [Function("PreviewQuestion")]
    [Takes<QuestionRequest>]
    [Answers<QuestionAnswer>(200)]
    public async Task<IResult> Question([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReadingRoutes.Question)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok((await Body.ReadAsync<QuestionRequest>(request, cancellation)).Then(ask.Run));

    /// <summary>A reading of a chart that is kept; it is composed anew each time and not stored.</summary>
    [Function("ChartsReading")]
    [SignedIn]
    [Takes<ReadingChoice>]
    [Answers<Reading>(200)]
    [Fails("not-found", "not-for-minors")]
    public async Task<IResult> OfChart([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReadingRoutes.OfChart)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.Ok(await Body.ReadAsync<ReadingChoice>(request, cancellation).ThenAsync(choice => saved.ViewAsync(request.UserId(), chartId, chart => compose.Run(chart, choice), cancellation)));

    /// <summary>A question about a chart that is kept; neither it nor its answer is stored.</summary>
    [Function("ChartsQuestion")]
    [SignedIn]
    [Takes<ChartQuestion>]
    [Answers<QuestionAnswer>(200)]
    [Fails("not-found")]
    public async Task<IResult> QuestionOfChart([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReadingRoutes.QuestionOfChart)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.Ok(await Body.ReadAsync<ChartQuestion>(request, cancellation).ThenAsync(asked => saved.ViewAsync(request.UserId(), chartId, chart => ask.Run(chart, asked), cancellation)));
}
