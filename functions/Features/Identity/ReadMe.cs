using FluentValidation;

namespace Kundli.Features.Identity;

/// <summary>The caller as their account shows them.</summary>
/// <param name="Id">The user id.</param>
/// <param name="DisplayName">What the customer wants to be called; empty until a phone account has a name.</param>
/// <param name="Roles">What the account may do.</param>
/// <param name="TwoFactor">Whether sign-in asks for a code.</param>
/// <param name="CreatedAt">When the account was opened.</param>
/// <param name="Email">The mail address, if there is one.</param>
/// <param name="EmailVerified">Whether the address is proven.</param>
/// <param name="Phone">The phone number, if there is one.</param>
public sealed record MeAnswer(string Id, string DisplayName, IReadOnlyList<string> Roles, bool TwoFactor, DateTimeOffset CreatedAt, string? Email, bool EmailVerified, string? Phone);

/// <summary>Changes of the account that need no proof.</summary>
/// <param name="DisplayName">Another name.</param>
public sealed record ChangeMeRequest(string DisplayName);

/// <summary>What a change must look like.</summary>
public sealed class ChangeMeRules : AbstractValidator<ChangeMeRequest>
{
    /// <summary>The rules.</summary>
    public ChangeMeRules() => RuleFor(request => request.DisplayName)
        .Must(name => name.Trim().Length is > 0 and <= Limits.DisplayNameLengthMax && !name.Any(char.IsControl)).WithMessage($"must have 1 to {Limits.DisplayNameLengthMax} characters.");
}

/// <summary>Reads and changes the caller's own account.</summary>
public sealed class ReadMe(IAccountStore accounts)
{
    /// <summary>The version that the client saw is no longer the newest.</summary>
    public static Problem Stale { get; } = new("stale-version", "This was changed since you read it. Read it again.");

    /// <summary>The account, with its version.</summary>
    public async Task<Outcome<Kept<MeAnswer>>> RunAsync(string userId, CancellationToken cancellation) =>
        await accounts.ReadAsync(userId, cancellation) is { } kept ? new Kept<MeAnswer>(View(kept.Value), VersionOf(kept.Value)) : IdentityProblems.SessionOver;

    /// <summary>Changes the account if it still is as the client saw it.</summary>
    public async Task<Outcome<Kept<MeAnswer>>> ChangeAsync(string userId, string? seen, ChangeMeRequest request, CancellationToken cancellation)
    {
        if (await accounts.ReadAsync(userId, cancellation) is not { } kept)
            return IdentityProblems.SessionOver;
        if (seen is not null && seen != VersionOf(kept.Value))
            return Stale;
        var changed = kept.Value with { DisplayName = request.DisplayName.Trim() };
        return await accounts.SaveAsync(changed, kept.Version, cancellation) ? new Kept<MeAnswer>(View(changed), VersionOf(changed)) : Stale;
    }

    internal static MeAnswer View(Account account) => new(
        account.UserId, account.DisplayName, account.Roles, account.NeedsCode, account.CreatedAt, account.Mail, account.MailVerifiedAt is not null, account.Phone);

    /// <summary>Changes with what the answer shows, and with nothing else: a refreshed session is no reason to read again.</summary>
    private static string VersionOf(Account account)
    {
        var shown = string.Join('\n', account.DisplayName, string.Join(',', account.Roles), account.NeedsCode, account.Mail, account.MailVerifiedAt is not null, account.Phone);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(shown)).AsSpan(0, 12));
    }
}
