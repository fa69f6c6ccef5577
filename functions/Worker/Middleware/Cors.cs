using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Kundli.Worker.Middleware;

/// <summary>Lets pages of the allowed origins read answers. Without a listed origin no header is added, and the browser keeps the page out.</summary>
internal sealed class Cors(Origins origins, RouteTable routes) : IFunctionsWorkerMiddleware
{
    private const string RequestHeaders = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Client, X-CSRF-Token, traceparent";
    private const string ResponseHeaders = "ETag, Location, RateLimit, RateLimit-Policy, Retry-After";

    /// <summary>Seconds for which a browser may remember a preflight.</summary>
    private const string PreflightAgeSeconds = "600";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
            http.Response.OnStarting(() => Add(http));
        return next(context);
    }

    private Task Add(HttpContext http)
    {
        var (origin, headers) = (http.Request.Headers.Origin.ToString(), http.Response.Headers);
        headers.Append("Vary", "Origin");
        if (!origins.Allowed.Contains(origin))
            return Task.CompletedTask;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowCredentials = "true";
        headers.AccessControlExposeHeaders = ResponseHeaders;
        // What may be read by another origin is said above, exactly; this header would forbid it again.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (HttpMethods.IsOptions(http.Request.Method) && http.Request.Headers.ContainsKey("Access-Control-Request-Method"))
        {
            headers.AccessControlAllowMethods = string.Join(", ", routes.MethodsAt(http.Request.Path));
            headers.AccessControlAllowHeaders = RequestHeaders;
            headers.AccessControlMaxAge = PreflightAgeSeconds;
        }

        return Task.CompletedTask;
    }
}
