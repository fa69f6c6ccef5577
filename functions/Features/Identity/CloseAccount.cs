using FluentValidation;
using Kundli.Features.Privacy;

namespace Kundli.Features.Identity;

/// <summary>Proof that it is the owner who asks, where the sign-in is not a fresh one.</summary>
/// <param name="Password">The account's password.</param>
/// <param name="Code">Of the second factor, or a recovery code, where one is turned on.</param>
public sealed record CloseAccountRequest(string? Password = null, string? Code = null);

/// <summary>What the proof must look like.</summary>
public sealed class CloseAccountRules : AbstractValidator<CloseAccountRequest>
{
    /// <summary>The rules.</summary>
    public CloseAccountRules()
    {
        RuleFor(request => request.Password).MaximumLength(Limits.PasswordLengthMax).WithMessage($"must have at most {Limits.PasswordLengthMax} characters.");
        RuleFor(request => request.Code).MaximumLength(Limits.CodeLengthMax).WithMessage($"must have at most {Limits.CodeLengthMax} characters.");
    }
}

/// <summary>The wish is noted and is carried out in the next moments.</summary>
/// <param name="Status">Always <c>erasing</c>.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="Kept">What stays for as long as a law says, in a sentence.</param>
public sealed record CloseAccountAnswer(string Status, DateTimeOffset RequestedAt, string Kept);

/// <summary>
/// Closes an account and has everything of its owner erased. The account can't be used from this call on; erasing is a job of its own. A stolen access token is not
/// enough: the sign-in is fresh, or the password (and code) is shown again.
/// </summary>
public sealed class CloseAccount(IAccountStore accounts, ISessionStore sessions, IPasswords passwords, ITimeCodes codes, ErasePerson erase, ISecurityLog log, CheckSession check, TimeProvider time)
{
    private const string WhatIsKept =
        "Invoices are kept with the name and addresses on them for as long as tax law asks (CGST Act 2017, section 36), and erased then. Orders that are on their way are erased when they have arrived.";

    /// <summary>The sign-in was too long ago for this.</summary>
    public static Problem FreshSignInRequired { get; } = new("fresh-sign-in-required", "Sign in again, or send your password with the request.");

    /// <summary>Closes; <c>wrong-credentials</c> or <c>fresh-sign-in-required</c> otherwise.</summary>
    public async Task<Outcome<CloseAccountAnswer>> RunAsync(string userId, string? familyId, CloseAccountRequest request, CancellationToken cancellation)
    {
        if (await accounts.ReadAsync(userId, cancellation) is not { Value: { ClosedAt: null } account })
            return IdentityProblems.SessionOver;
        var proven = await ProveAsync(account, familyId, request, cancellation);
        if (!proven.IsOk)
            return proven.Problem;
        var now = time.GetUtcNow();
        await log.AppendAsync(userId, new SecurityEvent(SecurityEventKind.AccountClosed, now), cancellation);
        // The wish first: should this process die before the account is closed, the job closes nothing but erases all.
        await erase.RequestAsync(userId, cancellation);
        var closed = await accounts.ChangeAsync(userId, kept => kept.Close(now), cancellation);
        check.Forget(userId);
        // Where the job was quicker there is no account left to close.
        return closed.IsOk || closed.Problem == IdentityProblems.SessionOver ? new CloseAccountAnswer("erasing", now, WhatIsKept) : closed.Problem;
    }

    private async Task<Outcome<bool>> ProveAsync(Account account, string? familyId, CloseAccountRequest request, CancellationToken cancellation)
    {
        if (request.Password is null)
            return await IsFreshAsync(familyId, cancellation) ? true : FreshSignInRequired;
        var isRight = (await passwords.CheckAsync(request.Password, account.PasswordHash, cancellation)).IsRight;
        return isRight && (!account.NeedsCode || IsCode(account.TwoFactor!, request.Code ?? "")) ? true : IdentityProblems.WrongCredentials;
    }

    private async Task<bool> IsFreshAsync(string? familyId, CancellationToken cancellation) =>
        familyId is not null && await sessions.ReadAsync(familyId, cancellation) is { Value.RevokedAt: null } session && time.GetUtcNow() - session.Value.CreatedAt <= Limits.FreshSignIn;

    private bool IsCode(TwoFactor factor, string code) => (factor.Accept(codes.StepOf(factor.SealedSecret, code, time.GetUtcNow())) ?? factor.AcceptRecovery(code)) is not null;
}
