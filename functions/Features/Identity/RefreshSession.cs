using Microsoft.Extensions.Logging;

namespace Kundli.Features.Identity;

/// <summary>Changes a refresh token for new tokens. A token that was used before ends its whole family.</summary>
public sealed partial class RefreshSession(IAccountStore accounts, ISessionStore sessions, IRefreshTokens refreshTokens, OpenSession open, ISecurityLog log, TimeProvider time, ILogger<RefreshSession> logger)
{
    /// <summary>New tokens, or <c>session-over</c> for everything else.</summary>
    public async Task<Outcome<OpenedSession>> RunAsync(string token, CancellationToken cancellation)
    {
        if (refreshTokens.Read(token) is not { } shown)
            return IdentityProblems.SessionOver;
        for (var attempt = 0; attempt < Limits.ConflictTriesMax; attempt++)
        {
            if (await sessions.ReadAsync(shown.FamilyId, cancellation) is not { } kept || await accounts.ReadAsync(kept.Value.UserId, cancellation) is not { } owner)
                return IdentityProblems.SessionOver;
            if (await ActAsync(kept, owner.Value, shown.Generation, cancellation) is { } answer)
                return answer;
        }

        return IdentityProblems.Busy;
    }

    /// <summary>The answer; null when the family was changed meanwhile, and the question stands anew.</summary>
    private async Task<Outcome<OpenedSession>?> ActAsync(Kept<SessionFamily> kept, Account account, int generation, CancellationToken cancellation)
    {
        var (family, now) = (kept.Value, time.GetUtcNow());
        switch (family.Judge(generation, account.SecurityStamp, now))
        {
            case Presentation.Rotate:
                var rotated = family.Rotate(now);
                if (!await sessions.SaveAsync(rotated, kept.Version, cancellation))
                    return null;
                return open.Tokens(account, rotated, now);
            case Presentation.Repeat:
                return open.Tokens(account, family, now);
            case Presentation.Reuse:
                if (!await sessions.SaveAsync(family.Revoke(now), kept.Version, cancellation))
                    return null;
                await sessions.UnlistAsync(family.UserId, family.FamilyId, cancellation);
                await log.AppendAsync(family.UserId, new SecurityEvent(SecurityEventKind.RefreshTokenReused, now), cancellation);
                LogReuse(family.UserId);
                return IdentityProblems.SessionOver;
            default:
                return IdentityProblems.SessionOver;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "refresh-token-reused", Message = "A refresh token of {UserId} was shown twice; its session is ended.")]
    private partial void LogReuse(string userId);
}
