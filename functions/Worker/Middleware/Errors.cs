using Kundli.Features;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Kundli.Worker.Middleware;

/// <summary>
/// The one catch of the HTTP surface. What escapes a verb is a bug (500) or a world that is down (503). The result is executed only after the
/// middleware, so the problem is written to the response here, and the result cleared. Queues and timers keep their exceptions: the platform
/// counts them.
/// </summary>
internal sealed class Errors(ILogger<Errors> logger) : IFunctionsWorkerMiddleware
{
    /// <summary>When a client may try again after something was not reachable.</summary>
    private const string RetryAfterSeconds = "5";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more.
            context.GetInvocationResult().Value = null;
        }
        catch (Exception failure)
        {
            var problem = Failures.ProblemOf(failure);
            Failures.Log(logger, context.FunctionDefinition.Name, problem, failure);
            context.GetInvocationResult().Value = null;
            await WriteAsync(http, problem);
        }
    }

    private static Task WriteAsync(HttpContext http, Problem problem)
    {
        if (problem == TransportProblems.Unavailable && !http.Response.HasStarted)
            http.Response.OnStarting(() =>
            {
                http.Response.Headers.RetryAfter = RetryAfterSeconds;
                return Task.CompletedTask;
            });
        return ProblemBody.WriteAsync(http, problem);
    }
}
