namespace Kundli.Worker.Health;

/// <summary>Something outside this process that requests need. Each area's composition registers its own.</summary>
/// <param name="Name">As the health answer calls it: <c>documents</c>, <c>queues</c>, <c>redis</c>.</param>
/// <param name="PingAsync">The cheapest call that proves it answers; throws when it doesn't.</param>
public sealed record Dependency(string Name, Func<CancellationToken, Task> PingAsync);
