using System.Runtime.CompilerServices;
using Kundli.Features.Privacy;

namespace Kundli.Features.Identity;

/// <summary>The account with its names, codes and sessions, in export and erasure.</summary>
public sealed class AccountRecords(IAccountStore accounts, ISessionStore sessions, ITokenStore tokens, IGuardStore guards) : IPersonalRecords
{
    /// <inheritdoc/>
    public string Section => "account";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await accounts.ReadAsync(userId, cancellation) is { Value: var account })
            yield return ReadMe.View(account);
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        while (await sessions.ListAsync(userId, cancellation) is { Count: > 0 } families)
            foreach (var family in families)
                await sessions.RemoveAsync(userId, family, cancellation);
        if (await accounts.ReadAsync(userId, cancellation) is not { Value: var account })
            return Erasure.Done;
        foreach (var name in account.Names)
        {
            await tokens.RemoveAsync(SignInByPhone.Kind, name, cancellation);
            await guards.ClearAsync(name, cancellation);
            await accounts.RemoveNameAsync(name, userId, cancellation);
        }
        // The names stand in the account: it goes last, so that a death before this line leaves the way to them.
        await accounts.RemoveAsync(userId, cancellation);
        return Erasure.Done;
    }
}

/// <summary>The sessions of a customer in the export; they are erased with the account.</summary>
public sealed class SessionRecords(ISessionStore sessions) : IPersonalRecords
{
    /// <inheritdoc/>
    public string Section => "sessions";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var id in await sessions.ListAsync(userId, cancellation))
            if (await sessions.ReadAsync(id, cancellation) is { Value: var family })
                yield return new ExportedSession(family.Device, family.CreatedAt, family.RotatedAt, family.ExpiresAt, family.RevokedAt);
    }

    /// <inheritdoc/>
    public Task<Erasure> EraseAsync(string userId, CancellationToken cancellation) => Task.FromResult(Erasure.Done);

    private sealed record ExportedSession(string Device, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt);
}
