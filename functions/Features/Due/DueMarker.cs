namespace Kundli.Features.Due;

/// <summary>
/// A note that something must be looked at again. It is written before the effect that it guards, so that a process that dies in between
/// leaves a trace; a marker whose target is finished or never came to be is harmless.
/// </summary>
/// <param name="Kind">What kind of work: the name of its <see cref="IDueWork"/>.</param>
/// <param name="TargetId">What it is about.</param>
/// <param name="DueAt">From when on; kept to the millisecond.</param>
public sealed record DueMarker(string Kind, string TargetId, DateTimeOffset DueAt)
{
    /// <summary>Markers of one kind are spread over so many partitions.</summary>
    public const int Shards = 16;

    /// <summary>The partition of the target, the same in every process and version (FNV-1a, 32 bit).</summary>
    public int Shard
    {
        get
        {
            var hash = 2166136261u;
            foreach (var letter in TargetId)
                hash = unchecked((hash ^ letter) * 16777619u);
            return (int)(hash % Shards);
        }
    }
}
