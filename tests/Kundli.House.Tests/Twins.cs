using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.House.Tests;

// Function classes that break one rule of the platform each: the twins of FunctionTests and RouteTests. None of them is ever run.
public sealed class RetryOnQueue
{
    [Function("RetryOnQueue")]
    [FixedDelayRetry(3, "00:00:05")]
    public void Run([QueueTrigger("q")] string message) => _ = message;
}

public sealed class SameName
{
    [Function("Twice")]
    public void One([QueueTrigger("q")] string message) => _ = message;

    [Function("twice")]
    public void Two([QueueTrigger("r")] string message) => _ = message;
}

public sealed class Outputs
{
    public IResult? Result { get; set; }

    [QueueOutput("q")]
    public string? Message { get; set; }
}

public sealed class ManyOutputs
{
    [Function("ManyOutputs")]
    public Outputs Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/a")] HttpRequest request) => new() { Message = request.Method };
}

public sealed class AsyncVoid
{
    [Function("AsyncVoid")]
#pragma warning disable MA0155 // The very offence.
    public async void Run([QueueTrigger("q")] string message) => await Task.FromResult(message);
#pragma warning restore MA0155
}

public sealed class NoLevel
{
    [Function("NoLevel")]
    public IResult Run([HttpTrigger("get", Route = "api/a")] HttpRequest request) => Results.Ok(request.Method);
}

public sealed class Generic<T>
{
    [Function("Generic")]
    public T? Run([QueueTrigger("q")] string message) => message is T value ? value : default;
}

public sealed class PercentRoute
{
    [Function("PercentRoute")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/%place%")] HttpRequest request) => Results.Ok(request.Method);
}

public sealed class SlashRoute
{
    [Function("SlashRoute")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "/api/a")] HttpRequest request) => Results.Ok(request.Method);
}

public sealed class RootWildcard
{
    [Function("RootWildcard")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path}")] HttpRequest request) => Results.Ok(request.Method);
}

public sealed class PocoAnswer
{
    [Function("PocoAnswer")]
    public string Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/a")] HttpRequest request) => request.Method;
}

internal sealed class NotPublic
{
    [Function("NotPublic")]
    public void Run([QueueTrigger("q")] string message) => _ = message;
}

public sealed class Overlapping
{
    [Function("OverlapLiteral")]
    public IResult Literal([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/a/new")] HttpRequest request) => Results.Ok(request.Method);

    [Function("OverlapAny")]
    public IResult Any([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "api/a/{id}")] HttpRequest request) => Results.Ok(request.Method);
}

public sealed class Apart
{
    [Function("ApartLiteral")]
    public IResult Literal([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/a/new")] HttpRequest request) => Results.Ok(request.Method);

    [Function("ApartGuid")]
    public IResult Guid([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/a/{id:guid}")] HttpRequest request) => Results.Ok(request.Method);

    [Function("ApartVerb")]
    public IResult Verb([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/a/{id}")] HttpRequest request) => Results.Ok(request.Method);

    [Function("ApartLonger")]
    public IResult Longer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/a/{id}/b")] HttpRequest request) => Results.Ok(request.Method);
}
