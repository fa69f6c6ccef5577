using Kundli.Worker.Middleware;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace Kundli.Worker.Composition;

/// <summary>What every call passes on its way in, the outermost first.</summary>
internal static class Pipeline
{
    /// <summary>Registers the middleware. A step may rely on those above it: the trace is there when a problem is written, the headers when it starts.</summary>
    public static void UsePipeline(this IFunctionsWorkerApplicationBuilder builder) => builder
        .UseMiddleware<Correlation>()
        .UseMiddleware<Measurements>()
        .UseMiddleware<SecurityHeaders>()
        .UseMiddleware<Cors>()
        .UseMiddleware<Errors>()
        .UseMiddleware<RequestLimits>()
        .UseMiddleware<Authentication>()
        .UseMiddleware<Middleware.RateLimits>()
        .UseMiddleware<Guard>();
}
