namespace Kundli.Features.Due;

/// <summary>The notes of what must be looked at again.</summary>
public interface IDueMarkers
{
    /// <summary>Writes a marker; the same one twice is one.</summary>
    Task SetAsync(DueMarker marker, CancellationToken cancellation);

    /// <summary>Removes a marker; a missing one is removed already.</summary>
    Task ClearAsync(DueMarker marker, CancellationToken cancellation);

    /// <summary>The first markers of a shard that are due until an instant, the oldest first.</summary>
    Task<IReadOnlyList<DueMarker>> DueAsync(string kind, int shard, DateTimeOffset until, int limit, CancellationToken cancellation);
}
