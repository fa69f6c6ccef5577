using FluentValidation;

namespace Kundli.Features.Identity;

/// <summary>The roles that an account shall have.</summary>
/// <param name="Roles"><c>customer</c>, and <c>support</c> or <c>admin</c> for staff; all that are not named are taken away.</param>
public sealed record RolesRequest(IReadOnlyList<string> Roles);

/// <summary>The roles of an account.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Roles">What it may do.</param>
public sealed record RolesAnswer(string UserId, IReadOnlyList<string> Roles);

/// <summary>What roles there are.</summary>
public sealed class RolesRules : AbstractValidator<RolesRequest>
{
    private static readonly string[] Known = ["admin", "customer", "support"];

    /// <summary>The rules.</summary>
    public RolesRules() => RuleFor(request => request.Roles)
        .Must(roles => roles.Count is > 0 and <= 3 && roles.All(Known.Contains) && roles.Distinct(StringComparer.Ordinal).Count() == roles.Count && roles.Contains("customer"))
        .WithMessage("must be 'customer', and beside it at most 'support' and 'admin', each once.");
}

/// <summary>Reads, grants and revokes roles; each change stands in the account's log with who made it, and counts within <see cref="Limits.SessionCheckAge"/>.</summary>
public sealed class ChangeRoles(IAccountStore accounts, ISecurityLog log, CheckSession check, TimeProvider time)
{
    /// <summary>Nobody changes their own roles: that takes two.</summary>
    public static Problem OwnRoles { get; } = new("own-roles", "Nobody changes their own roles.");

    /// <summary>The roles of an account and their version.</summary>
    public async Task<Outcome<Kept<RolesAnswer>>> ReadAsync(string userId, CancellationToken cancellation) =>
        await accounts.ReadAsync(userId, cancellation) is { } kept ? View(kept.Value) : Problem.NotFound();

    /// <summary>Sets the roles, if they still are as the administrator saw them.</summary>
    public async Task<Outcome<Kept<RolesAnswer>>> RunAsync(string adminId, string userId, string? seen, RolesRequest request, CancellationToken cancellation)
    {
        if (adminId == userId)
            return OwnRoles;
        if (await accounts.ReadAsync(userId, cancellation) is not { Value: { ClosedAt: null } account } kept)
            return Problem.NotFound();
        if (seen is not null && seen != VersionOf(account))
            return ReadMe.Stale;
        var changed = account with { Roles = [.. request.Roles.Order(StringComparer.Ordinal)] };
        // The entry first: a role that nobody can account for is worse than an entry without a change.
        await log.AppendAsync(userId, new SecurityEvent(SecurityEventKind.RolesChanged, time.GetUtcNow(), adminId, string.Join(' ', changed.Roles)), cancellation);
        if (!await accounts.SaveAsync(changed, kept.Version, cancellation))
            return ReadMe.Stale;
        check.Forget(userId);
        return View(changed);
    }

    private static Kept<RolesAnswer> View(Account account) => new(new RolesAnswer(account.UserId, account.Roles), VersionOf(account));

    private static string VersionOf(Account account) => string.Join('.', account.Roles.Order(StringComparer.Ordinal));
}
