using Kundli.Adapters;
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

    /// <summary>Exceptions within exceptions that are told.</summary>
    private const int CausesMax = 8;

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
            var problem = ProblemOf(failure);
            Log(context.FunctionDefinition.Name, problem, failure);
            context.GetInvocationResult().Value = null;
            await WriteAsync(http, problem);
        }
    }

    private static Problem ProblemOf(Exception failure) => failure switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TransportProblems.BodyTooLarge(Limits.BodyBytesMax),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => TransportProblems.BodyTimedOut,
        BadHttpRequestException => TransportProblems.MalformedRequest(),
        OperationCanceledException => TransportProblems.Unavailable,
        _ when Outage.IsOne(failure) => TransportProblems.Unavailable,
        _ => TransportProblems.Internal,
    };

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

    /// <summary>The types from the outermost to the innermost: the cause of a failure is seldom the first.</summary>
    private static string TypesOf(Exception failure)
    {
        var types = new List<string?>(CausesMax);
        for (Exception? cause = failure; cause is not null && types.Count < CausesMax; cause = cause.InnerException)
            types.Add(cause.GetType().FullName);
        return string.Join(" ← ", types);
    }

    /// <summary>An exception's message may quote what a person sent, so the log gets the types and where it happened, never its text.</summary>
    private void Log(string function, Problem problem, Exception failure)
    {
        var level = problem == TransportProblems.Internal ? LogLevel.Error : LogLevel.Warning;
        logger.Log(level, "{Function} failed with {Problem}: {Type}\n{Trace}", function, problem.Name, TypesOf(failure), failure.StackTrace);
    }
}
