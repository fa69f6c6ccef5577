using System.Collections.Concurrent;

namespace Kundli.Adapters.RateLimits;

/// <summary>Buckets in this process alone: for one process, and for the time in which Redis does not answer.</summary>
public sealed class ProcessBuckets(TimeProvider time) : IBuckets
{
    /// <summary>Beyond so many, full buckets are dropped: they say what a missing one says.</summary>
    public const int BucketsMax = 100_000;

    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask<BucketAnswer> TakeAsync(string key, BucketPolicy policy, CancellationToken cancellation)
    {
        var now = time.GetTimestamp();
        if (_buckets.Count > BucketsMax)
            DropFull(now);
        var bucket = _buckets.GetOrAdd(key, static (_, start) => new Bucket(start.Policy, start.Now), (Policy: policy, Now: now));
        return ValueTask.FromResult(bucket.Take(now, time));
    }

    private void DropFull(long now)
    {
        foreach (var (key, bucket) in _buckets)
            if (bucket.IsFull(now, time))
                _buckets.TryRemove(key, out _);
    }

    private sealed class Bucket(BucketPolicy policy, long now)
    {
        private readonly Lock _gate = new();
        private readonly double _perSecond = policy.Quota / policy.Window.TotalSeconds;
        private double _tokens = policy.Quota;
        private long _at = now;

        public BucketAnswer Take(long at, TimeProvider time)
        {
            lock (_gate)
            {
                Refill(at, time);
                var isAdmitted = _tokens >= 1;
                if (isAdmitted)
                    _tokens--;
                return new(isAdmitted, (int)_tokens, TimeSpan.FromSeconds(Math.Max(0, 1 - _tokens) / _perSecond));
            }
        }

        public bool IsFull(long at, TimeProvider time)
        {
            lock (_gate)
            {
                Refill(at, time);
                return _tokens >= policy.Quota;
            }
        }

        private void Refill(long at, TimeProvider time)
        {
            if (at <= _at)
                return;
            _tokens = Math.Min(policy.Quota, _tokens + (time.GetElapsedTime(_at, at).TotalSeconds * _perSecond));
            _at = at;
        }
    }
}
