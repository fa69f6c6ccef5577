using Kundli.Adapters;
using Kundli.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kundli.Worker.Http;

/// <summary>What escapes a verb, as a client is told of it and as the log is.</summary>
internal static class Failures
{
    /// <summary>Exceptions within exceptions that are told.</summary>
    private const int CausesMax = 8;

    /// <summary>A bug (500) or a world that is down (503), or what a body did wrong while it was read.</summary>
    public static Problem ProblemOf(Exception failure) => failure switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TransportProblems.BodyTooLarge(Limits.BodyBytesMax),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => TransportProblems.BodyTimedOut,
        BadHttpRequestException => TransportProblems.MalformedRequest(),
        OperationCanceledException => TransportProblems.Unavailable,
        _ when Outage.IsOne(failure) => TransportProblems.Unavailable,
        _ => TransportProblems.Internal,
    };

    /// <summary>An exception's message may quote what a person sent, so the log gets the types and where it happened, never its text.</summary>
    public static void Log(ILogger logger, string what, Problem problem, Exception failure)
    {
        var level = problem == TransportProblems.Internal ? LogLevel.Error : LogLevel.Warning;
        logger.Log(level, "{Function} failed with {Problem}: {Type}\n{Trace}", what, problem.Name, TypesOf(failure), failure.StackTrace);
    }

    /// <summary>The types from the outermost to the innermost: the cause of a failure is seldom the first.</summary>
    private static string TypesOf(Exception failure)
    {
        var types = new List<string?>(CausesMax);
        for (Exception? cause = failure; cause is not null && types.Count < CausesMax; cause = cause.InnerException)
            types.Add(cause.GetType().FullName);
        return string.Join(" ← ", types);
    }
}
