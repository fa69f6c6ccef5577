namespace Kundli.Features.Stock;

/// <summary>
/// Lanes that keep the writers of one process from fighting over one SKU: a fixed number of gates, picked by a stable hash of the SKU. They only save
/// work: what decides between processes is the conditional write.
/// </summary>
public sealed class StockLanes : IDisposable
{
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Limits.Lanes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits for the lane of a SKU; disposing the answer frees it.</summary>
    public async Task<IDisposable> EnterAsync(string sku, CancellationToken cancellation)
    {
        var gate = _gates[(int)(Hash(sku) % (uint)_gates.Length)];
        await gate.WaitAsync(cancellation);
        return new Lane(gate);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var gate in _gates)
            gate.Dispose();
    }

    internal static uint Hash(string sku) => sku.Aggregate(2166136261u, (hash, character) => (hash ^ character) * 16777619u);

    private sealed class Lane(SemaphoreSlim gate) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                gate.Release();
        }
    }
}
