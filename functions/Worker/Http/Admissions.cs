using Kundli.Adapters.RateLimits;

namespace Kundli.Worker.Http;

/// <summary>Whether a call is let in, and what its answer says about limits (IETF draft-11).</summary>
/// <param name="IsAdmitted">Whether every bucket had a token.</param>
/// <param name="Policies">The <c>RateLimit-Policy</c> header.</param>
/// <param name="Limits">The <c>RateLimit</c> header.</param>
/// <param name="WaitSeconds">For <c>Retry-After</c>.</param>
internal readonly record struct Admission(bool IsAdmitted, string Policies, string Limits, int WaitSeconds);

/// <summary>
/// Counts calls by customer and by address. A signed-in customer has a bucket of their own and, where a class is dear, a quota of the day; the address has a larger
/// bucket, since a family shares it.
/// </summary>
internal sealed class Admissions(IBuckets buckets)
{
    /// <summary>Customers behind one address that may be busy at once.</summary>
    private const int CustomersPerAddress = 5;

    /// <summary>Takes one token from every bucket that counts the call; the first that is empty refuses.</summary>
    public async ValueTask<Admission> TakeAsync(RouteClass routeClass, string? userId, string peer, CancellationToken cancellation)
    {
        var policy = RouteClasses.PolicyOf(routeClass);
        var address = $"{policy.Name}:ip:{peer}";
        if (userId is null)
            return Of(policy, await buckets.TakeAsync(address, policy, cancellation));
        var own = await buckets.TakeAsync($"{policy.Name}:user:{userId}", policy, cancellation);
        if (!own.IsAdmitted)
            return Of(policy, own);
        var shared = await buckets.TakeAsync(address + ":all", policy with { Quota = policy.Quota * CustomersPerAddress }, cancellation);
        if (!shared.IsAdmitted)
            return Of(policy, shared);
        return RouteClasses.QuotaOf(routeClass) is { } quota
            ? With(Of(policy, own), Of(quota, await buckets.TakeAsync($"{quota.Name}:user:{userId}", quota, cancellation)))
            : Of(policy, own);
    }

    private static Admission Of(BucketPolicy policy, BucketAnswer answer)
    {
        var seconds = (int)Math.Ceiling(answer.Wait.TotalSeconds);
        return new(answer.IsAdmitted, $"\"{policy.Name}\";q={policy.Quota};w={(int)policy.Window.TotalSeconds}", $"\"{policy.Name}\";r={answer.Remaining};t={seconds}", seconds);
    }

    private static Admission With(Admission own, Admission day) =>
        new(day.IsAdmitted, $"{own.Policies}, {day.Policies}", $"{own.Limits}, {day.Limits}", day.IsAdmitted ? own.WaitSeconds : day.WaitSeconds);
}
