using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.Json;
using Kundli.Features;
using Microsoft.AspNetCore.Http;

namespace Kundli.Worker.Http;

/// <summary>A problem as RFC 9457 writes it, with the trace id by which we find the request again.</summary>
internal static class ProblemBody
{
    private const string TypePrefix = "urn:kundli:problem:";

    /// <summary>The answer with the status of <see cref="ProblemTable"/>.</summary>
    public static Bytes Of(Problem problem)
    {
        var status = ProblemTable.StatusOf(problem.Name);
        return new Bytes(status, "application/problem+json", Json.Bytes(Members(problem, status))) { Problem = problem.Name, RetryAfterSeconds = problem.Extras.GetValueOrDefault("retryAfterSeconds") as int? };
    }

    /// <summary>What a client is shown of a problem, where the status was sent before.</summary>
    public static JsonObject Shown(Problem problem) => Members(problem, ProblemTable.StatusOf(problem.Name));

    /// <summary>Writes the answer at once, for middleware: whatever the function had begun is cleared.</summary>
    public static async Task WriteAsync(HttpContext context, Problem problem)
    {
        if (context.Response.HasStarted)
            return;
        context.Response.Clear();
        await Of(problem).ExecuteAsync(context);
        await context.Response.CompleteAsync();
    }

    private static JsonObject Members(Problem problem, int status)
    {
        var body = new JsonObject { ["type"] = TypePrefix + problem.Name, ["title"] = problem.Title, ["status"] = status };
        if (problem.Detail is not null)
            body["detail"] = problem.Detail;
        body["traceId"] = Activity.Current?.TraceId.ToHexString() ?? new string('0', 32);
        if (problem.Errors.Count > 0)
            body["errors"] = JsonSerializer.SerializeToNode(problem.Errors.Take(Limits.FieldErrorsMax), Json.Options);
        foreach (var (name, value) in problem.Extras)
            body[name] = JsonSerializer.SerializeToNode(value, Json.Options);
        return body;
    }
}

/// <summary>Stands among a request's features once its answer is a problem, for those who count.</summary>
/// <param name="Name">The problem's name: <c>sold-out</c>.</param>
internal sealed record ToldProblem(string Name);
