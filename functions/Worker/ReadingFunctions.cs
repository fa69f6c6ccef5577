using Kundli.Features.Readings;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Reading = Kundli.Features.Readings.Reading;

namespace Kundli.Worker;

internal static class ReadingRoutes
{
    public const string Preview = "api/v1/readings/preview";
    public const string Question = "api/v1/questions/preview";
}

/// <summary>What a chart says, with what every sentence rests on.</summary>
public sealed class ReadingFunctions(ComposeReading compose, AskChart ask)
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
}
