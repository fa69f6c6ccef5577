using System.Collections.Concurrent;

namespace Kundli.Features.Identity;

/// <summary>
/// Whether a valid access token still speaks for somebody: its session isn't ended, its account not closed, its password not changed since. The roles are the
/// account's of now, not the token's. What was found counts for <see cref="Limits.SessionCheckAge"/> in this process: for so long another process's revocation may
/// go unnoticed, this one's own is known at once.
/// </summary>
public sealed class CheckSession(IAccountStore accounts, ISessionStore sessions, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Finding> _findings = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>Who asks; null when the session is over. Throws when the stores don't answer: nobody is let in by an outage.</summary>
    public ValueTask<Caller?> RunAsync(AccessClaims claims, CancellationToken cancellation) =>
        _findings.TryGetValue(claims.FamilyId, out var known) && known.UserId == claims.Caller.UserId && time.GetElapsedTime(known.At) < Limits.SessionCheckAge
            ? ValueTask.FromResult(known.Caller)
            : LookAsync(claims.Caller.UserId!, claims.FamilyId, cancellation);

    /// <summary>Looks anew at every session of an account with its next request.</summary>
    public void Forget(string userId)
    {
        foreach (var (family, finding) in _findings)
            if (finding.UserId == userId && _findings.TryRemove(family, out _))
                Interlocked.Decrement(ref _count);
    }

    private async ValueTask<Caller?> LookAsync(string userId, string familyId, CancellationToken cancellation)
    {
        var at = time.GetTimestamp();
        var (account, session) = (accounts.ReadAsync(userId, cancellation), sessions.ReadAsync(familyId, cancellation));
        await Task.WhenAll(account, session);
        var isOpen = (await account)?.Value is { ClosedAt: null } owner && (await session)?.Value is { RevokedAt: null } family
            && family.UserId == userId && family.SecurityStamp == owner.SecurityStamp && time.GetUtcNow() < family.ExpiresAt;
        var caller = isOpen ? (await account)!.Value.AsCaller() : null;
        // Full: everything is forgotten at once. It costs each session one look, and no bookkeeping on the hot path.
        if (Interlocked.Increment(ref _count) > Limits.SessionChecksMax)
        {
            _findings.Clear();
            Interlocked.Exchange(ref _count, 1);
        }
        if (!_findings.TryAdd(familyId, new Finding(userId, caller, at)))
        {
            Interlocked.Decrement(ref _count);
            _findings[familyId] = new Finding(userId, caller, at);
        }
        return caller;
    }

    private sealed record Finding(string UserId, Caller? Caller, long At);
}
