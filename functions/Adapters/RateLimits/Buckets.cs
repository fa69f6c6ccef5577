namespace Kundli.Adapters.RateLimits;

/// <summary>A token bucket: so many at once, refilled evenly over the window.</summary>
/// <param name="Name">As the headers call it.</param>
/// <param name="Quota">Tokens of a full bucket.</param>
/// <param name="Window">In which an empty bucket becomes full.</param>
public readonly record struct BucketPolicy(string Name, int Quota, TimeSpan Window);

/// <summary>What taking a token found.</summary>
/// <param name="IsAdmitted">Whether there was one.</param>
/// <param name="Remaining">Whole tokens left.</param>
/// <param name="Wait">Until the next whole token.</param>
public readonly record struct BucketAnswer(bool IsAdmitted, int Remaining, TimeSpan Wait);

/// <summary>Buckets by key.</summary>
public interface IBuckets
{
    /// <summary>Takes one token from the bucket of a key.</summary>
    ValueTask<BucketAnswer> TakeAsync(string key, BucketPolicy policy, CancellationToken cancellation);
}
