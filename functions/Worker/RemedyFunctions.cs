using Kundli.Features.Charts;
using Kundli.Features.Readings;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class RemedyRoutes
{
    public const string Preview = "api/v1/charts/preview/remedies";
}

/// <summary>From a chart to its plants.</summary>
public sealed class RemedyFunctions(SuggestRemedies suggest)
{
    /// <summary>The plants, mantras and stones of a chart, with what the shop has of the plants; nothing is stored.</summary>
    [Function("PreviewRemedies")]
    [Takes<ChartRequest>]
    [Asks<HomeQuery>]
    [Answers<Remedies>(200)]
    public async Task<IResult> Preview([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = RemedyRoutes.Preview)] HttpRequest request, CancellationToken cancellation)
    {
        var body = await Body.ReadAsync<ChartRequest>(request, cancellation);
        return Answer.Ok(await body.ThenAsync(chart => Query.Read<HomeQuery>(request).ThenAsync(home => suggest.RunAsync(chart, cancellation, withChildrenOrPets: home.WithChildrenOrPets))));
    }
}
