namespace Kundli.Features.Identity;

/// <summary>Failed sign-ins of one account or one address, and how long the next must wait. An unknown mail address has one like a known one.</summary>
/// <param name="Failures">Failures without a success between them.</param>
/// <param name="LastAt">Time of the last.</param>
public sealed record Backoff(int Failures, DateTimeOffset LastAt)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Until when nothing is tried.</summary>
    public DateTimeOffset Until => LastAt + Wait;

    private TimeSpan Wait => Failures < Limits.FailuresFree ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(Limits.BackoffMax.TotalSeconds, Math.Pow(2, Math.Min(Failures - Limits.FailuresFree, 30))));

    /// <summary>One failure more; long ago ones are forgotten.</summary>
    public static Backoff After(Backoff? before, DateTimeOffset now) =>
        new(before is null || now - before.LastAt > Limits.BackoffMemory ? 1 : before.Failures + 1, now);
}
