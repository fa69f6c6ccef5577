using Kundli.Adapters.RateLimits;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Kundli.Worker.Middleware;

/// <summary>
/// Counts calls by customer and by address, in the form of the IETF draft: <c>RateLimit-Policy</c> and <c>RateLimit</c> on every answer,
/// <c>Retry-After</c> on 429. A signed-in customer has a bucket of their own; the address has a larger one, since a family shares it.
/// </summary>
internal sealed class RateLimits(RouteTable routes, IBuckets buckets, PeerAddress peer, RateLimitSettings settings) : IFunctionsWorkerMiddleware
{
    /// <summary>Customers behind one address that may be busy at once.</summary>
    private const int CustomersPerAddress = 5;

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (settings.IsDisabled || context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var policy = RouteClasses.PolicyOf(RouteClasses.Of(routes.Of(context.FunctionDefinition.Name), http.Request.Method));
        var answer = await TakeAsync(http, policy);
        http.Response.OnStarting(() => Tell(http.Response, policy, answer));
        if (answer.IsAdmitted)
            await next(context);
        else
            await ProblemBody.WriteAsync(http, TransportProblems.TooManyRequests(SecondsOf(answer.Wait)));
    }

    private async ValueTask<BucketAnswer> TakeAsync(HttpContext http, BucketPolicy policy)
    {
        var address = $"{policy.Name}:ip:{peer.Of(http)}";
        if (Callers.CallerOf(http).UserId is not { } user)
            return await buckets.TakeAsync(address, policy, http.RequestAborted);
        var own = await buckets.TakeAsync($"{policy.Name}:user:{user}", policy, http.RequestAborted);
        if (!own.IsAdmitted)
            return own;
        var shared = await buckets.TakeAsync(address + ":all", policy with { Quota = policy.Quota * CustomersPerAddress }, http.RequestAborted);
        return shared.IsAdmitted ? own : shared;
    }

    private static Task Tell(HttpResponse response, BucketPolicy policy, BucketAnswer answer)
    {
        response.Headers["RateLimit-Policy"] = $"\"{policy.Name}\";q={policy.Quota};w={(int)policy.Window.TotalSeconds}";
        response.Headers["RateLimit"] = $"\"{policy.Name}\";r={answer.Remaining};t={SecondsOf(answer.Wait)}";
        return Task.CompletedTask;
    }

    private static int SecondsOf(TimeSpan wait) => (int)Math.Ceiling(wait.TotalSeconds);
}

/// <summary>Whether calls are counted.</summary>
/// <param name="IsDisabled">Only on a local host, for measurements.</param>
internal sealed record RateLimitSettings(bool IsDisabled);
