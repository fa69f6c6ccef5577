using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Kundli.Worker.Middleware;

/// <summary>Headers that every answer carries, errors included. A page that needs a wider content policy sets its own, and it is kept.</summary>
internal sealed class SecurityHeaders : IFunctionsWorkerMiddleware
{
    /// <summary>For answers that are data: nothing may be loaded, framed or run.</summary>
    public const string DataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static readonly KeyValuePair<string, string>[] Headers =
    [
        new("Content-Security-Policy", DataPolicy),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
        new("Referrer-Policy", "no-referrer"),
        new("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
        new("X-Content-Type-Options", "nosniff"),
        new("X-Frame-Options", "DENY"),
    ];

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
            http.Response.OnStarting(() => Add(http.Response));
        return next(context);
    }

    private static Task Add(HttpResponse response)
    {
        foreach (var (name, value) in Headers)
            response.Headers.TryAdd(name, value);
        return Task.CompletedTask;
    }
}
