using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.LocalHost.Tests.Samples;

public sealed record Parcel(string Id, int Grams);

public sealed class HttpFunctions(Journal journal)
{
    [Function("Bind")]
    public static IResult Bind([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/bind/{number:int}/{name?}")] HttpRequest request, int number, string? name, FunctionContext context,
        CancellationToken cancellation) =>
        Results.Json(new { Number = number, Name = name, request.Method, Function = context.FunctionDefinition.Name, cancellation.CanBeCanceled, Trace = context.TraceContext.TraceParent });

    [Function("AlphaAny")]
    public static IResult AlphaAny([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/choose/{id}")] HttpRequest request) => Results.Text("AlphaAny");

    [Function("BetaFixed")]
    public static IResult BetaFixed([HttpTrigger(AuthorizationLevel.Anonymous, "get", "put", Route = "api/choose/fixed")] HttpRequest request) => Results.Text("BetaFixed");

    [Function("Constrained")]
    public static IResult Constrained([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/short/{code:length(3):alpha}")] HttpRequest request, string code) => Results.Text(code);

    [Function("ZzFallback")]
    public static IResult Fallback([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/{*path}")] HttpRequest request, string? path) => Results.Text($"fallback {request.Method} {path}", statusCode: 404);

    [Function("Guarded")]
    public static IResult Guarded([HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/guarded")] HttpRequest request) => Results.Text("open locally");

    [Function("Throws")]
    public static IResult Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/throws")] HttpRequest request) => throw new InvalidOperationException("A bug of the sample.");

    [Function("Cleared")]
    public static IResult Cleared([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cleared")] HttpRequest request) => Results.Text("never seen");

    [Function("Waits")]
    public async Task<IResult> WaitsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/waits")] HttpRequest request, CancellationToken cancellation)
    {
        journal.Write("waits:started");
        try
        {
            await Task.Delay(TimeSpan.FromMinutes(1), cancellation);
        }
        catch (OperationCanceledException)
        {
            journal.Write("waits:cancelled");
            throw;
        }
        return Results.Ok();
    }

    [Function("Drains")]
    public async Task<IResult> DrainsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/drains")] HttpRequest request, CancellationToken cancellation)
    {
        journal.Write("drains:started");
        await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        return Results.Text("drained");
    }

    [Function("Send")]
    public static async Task<Sent> SendAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/sent")] HttpRequest request, CancellationToken cancellation)
    {
        var id = await new StreamReader(request.Body).ReadToEndAsync(cancellation);
        return id.Length == 0 ? new(Results.NoContent(), null, null) : new(new JournaledResult(id), new Parcel(id, 250), [$"{id}-1", $"{id}-2"]);
    }

    [Function("Broken")]
    public static Sent Broken([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/broken")] HttpRequest request) => new(new BrokenResult(), new Parcel("broken", 1), null);

    public sealed record Sent([property: HttpResult] IResult Answer, [property: QueueOutput("parcels")] Parcel? Parcel, [property: ServiceBusOutput("letters", Connection = "ServiceBus")] string[]? Letters);

    private sealed class JournaledResult(string id) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var journal = (Journal)httpContext.RequestServices.GetService(typeof(Journal))!;
            httpContext.Response.StatusCode = StatusCodes.Status202Accepted;
            await httpContext.Response.WriteAsync(id);
            // Time enough for a message that had been sent first to be seen first.
            await Task.Delay(500);
            journal.Write($"result:{id}");
        }
    }

    private sealed class BrokenResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException("It can't be written.");
    }
}
