using System.Diagnostics;
using System.Diagnostics.Metrics;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Kundli.Worker.Middleware;

/// <summary>
/// Times every invocation: HTTP to the end of its answer, under the names of OpenTelemetry's conventions, with the route's template and never the path; messages and
/// timers under their function's name.
/// </summary>
internal sealed class Measurements(RouteTable routes) : IFunctionsWorkerMiddleware
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Kundli.Worker";

    /// <summary>What is written in place of a method that HTTP does not know: a client may send any word.</summary>
    private const string OtherMethod = "_OTHER";

    private static readonly Meter Meter = new(MeterName);
    private static readonly InstrumentAdvice<double> Boundaries = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };
    private static readonly Histogram<double> Requests = Meter.CreateHistogram("http.server.request.duration", "s", "How long a request took, to the end of its answer.", advice: Boundaries);
    private static readonly Histogram<double> Work = Meter.CreateHistogram("kundli.work.duration", "s", "How long a message or a timer's turn took.", advice: Boundaries);

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var function = context.FunctionDefinition.Name;
        var start = Stopwatch.GetTimestamp();
        if (context.GetHttpContext() is not { } http)
            return TimeAsync(function, start, context, next);
        http.Response.OnCompleted(() =>
        {
            Requests.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, TagsOf(http, routes.Of(function)));
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static async Task TimeAsync(string function, long start, FunctionContext context, FunctionExecutionDelegate next)
    {
        var outcome = "failed";
        try
        {
            await next(context);
            outcome = "done";
        }
        finally
        {
            Work.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new TagList { { "function", function }, { "outcome", outcome } });
        }
    }

    private static TagList TagsOf(HttpContext http, Route? route)
    {
        var tags = new TagList
        {
            { "http.request.method", MethodOf(http.Request.Method) },
            { "http.route", route?.Path ?? "" },
            { "http.response.status_code", http.Response.StatusCode },
        };
        if (http.Features.Get<ToldProblem>() is { } problem)
            tags.Add("error.type", problem.Name);
        return tags;
    }

    private static string MethodOf(string method) => method switch
    {
        "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" => method,
        _ => OtherMethod,
    };
}
