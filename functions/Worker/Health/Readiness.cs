using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Kundli.Worker.Health;

/// <summary>The state of one dependency.</summary>
/// <param name="Name">Which one.</param>
/// <param name="State"><c>up</c>, <c>down</c> or, where the settings name none, <c>notConfigured</c>.</param>
/// <param name="Milliseconds">How long it took to answer or to fail.</param>
public sealed record DependencyState(string Name, string State, double Milliseconds);

/// <summary>Whether this process can serve.</summary>
/// <param name="Status"><c>ready</c>, <c>degraded</c> (something that not every request needs is missing) or <c>notReady</c>.</param>
/// <param name="Dependencies">Everything that was asked.</param>
public sealed record ReadinessReport(string Status, IReadOnlyList<DependencyState> Dependencies);

/// <summary>Asks all dependencies at once, each for at most <see cref="PingTimeout"/>.</summary>
public sealed class Readiness(IEnumerable<Dependency> dependencies, ILogger<Readiness> logger)
{
    /// <summary>A dependency that takes longer counts as down.</summary>
    public static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The state of everything, worst case after the time-out.</summary>
    public async Task<ReadinessReport> AskAsync(CancellationToken cancellation)
    {
        var asked = dependencies.OrderBy(dependency => dependency.Name, StringComparer.Ordinal).ToList();
        var states = await Task.WhenAll(asked.Select(dependency => AskAsync(dependency, cancellation)));
        var missing = asked.Zip(states).Where(pair => pair.Second.State != "up").Select(pair => pair.First).ToList();
        return new ReadinessReport(missing.Count == 0 ? "ready" : missing.Exists(dependency => dependency.IsEssential) ? "notReady" : "degraded", states);
    }

    private async Task<DependencyState> AskAsync(Dependency dependency, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        if (dependency.PingAsync is null)
            return State("notConfigured");
        try
        {
            await dependency.PingAsync(cancellation).WaitAsync(PingTimeout, cancellation);
            return State("up");
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // Whatever it throws is the answer to the question that was asked.
            logger.LogWarning("The dependency {Name} is down: {Failure}", dependency.Name, failure.GetType().Name);
            return State("down");
        }

        DependencyState State(string state) => new(dependency.Name, state, Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1));
    }
}
