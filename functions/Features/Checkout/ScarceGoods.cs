using Kundli.Features.Stock;

namespace Kundli.Features.Checkout;

/// <summary>
/// Lets only a few buyers of this process at a time try for goods of which few are left. Whoever waited looks at the shelf again, so that a crowd after the last item is
/// sent away with reads alone instead of writing orders that end at once. It saves work and decides nothing: that is the stock's conditional write.
/// </summary>
public sealed class ScarceGoods : IDisposable
{
    /// <summary>Of so many units or fewer a SKU counts as scarce.</summary>
    public const int FewMax = 40;

    /// <summary>Buyers of one gate at a time.</summary>
    public const int AtOnce = 6;

    /// <summary>Checkouts of this process that price and hold at a time. A crowd waits here without a call, instead of drowning the store in so many that all of them time out.</summary>
    public const int CheckoutsMax = 24;

    private readonly SemaphoreSlim _door = new(CheckoutsMax, CheckoutsMax);
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Limits.Lanes).Select(_ => new SemaphoreSlim(AtOnce, AtOnce))];

    /// <summary>Waits at the door; disposing the answer lets the next one in. No payment is made behind it.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await _door.WaitAsync(cancellation);
        return new Turn(_door);
    }

    /// <summary>Waits for a turn where one of the SKUs is scarce; disposing the answer lets the next one in. Null where there is plenty.</summary>
    public async Task<IDisposable?> EnterAsync(IReadOnlyDictionary<string, int> available, CancellationToken cancellation)
    {
        // One gate only, so that two baskets never wait for each other.
        if (available.Where(entry => entry.Value <= FewMax).Select(entry => entry.Key).Min(StringComparer.Ordinal) is not { } sku)
            return null;
        var gate = _gates[(int)(StockLanes.Hash(sku) % (uint)_gates.Length)];
        await gate.WaitAsync(cancellation);
        return new Turn(gate);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _door.Dispose();
        foreach (var gate in _gates)
            gate.Dispose();
    }

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        private int _left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _left, 1) == 0)
                gate.Release();
        }
    }
}
