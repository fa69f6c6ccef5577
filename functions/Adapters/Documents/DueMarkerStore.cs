using System.Globalization;

using Kundli.Features.Due;

namespace Kundli.Adapters.Documents;

/// <summary>Due markers: <c>due / {kind}-{shard} / {dueAt}|{targetId}</c>, so that a shard's first documents are the ones due first.</summary>
public sealed class DueMarkerStore(IDocuments documents) : IDueMarkers
{
    private const string InstantFormat = "yyyyMMddTHHmmssfff";

    /// <inheritdoc/>
    public async Task SetAsync(DueMarker marker, CancellationToken cancellation) =>
        // A marker that is there already says the same thing: a refusal needs no answer.
        await documents.CreateAsync(PartitionOf(marker.Kind, marker.Shard), TypedDocuments.Document(Id(marker), marker), cancellation);

    /// <inheritdoc/>
    public async Task ClearAsync(DueMarker marker, CancellationToken cancellation)
    {
        var partition = PartitionOf(marker.Kind, marker.Shard);
        if (await documents.ReadAsync(partition, Id(marker), cancellation) is { } stored)
            await documents.DeleteAsync(partition, stored.Id, stored.ETag, cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DueMarker>> DueAsync(string kind, int shard, DateTimeOffset until, int limit, CancellationToken cancellation)
    {
        // One millisecond on, since the end of a range is exclusive.
        var page = await documents.PageAsync(PartitionOf(kind, shard), new IdRange("", Instant(until.AddMilliseconds(1))), limit, null, cancellation);
        return [.. page.Items.Select(document => document.Value<DueMarker>())];
    }

    private static Partition PartitionOf(string kind, int shard) => new(Containers.Due, $"{kind}-{shard:00}");

    private static string Id(DueMarker marker) => $"{Instant(marker.DueAt)}|{marker.TargetId}";

    private static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString(InstantFormat, CultureInfo.InvariantCulture);
}
