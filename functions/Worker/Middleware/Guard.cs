using Kundli.Features;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Kundli.Worker.Middleware;

/// <summary>Keeps guests out of functions that carry <see cref="SignedInAttribute"/>, and customers out of those that ask for another role.</summary>
internal sealed partial class Guard(RouteTable routes, ILogger<Guard> logger) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http || Objection(context.FunctionDefinition.Name, http) is not { } problem)
            return next(context);
        LogRefused(context.FunctionDefinition.Name, problem.Name);
        return ProblemBody.WriteAsync(http, problem);
    }

    private Problem? Objection(string function, HttpContext http)
    {
        if (routes.Of(function)?.Declared<SignedInAttribute>() is not { } demand)
            return null;
        var caller = Callers.CallerOf(http);
        if (caller.UserId is null)
            return TransportProblems.NotSignedIn;
        return demand.Roles.Count == 0 || demand.Roles.Any(caller.Roles.Contains) ? null : TransportProblems.Forbidden;
    }

    // No id and no path: either may lead to a person.
    [LoggerMessage(Level = LogLevel.Information, EventName = "access-refused", Message = "{Function} was refused: {Problem}")]
    private partial void LogRefused(string function, string problem);
}
