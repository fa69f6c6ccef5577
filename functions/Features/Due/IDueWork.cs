namespace Kundli.Features.Due;

/// <summary>
/// What is done when a marker of its kind falls due. It decides from the target's own state, so that being called twice, late, or for nothing is
/// harmless.
/// </summary>
public interface IDueWork
{
    /// <summary>The kind of its markers: lower-case letters and hyphens.</summary>
    string Kind { get; }

    /// <summary>Looks at the target and does what is missing.</summary>
    /// <returns>Null when nothing is left to do, else when to look again.</returns>
    Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation);
}
