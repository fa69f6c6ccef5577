namespace Kundli.Features.Identity;

/// <summary>One session as its owner sees it.</summary>
/// <param name="Id">To end it by.</param>
/// <param name="Device">What the client called itself at sign-in.</param>
/// <param name="CreatedAt">Time of the sign-in.</param>
/// <param name="LastUsedAt">Last refresh.</param>
/// <param name="Current">Whether it is the one that asks.</param>
public sealed record SessionView(string Id, string Device, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, bool Current);

/// <summary>Lists and ends sessions.</summary>
public sealed class EndSessions(IAccountStore accounts, ISessionStore sessions, IRefreshTokens refreshTokens, ISecurityLog log, CheckSession check, TimeProvider time)
{
    /// <summary>The living sessions of an account, the last used first.</summary>
    public async Task<Page<SessionView>> ListAsync(string userId, string? currentFamily, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var account = await accounts.ReadAsync(userId, cancellation);
        var ids = await sessions.ListAsync(userId, cancellation);
        var families = await Task.WhenAll(ids.Select(id => sessions.ReadAsync(id, cancellation)));
        return new Page<SessionView>(
            [.. families.OfType<Kept<SessionFamily>>().Select(kept => kept.Value)
                .Where(family => family.RevokedAt is null && family.ExpiresAt > now && family.SecurityStamp == account?.Value.SecurityStamp)
                .OrderByDescending(family => family.RotatedAt)
                .Select(family => new SessionView(family.FamilyId, family.Device, family.CreatedAt, family.RotatedAt, family.FamilyId == currentFamily))],
            Next: null);
    }

    /// <summary>Ends one of the caller's sessions; another's is not found.</summary>
    public async Task<Outcome<bool>> EndAsync(string userId, string familyId, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Limits.ConflictTriesMax; attempt++)
        {
            if (await sessions.ReadAsync(familyId, cancellation) is not { } kept || kept.Value.UserId != userId)
                return Problem.NotFound();
            if (!await sessions.SaveAsync(kept.Value.Revoke(time.GetUtcNow()), kept.Version, cancellation))
                continue;
            await sessions.UnlistAsync(userId, familyId, cancellation);
            check.Forget(userId);
            return true;
        }

        return IdentityProblems.Busy;
    }

    /// <summary>Ends the session of a refresh token. A token that is over or unknown ends nothing, and that is what was wanted.</summary>
    public async Task<Outcome<bool>> EndByTokenAsync(string token, CancellationToken cancellation)
    {
        if (refreshTokens.Read(token) is { } shown && await sessions.ReadAsync(shown.FamilyId, cancellation) is { } kept)
            await EndAsync(kept.Value.UserId, shown.FamilyId, cancellation);
        return true;
    }

    /// <summary>Ends every session of an account with one write: their stamp is no longer the account's.</summary>
    public async Task<Outcome<bool>> EndAllAsync(string userId, CancellationToken cancellation)
    {
        var ended = await accounts.ChangeAsync(userId, account => account.WithoutSessions(), cancellation);
        if (!ended.IsOk)
            return ended;
        check.Forget(userId);
        await log.AppendAsync(userId, new SecurityEvent(SecurityEventKind.SignedOutEverywhere, time.GetUtcNow()), cancellation);
        return true;
    }

    /// <summary>Ends every session of an account in an administrator's name: a lost phone, a stolen password. Its owner signs in anew.</summary>
    public async Task<Outcome<bool>> EndForAsync(string adminId, string userId, CancellationToken cancellation)
    {
        if (await accounts.ReadAsync(userId, cancellation) is null)
            return Problem.NotFound();
        // The entry first, as with roles: an entry without an end is better than an end that nobody can account for.
        await log.AppendAsync(userId, new SecurityEvent(SecurityEventKind.SignedOutEverywhere, time.GetUtcNow(), adminId), cancellation);
        var ended = await accounts.ChangeAsync(userId, account => account.WithoutSessions(), cancellation);
        check.Forget(userId);
        return ended;
    }
}
