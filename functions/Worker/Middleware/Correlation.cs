using System.Diagnostics;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Kundli.Worker.Middleware;

/// <summary>
/// One span around every invocation, under the caller's W3C <c>traceparent</c> when it sent a valid one. The problem bodies, the queue messages
/// and the logs take their trace id from it.
/// </summary>
internal sealed class Correlation : IFunctionsWorkerMiddleware
{
    /// <summary>What an exporter subscribes to.</summary>
    public const string SourceName = "Kundli.Worker";

    private const string Header = "traceparent";

    private static readonly ActivitySource Source = new(SourceName);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext();
        using var span = Start(context.FunctionDefinition.Name, http, ParentOf(context, http));
        var isDone = false;
        try
        {
            await next(context);
            isDone = true;
        }
        finally
        {
            Tell(span, isDone, context.GetInvocationResult().Value as Bytes);
        }
    }

    // No message of an exception: it may quote what a person sent. An answer's status is read from the result, which is executed after the middleware.
    private static void Tell(Activity span, bool isDone, Bytes? answer)
    {
        if (answer is not null)
            span.SetTag("http.response.status_code", answer.Status);
        if (answer?.Problem is { } problem)
            span.SetTag("error.type", problem);
        if (!isDone || answer?.Status >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
    }

    private static Activity Start(string function, HttpContext? http, ActivityContext parent)
    {
        var kind = http is null ? ActivityKind.Consumer : ActivityKind.Server;
        // Nobody may listen; the trace id is needed all the same.
        var span = Source.StartActivity(kind, parent, name: function);
        if (span is not null)
            return span;
        span = new Activity(function);
        if (parent != default)
            span.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        else
            Activity.Current = null;
        return span.SetIdFormat(ActivityIdFormat.W3C).Start();
    }

    private static ActivityContext ParentOf(FunctionContext context, HttpContext? http)
    {
        var sent = http is null ? context.TraceContext.TraceParent : http.Request.Headers[Header].ToString();
        return ActivityContext.TryParse(sent, null, isRemote: true, out var parent) ? parent : default;
    }
}
