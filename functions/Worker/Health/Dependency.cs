namespace Kundli.Worker.Health;

/// <summary>Something outside this process that requests need. Each area's composition registers its own.</summary>
/// <param name="Name">As the health answer calls it: <c>documents</c>, <c>queues</c>, <c>redis</c>.</param>
/// <param name="PingAsync">The cheapest call that proves it answers; throws when it doesn't. Null where the settings name none.</param>
public sealed record Dependency(string Name, Func<CancellationToken, Task>? PingAsync)
{
    /// <summary>Whether the app is of no use without it; else the app is ready, but degraded.</summary>
    public bool IsEssential { get; init; } = true;
}
