using Kundli.Features.Matching;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class MatchRoutes
{
    public const string Matches = "api/v1/matches";
}

/// <summary>Matching without an account: nothing of two births is stored.</summary>
public sealed class MatchFunctions(MatchCharts match)
{
    /// <summary>Compares the Moons of a bride and a groom by the eight kutas and the ten agreements.</summary>
    [Function("MatchCharts")]
    [Takes<MatchRequest>]
    [Answers<MatchAnswer>(200)]
    public async Task<IResult> Match([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = MatchRoutes.Matches)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok((await Body.ReadAsync<MatchRequest>(request, cancellation)).Then(match.Run));
}
