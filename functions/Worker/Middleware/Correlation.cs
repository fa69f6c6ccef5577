using System.Diagnostics;
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
        await next(context);
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
