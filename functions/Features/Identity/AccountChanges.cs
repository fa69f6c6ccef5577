namespace Kundli.Features.Identity;

/// <summary>Changing an account that others may be changing too: read, decide, write if nobody else did, else anew.</summary>
internal static class AccountChanges
{
    /// <summary>Applies a change that always may be made.</summary>
    public static Task<Outcome<bool>> ChangeAsync(this IAccountStore accounts, string userId, Func<Account, Account> change, CancellationToken cancellation) =>
        accounts.DecideAsync(userId, account => change(account), cancellation);

    /// <summary>Applies a change that the account itself may refuse.</summary>
    public static async Task<Outcome<bool>> DecideAsync(this IAccountStore accounts, string userId, Func<Account, Outcome<Account>> decide, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Limits.ConflictTriesMax; attempt++)
        {
            if (await accounts.ReadAsync(userId, cancellation) is not { } kept)
                return IdentityProblems.SessionOver;
            var decided = decide(kept.Value);
            if (!decided.IsOk)
                return decided.Problem;
            if (await accounts.SaveAsync(decided.Value, kept.Version, cancellation))
                return true;
        }

        return IdentityProblems.Busy;
    }
}
