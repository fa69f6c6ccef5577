using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Kundli.Worker.Middleware;

/// <summary>Refuses what no function could want before anything of it is read.</summary>
internal sealed class RequestLimits : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.GetHttpContext() is { } http && LengthOf(http.Request) > Limits.TargetLengthMax
            ? ProblemBody.WriteAsync(http, TransportProblems.TargetTooLong)
            : next(context);

    private static int LengthOf(HttpRequest request) => (request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0);
}
