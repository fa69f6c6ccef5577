using Kundli.Features;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Kundli.Worker.Middleware;

/// <summary>Keeps guests out of functions that carry <see cref="SignedInAttribute"/>, and customers out of those that ask for another role.</summary>
internal sealed class Guard(RouteTable routes) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next) =>
        context.GetHttpContext() is { } http && Objection(context.FunctionDefinition.Name, http) is { } problem
            ? ProblemBody.WriteAsync(http, problem)
            : next(context);

    private Problem? Objection(string function, HttpContext http)
    {
        if (routes.Of(function)?.Declared<SignedInAttribute>() is not { } demand)
            return null;
        var caller = Callers.CallerOf(http);
        if (caller.UserId is null)
            return TransportProblems.NotSignedIn;
        return demand.Roles.Count == 0 || demand.Roles.Any(caller.Roles.Contains) ? null : TransportProblems.Forbidden;
    }
}
