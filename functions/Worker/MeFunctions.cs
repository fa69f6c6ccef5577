using Kundli.Features;
using Kundli.Features.Identity;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class MeRoutes
{
    public const string Me = "api/v1/me";
}

/// <summary>The caller's own account.</summary>
public sealed class MeFunctions(ReadMe me)
{
    /// <summary>The caller's account.</summary>
    [Function("MeRead")]
    [SignedIn]
    [Answers<MeAnswer>(200)]
    [Fails("session-over")]
    public async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = MeRoutes.Me)] HttpRequest request, CancellationToken cancellation) =>
        Tagged(await me.RunAsync(request.UserId(), cancellation));

    /// <summary>Changes the account, if it still is as the client saw it.</summary>
    [Function("MeChange")]
    [SignedIn]
    [Conditional(Required = true)]
    [Takes<ChangeMeRequest>]
    [Answers<MeAnswer>(200)]
    [Fails("precondition-required", "session-over", "stale-version")]
    public async Task<IResult> Change([HttpTrigger(AuthorizationLevel.Anonymous, "patch", Route = MeRoutes.Me)] HttpRequest request, CancellationToken cancellation)
    {
        var seen = Preconditions.IfMatch(request, required: true);
        return seen.IsOk
            ? Tagged(await Body.ReadAsync<ChangeMeRequest>(request, cancellation).ThenAsync(body => me.ChangeAsync(request.UserId(), seen.Value, body, cancellation)))
            : Answer.Fail(seen.Problem);
    }

    private static IResult Tagged(Outcome<Kept<MeAnswer>> outcome) =>
        outcome.IsOk ? Answer.Ok<MeAnswer>(outcome.Value.Value, Cache.Revalidate, _ => outcome.Value.Version) : Answer.Fail(outcome.Problem);
}
