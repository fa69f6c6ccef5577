namespace Kundli.Features.Catalog;

/// <summary>
/// Keeps the newest index in memory and looks for a newer snapshot at most every <see cref="Limits.SnapshotAgeMax"/>. One request pays for the look;
/// the others go on with what is there.
/// </summary>
public sealed class CachedCatalog(ICatalogSnapshots snapshots, TimeProvider time) : ICatalogIndex, IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile CatalogIndex? _index;
    private long _lookedAt;

    /// <inheritdoc/>
    public async ValueTask<CatalogIndex> CurrentAsync(CancellationToken cancellation)
    {
        if (_index is { } fresh && time.GetElapsedTime(Interlocked.Read(ref _lookedAt)) < Limits.SnapshotAgeMax)
            return fresh;
        // The first request of a process waits for the snapshot; later ones do not wait for each other.
        if (!await _loading.WaitAsync(_index is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellation))
            return _index!;
        try
        {
            if (_index is { } loaded && time.GetElapsedTime(Interlocked.Read(ref _lookedAt)) < Limits.SnapshotAgeMax)
                return loaded;
            return await LookAsync(cancellation);
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<CatalogIndex> NewestAsync(CancellationToken cancellation)
    {
        await _loading.WaitAsync(cancellation);
        try
        {
            return await LookAsync(cancellation);
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _loading.Dispose();

    private async Task<CatalogIndex> LookAsync(CancellationToken cancellation)
    {
        if (await snapshots.ReadNewerAsync(_index?.Version ?? 0, cancellation) is { } newer)
            _index = new CatalogIndex(newer);
        if (_index is { Version: > 0 })
            Interlocked.Exchange(ref _lookedAt, time.GetTimestamp());
        return _index ??= CatalogIndex.Empty;
    }
}
