using System.Diagnostics.Metrics;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Kundli.Worker.Middleware;

/// <summary>Lets a call in or answers 429; either way the answer says how much is left: <c>RateLimit-Policy</c>, <c>RateLimit</c>, <c>Retry-After</c>.</summary>
internal sealed class RateLimits(RouteTable routes, Admissions admissions, PeerAddress peer, RateLimitSettings settings) : IFunctionsWorkerMiddleware
{
    private static readonly Meter Meter = new(Measurements.MeterName);
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>("kundli.ratelimit.calls", description: "Calls that were counted against a limit.");

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (settings.IsDisabled || context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var routeClass = RouteClasses.Of(routes.Of(context.FunctionDefinition.Name), http.Request.Method);
        var admission = await admissions.TakeAsync(routeClass, Callers.CallerOf(http).UserId, peer.Of(http), http.RequestAborted);
        http.Response.OnStarting(() => Tell(http.Response, admission));
        Calls.Add(1, new("class", RouteClasses.PolicyOf(routeClass).Name), new("admitted", admission.IsAdmitted));
        if (admission.IsAdmitted)
            await next(context);
        else
            await ProblemBody.WriteAsync(http, TransportProblems.TooManyRequests(admission.WaitSeconds));
    }

    private static Task Tell(HttpResponse response, Admission admission)
    {
        response.Headers["RateLimit-Policy"] = admission.Policies;
        response.Headers["RateLimit"] = admission.Limits;
        return Task.CompletedTask;
    }
}

/// <summary>Whether calls are counted.</summary>
/// <param name="IsDisabled">Only on a local host, for measurements.</param>
internal sealed record RateLimitSettings(bool IsDisabled);
