using Kundli.Features;
using Kundli.Worker.Health;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class HealthRoutes
{
    public const string Live = "api/health/live";
    public const string Ready = "api/health/ready";
}

/// <summary>Whether the process runs, and whether what it needs does.</summary>
public sealed class HealthFunctions(Readiness readiness)
{
    /// <summary>The process answers: nothing else is asked.</summary>
    [Function("HealthLive")]
    [Answers<Liveness>(200)]
    public IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = HealthRoutes.Live)] HttpRequest request) => Answer.Ok<Liveness>(new Liveness("live"));

    /// <summary>Each dependency with its state; 503 when one is down without which nothing works.</summary>
    [Function("HealthReady")]
    [Answers<ReadinessReport>(200)]
    [Fails("not-ready")]
    public async Task<IResult> Ready([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = HealthRoutes.Ready)] HttpRequest request, CancellationToken cancellation)
    {
        var report = await readiness.AskAsync(cancellation);
        return report.Status != "notReady" ? Answer.Ok<ReadinessReport>(report) : Answer.Fail(NotReady(report));
    }

    private static Problem NotReady(ReadinessReport report) => new("not-ready", "Something that this needs is down.")
    {
        Extras = new Dictionary<string, object?>(StringComparer.Ordinal) { ["dependencies"] = report.Dependencies },
    };
}

/// <summary>A sign of life.</summary>
/// <param name="Status">Always <c>live</c>.</param>
internal sealed record Liveness(string Status);
