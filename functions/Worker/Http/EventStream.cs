using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kundli.Worker.Http;

/// <summary>Tells parts of an answer as they come.</summary>
/// <param name="part">Sends one part.</param>
/// <param name="cancellation">The client left, or the time is over.</param>
/// <returns>The whole answer.</returns>
internal delegate Task<T> Telling<T>(Func<object, CancellationToken, Task> part, CancellationToken cancellation);

/// <summary>
/// An answer as server-sent events (HTML standard, section 9.2): <c>event: part</c> for each part, a comment so that no proxy between thinks the line dead,
/// and <c>event: done</c> with the whole answer at the end, or <c>event: error</c> with a problem. Its status is sent before its end is known, so that only what can't fail
/// in an expected way is told like this.
/// </summary>
internal sealed class EventStream<T>(Telling<T> tell, TimeProvider time) : IResult
{
    private readonly SemaphoreSlim _line = new(1);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        (response.StatusCode, response.ContentType) = (StatusCodes.Status200OK, EventStreams.ContentType);
        response.Headers.CacheControl = Cache.None.Header;
        response.Headers["X-Accel-Buffering"] = "no";
        using var clock = new CancellationTokenSource(EventStreams.TimeMax, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, clock.Token);
        try
        {
            await WriteAsync(response, "done", await TellAsync(response, limit.Token), limit.Token);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (Exception failure)
        {
            var problem = Failures.ProblemOf(failure);
            Failures.Log(httpContext.RequestServices.GetRequiredService<ILogger<EventStream<T>>>(), $"A stream of {typeof(T).Name}", problem, failure);
            httpContext.Features.Set(new ToldProblem(problem.Name));
            await WriteAsync(response, "error", ProblemBody.Shown(problem), httpContext.RequestAborted);
        }
    }

    private async Task<T> TellAsync(HttpResponse response, CancellationToken cancellation)
    {
        await response.Body.FlushAsync(cancellation);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var comments = CommentAsync(response, end.Token);
        try
        {
            return await tell((part, token) => WriteAsync(response, "part", part, token), cancellation);
        }
        finally
        {
            await end.CancelAsync();
            await comments;
        }
    }

    private async Task CommentAsync(HttpResponse response, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await Task.Delay(EventStreams.CommentEvery, time, cancellation);
                await WriteLineAsync(response, ": still there\n\n"u8.ToArray(), cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The answer is there, or nobody waits for it.
        }
    }

    // JSON has no line breaks as it is written here, so that one data line holds it.
    private Task WriteAsync(HttpResponse response, string name, object? data, CancellationToken cancellation) =>
        WriteLineAsync(response, [.. System.Text.Encoding.UTF8.GetBytes($"event: {name}\ndata: "), .. Json.Bytes(data), .. "\n\n"u8], cancellation);

    private async Task WriteLineAsync(HttpResponse response, byte[] line, CancellationToken cancellation)
    {
        await _line.WaitAsync(cancellation);
        try
        {
            await response.Body.WriteAsync(line, cancellation);
            await response.Body.FlushAsync(cancellation);
        }
        finally
        {
            _line.Release();
        }
    }
}

/// <summary>What all streams of events share.</summary>
internal static class EventStreams
{
    public const string ContentType = "text/event-stream";

    /// <summary>How long a line stays silent at most.</summary>
    public static readonly TimeSpan CommentEvery = TimeSpan.FromSeconds(15);

    /// <summary>How long a stream lasts at most.</summary>
    public static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(180);

    /// <summary>The answer part by part where the client asks for events, else whole.</summary>
    public static async Task<IResult> AnswerAsync<T>(HttpRequest request, Telling<T> tell, TimeProvider time, CancellationToken cancellation) =>
        AreAsked(request) ? new EventStream<T>(tell, time) : Answer.Ok<T>(await tell((_, _) => Task.CompletedTask, cancellation));

    private static bool AreAsked(HttpRequest request) => request.Headers.Accept.Any(value => value?.Contains(ContentType, StringComparison.OrdinalIgnoreCase) == true);
}
