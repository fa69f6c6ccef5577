using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Kundli.LocalHost.Tests.Samples;

/// <summary>A worker's program with two middlewares, as small as can be.</summary>
internal static class SampleProgram
{
    public static IReadOnlyList<Type> Functions { get; } = [typeof(HttpFunctions), typeof(QueueFunctions)];

    public static IHost Build(string[] args, Journal journal)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.Services.AddSingleton(journal);
        builder.UseMiddleware<Outer>();
        builder.UseMiddleware(async (context, next) =>
        {
            await next();
            context.GetHttpContext()?.Response.Headers.Append("X-Order", "inner");
        });
        return builder.Build();
    }

    internal sealed class Outer : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            await next(context);
            if (context.GetHttpContext() is not { } http)
                return;
            http.Response.Headers.Append("X-Order", "outer");
            if (context.FunctionDefinition.Name != "Cleared")
                return;
            // As the worker's error middleware does it: the answer is written here, and there is no result any more.
            context.GetInvocationResult().Value = null;
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await http.Response.WriteAsync("cleared");
        }
    }
}
