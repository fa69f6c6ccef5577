namespace Kundli.Features.Identity;

/// <summary>What a successful sign-in or refresh hands out.</summary>
/// <param name="AccessToken">For the Authorization header.</param>
/// <param name="RefreshToken">For the cookie, or for the app's safe.</param>
/// <param name="CsrfToken">Needed where the cookie is the credential.</param>
/// <param name="ExpiresAt">When the session ends if it isn't refreshed.</param>
public sealed record OpenedSession(string AccessToken, string RefreshToken, string CsrfToken, DateTimeOffset ExpiresAt);

/// <summary>Begins a session for an account that has proven itself. Ends the oldest ones where there are too many.</summary>
public sealed class OpenSession(ISessionStore sessions, IAccessTokens accessTokens, IRefreshTokens refreshTokens, TellOfNewDevice tell, TimeProvider time)
{
    /// <summary>Stores the session and makes its first tokens.</summary>
    public async Task<OpenedSession> RunAsync(Account account, string? device, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var label = device is null ? "" : device[..Math.Min(device.Length, Limits.DeviceLengthMax)];
        var family = new SessionFamily(Account.NewId(), account.UserId, account.SecurityStamp, 0, now, now, label);
        await sessions.OpenAsync(family, cancellation);
        await EndOldestAsync(account.UserId, now, cancellation);
        await tell.RunAsync(account, device, cancellation);
        return Tokens(account, family, now);
    }

    /// <summary>The tokens of a family's newest generation.</summary>
    public OpenedSession Tokens(Account account, SessionFamily family, DateTimeOffset now) => new(
        accessTokens.Issue(account, family.FamilyId, now), refreshTokens.Write(family.FamilyId, family.Generation), refreshTokens.CsrfToken(family.FamilyId), family.ExpiresAt);

    private async Task EndOldestAsync(string userId, DateTimeOffset now, CancellationToken cancellation)
    {
        var ids = await sessions.ListAsync(userId, cancellation);
        if (ids.Count <= Limits.SessionsMax)
            return;
        var families = (await Task.WhenAll(ids.Select(id => sessions.ReadAsync(id, cancellation)))).OfType<Kept<SessionFamily>>();
        foreach (var old in families.OrderByDescending(family => family.Value.RotatedAt).Skip(Limits.SessionsMax))
        {
            await sessions.SaveAsync(old.Value.Revoke(now), old.Version, cancellation);
            await sessions.UnlistAsync(userId, old.Value.FamilyId, cancellation);
        }
    }
}
