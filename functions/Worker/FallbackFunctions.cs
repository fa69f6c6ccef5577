using Kundli.Features;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class FallbackRoutes
{
    public const string Everything = "api/{*path}";
}

/// <summary>
/// What no other function takes. The platform itself never tells the worker of an unknown route or a wrong method; this function is the last in
/// the alphabet, and so the last to be matched.
/// </summary>
public sealed class FallbackFunctions(RouteTable routes)
{
    /// <summary>404 for an unknown path, 405 with <c>Allow</c> for a wrong method, 204 with <c>Allow</c> for OPTIONS (the CORS step adds its headers).</summary>
    [Function("ZzFallback")]
    public IResult Refuse([HttpTrigger(AuthorizationLevel.Anonymous, Route = FallbackRoutes.Everything)] HttpRequest request)
    {
        var methods = routes.MethodsAt(request.Path);
        if (methods.Count == 0)
            return Answer.Fail(Problem.NotFound());
        request.HttpContext.Response.Headers.Allow = string.Join(", ", methods);
        return HttpMethods.IsOptions(request.Method) ? Answer.NoContent<bool>(true) : Answer.Fail(TransportProblems.MethodNotAllowed(methods));
    }
}
