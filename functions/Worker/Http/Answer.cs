using System.Security.Cryptography;
using Kundli.Features;
using Microsoft.AspNetCore.Http;

namespace Kundli.Worker.Http;

/// <summary>
/// From what a verb answers to an HTTP answer. The bytes are made before the result is returned, so that a value which can't be serialised
/// fails inside the error middleware; the result is executed only after it.
/// </summary>
internal static class Answer
{
    /// <summary>200 with the value, an <c>ETag</c> of its bytes (or <paramref name="tag"/>), and 304 where the client has it already.</summary>
    /// <param name="outcome">What the verb answered.</param>
    /// <param name="cache">Who may keep the answer; nobody unless stated.</param>
    /// <param name="tag">The version of the resource, where a later <c>If-Match</c> is compared with it.</param>
    public static IResult Ok<T>(Outcome<T> outcome, Cache? cache = null, Func<T, string>? tag = null) =>
        Of(outcome, value => Make(200, value) with { Cache = cache ?? Cache.None, Tag = tag?.Invoke(value) });

    /// <summary>
    /// 200 with a tag of the revision that is kept and of the bytes that were computed from it: the first part is what a later <c>If-Match</c> is compared
    /// with, the second tells a client that the same revision reads otherwise today.
    /// </summary>
    /// <param name="outcome">What the verb answered.</param>
    /// <param name="body">What of it is the body.</param>
    /// <param name="revision">The tag of what is kept.</param>
    public static IResult Computed<T, TBody>(Outcome<T> outcome, Func<T, TBody> body, Func<T, string> revision) => Of(outcome, value =>
    {
        var made = Make(200, body(value));
        return made with { Cache = Cache.Revalidate, Tag = $"{revision(value)}{Preconditions.RevisionEnd}{made.Hash}" };
    });

    /// <summary>201 with the value and the path of what was created.</summary>
    public static IResult Created<T>(Outcome<T> outcome, Func<T, string> location) =>
        Of(outcome, value => Make(201, value) with { Location = location(value) });

    /// <summary>202 with the value and the path where its progress is read.</summary>
    public static IResult Accepted<T>(Outcome<T> outcome, Func<T, string> location) =>
        Of(outcome, value => Make(202, value) with { Location = location(value) });

    /// <summary>202 with the value, where nothing can be polled.</summary>
    public static IResult Accepted<T>(Outcome<T> outcome) => Of(outcome, value => Make(202, value));

    /// <summary>204, whatever the value is.</summary>
    public static IResult NoContent<T>(Outcome<T> outcome) => Of(outcome, _ => new Bytes(204, null, []));

    /// <summary>200 with bytes of another type than JSON: a drawing, a PDF, a calendar.</summary>
    public static IResult File(Outcome<byte[]> outcome, string contentType, Cache? cache = null, string? fileName = null) =>
        Of(outcome, value => new Bytes(200, contentType, value) { Cache = cache ?? Cache.None, FileName = fileName });

    /// <summary>The answer to an expected failure.</summary>
    public static IResult Fail(Problem problem) => ProblemBody.Of(problem);

    private static IResult Of<T>(Outcome<T> outcome, Func<T, IResult> ok) => outcome.IsOk ? ok(outcome.Value) : Fail(outcome.Problem);

    private static Bytes Make<T>(int status, T value) => new(status, "application/json", Json.Bytes(value));
}

/// <summary>Who may keep an answer, and for how long.</summary>
/// <param name="Header">The <c>Cache-Control</c> header.</param>
internal sealed record Cache(string Header)
{
    /// <summary>Nobody: the answer is somebody's own.</summary>
    public static Cache None { get; } = new("no-store");

    /// <summary>The client, which asks again every time with <c>If-None-Match</c>.</summary>
    public static Cache Revalidate { get; } = new("private, no-cache");

    /// <summary>Anybody, for so long.</summary>
    public static Cache Public(TimeSpan age) => new($"public, max-age={(long)age.TotalSeconds}");
}

/// <summary>An answer that is bytes already.</summary>
internal sealed record Bytes(int Status, string? ContentType, byte[] Content) : IResult
{
    public Cache Cache { get; init; } = Cache.None;

    public string? Tag { get; init; }

    public string? Location { get; init; }

    public string? FileName { get; init; }

    public int? RetryAfterSeconds { get; init; }

    /// <summary>The name of the problem that the bytes tell; null where they tell none.</summary>
    public string? Problem { get; init; }

    /// <summary>What tells these bytes from others.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 12));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.StatusCode = Status;
        if (Problem is not null)
            httpContext.Features.Set(new ToldProblem(Problem));
        response.Headers.CacheControl = Cache.Header;
        if (RetryAfterSeconds is { } seconds)
            response.Headers.RetryAfter = $"{seconds}";
        if (Location is not null)
            response.Headers.Location = Location;
        if (Status == StatusCodes.Status204NoContent)
            return;
        if (Status == StatusCodes.Status200OK && IsRead(request) && SetTag(request, response))
            return;
        response.ContentType = ContentType;
        response.ContentLength = Content.Length;
        if (FileName is not null)
            response.Headers.ContentDisposition = $"attachment; filename=\"{FileName}\"";
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(Content, httpContext.RequestAborted);
    }

    /// <summary>Sends the tag, and whether the client has this very version.</summary>
    private bool SetTag(HttpRequest request, HttpResponse response)
    {
        var tag = $"\"{Tag ?? Hash}\"";
        response.Headers.ETag = tag;
        var known = request.Headers.IfNoneMatch.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries));
        if (!known.Any(candidate => candidate == "*" || candidate == tag || candidate == "W/" + tag))
            return false;
        response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
