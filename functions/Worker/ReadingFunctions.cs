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

/// <summary>What a chart says, with what every sentence rests on. A customer who agreed to it gets a model's words where one is configured and says nothing false.</summary>
public sealed class ReadingFunctions(TellReading tell, ReadChart saved, TimeProvider time)
{
    /// <summary>A reading of a birth or of given longitudes, told from findings; nothing is stored.</summary>
    [Function("PreviewReading")]
    [Takes<ReadingRequest>]
    [Answers<Reading>(200)]
    [Answers<string>(200, EventStreams.ContentType)]
    [Fails("not-for-minors")]
    public async Task<IResult> Preview([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReadingRoutes.Preview)] HttpRequest request, CancellationToken cancellation) =>
        await TellAsync(request, (await Body.ReadAsync<ReadingRequest>(request, cancellation)).Then(reading => tell.Compose(reading.ToChart(), reading.ToChoice())), cancellation);

    /// <summary>A question about a birth or about given longitudes, answered from findings or refused with care; nothing is stored.</summary>
    [Function("PreviewQuestion")]
    [Takes<QuestionRequest>]
    [Answers<QuestionAnswer>(200)]
    [Answers<string>(200, EventStreams.ContentType)]
    public async Task<IResult> Question([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReadingRoutes.Question)] HttpRequest request, CancellationToken cancellation) =>
        await TellAsync(request, await Body.ReadAsync<QuestionRequest>(request, cancellation).ThenAsync(question => tell.AnswerAsync(request.Caller(), question.ToChart(), question.ToQuestion(), cancellation)), cancellation);

    /// <summary>A reading of a chart that is kept; it is told anew each time and not stored.</summary>
    [Function("ChartsReading")]
    [SignedIn]
    [Takes<ReadingChoice>]
    [Answers<Reading>(200)]
    [Answers<string>(200, EventStreams.ContentType)]
    [Fails("not-found", "not-for-minors")]
    public async Task<IResult> OfChart([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReadingRoutes.OfChart)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        await TellAsync(request, await Body.ReadAsync<ReadingChoice>(request, cancellation).ThenAsync(choice => saved.ViewAsync(request.UserId(), chartId, chart => tell.Compose(chart, choice), cancellation)), cancellation);

    /// <summary>A question about a chart that is kept; neither it nor its answer is stored.</summary>
    [Function("ChartsQuestion")]
    [SignedIn]
    [Takes<ChartQuestion>]
    [Answers<QuestionAnswer>(200)]
    [Answers<string>(200, EventStreams.ContentType)]
    [Fails("not-found")]
    public async Task<IResult> QuestionOfChart([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ReadingRoutes.QuestionOfChart)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        await TellAsync(request, await Body.ReadAsync<ChartQuestion>(request, cancellation).ThenAsync(question => saved.OpenAsync(request.UserId(), chartId, cancellation).ThenAsync(
            chart => tell.AnswerAsync(request.Caller(), chart.Chart, question, cancellation))), cancellation);

    // Everything that can be refused is refused before the first byte of a stream.
    private async Task<IResult> TellAsync<T>(HttpRequest request, Outcome<Tellable<T>> composed, CancellationToken cancellation)
    {
        if (!composed.IsOk)
            return Answer.Fail(composed.Problem);
        var caller = request.Caller();
        return await EventStreams.AnswerAsync<T>(request, (part, token) => tell.TellAsync(caller, composed.Value, (section, ending) => part(section, ending), token), time, cancellation);
    }
}
