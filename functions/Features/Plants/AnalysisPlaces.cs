namespace Kundli.Features.Plants;

/// <summary>
/// How many photos are decoded and looked at side by side, in this process. More than there are cores would end no sooner, and each holds its pixels;
/// reading and writing of further photos goes on meanwhile.
/// </summary>
/// <param name="count">Places; at least one.</param>
public sealed class AnalysisPlaces(int count) : IDisposable
{
    private readonly SemaphoreSlim _free = new(count, count);

    /// <summary>Does the work as soon as a place is free.</summary>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await _free.WaitAsync(cancellation);
        try
        {
            return work();
        }
        finally
        {
            _free.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _free.Dispose();
}
