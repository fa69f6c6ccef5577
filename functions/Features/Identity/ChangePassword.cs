using FluentValidation;

namespace Kundli.Features.Identity;

/// <summary>Sets another password.</summary>
/// <param name="CurrentPassword">The one until now; not asked where none is set yet.</param>
/// <param name="Password">The new one.</param>
public sealed record ChangePasswordRequest(string Password, string? CurrentPassword = null);

/// <summary>Asks for a link to reset the password.</summary>
/// <param name="Email">The address of the account.</param>
public sealed record ResetRequest(string Email);

/// <summary>Sets a password with the link's token.</summary>
/// <param name="Token">From the mail.</param>
/// <param name="Password">The new one.</param>
public sealed record ResetConfirmation(string Token, string Password);

/// <summary>What a change must look like.</summary>
public sealed class ChangePasswordRules : AbstractValidator<ChangePasswordRequest>
{
    /// <summary>The rules.</summary>
    public ChangePasswordRules()
    {
        RuleFor(request => request.Password).Length(Limits.PasswordLengthMin, Limits.PasswordLengthMax).WithMessage($"must have {Limits.PasswordLengthMin} to {Limits.PasswordLengthMax} characters.");
        RuleFor(request => request.CurrentPassword).MaximumLength(Limits.PasswordLengthMax).WithMessage($"must have at most {Limits.PasswordLengthMax} characters.");
    }
}

/// <summary>What a reset must look like.</summary>
public sealed class ResetRules : AbstractValidator<ResetRequest>
{
    /// <summary>The rules.</summary>
    public ResetRules() => RuleFor(request => request.Email).Must(Names.IsMail).WithMessage("must be a mail address.");
}

/// <summary>What the end of a reset must look like.</summary>
public sealed class ResetConfirmationRules : AbstractValidator<ResetConfirmation>
{
    /// <summary>The rules.</summary>
    public ResetConfirmationRules()
    {
        RuleFor(request => request.Token).NotEmpty().MaximumLength(128).WithMessage("must be the code of the mail.");
        RuleFor(request => request.Password).Length(Limits.PasswordLengthMin, Limits.PasswordLengthMax).WithMessage($"must have {Limits.PasswordLengthMin} to {Limits.PasswordLengthMax} characters.");
    }
}

/// <summary>Changes and resets passwords. Either ends every session.</summary>
public sealed class ChangePassword(IAccountStore accounts, ITokenStore tokens, IPasswords passwords, IMessages messages, ISecurityLog log, CheckSession check, TimeProvider time)
{
    private const string Kind = "reset";

    /// <summary>For a signed-in customer who knows the password until now.</summary>
    public async Task<Outcome<bool>> RunAsync(string userId, ChangePasswordRequest request, CancellationToken cancellation)
    {
        if (await accounts.ReadAsync(userId, cancellation) is not { Value: var account })
            return IdentityProblems.SessionOver;
        if (account.PasswordHash is not null && !(await passwords.CheckAsync(request.CurrentPassword ?? "", account.PasswordHash, cancellation)).IsRight)
            return IdentityProblems.WrongCredentials;
        return await SetAsync(account, request.Password, cancellation);
    }

    /// <summary>Sends a link, if the address has an account. The caller never learns whether it has.</summary>
    public async Task<Outcome<bool>> RequestAsync(ResetRequest request, CancellationToken cancellation)
    {
        var (mail, secret, end) = (Names.OfMail(request.Email), Account.NewId() + Account.NewId(), time.GetUtcNow() + Limits.ResetLife);
        var account = await accounts.FindAsync(mail, cancellation);
        // A token for nobody costs the same write and opens nothing.
        await tokens.SaveAsync(secret, new OneTimeToken(Kind, account?.Value.UserId ?? "", end), end, version: null, cancellation);
        await messages.MailAsync(account is null ? null : mail, "Reset your password", $"Your code for a new Kundli password, good for {Limits.ResetLife.TotalMinutes} minutes: {secret}", cancellation);
        return true;
    }

    /// <summary>Sets the new password, once per link.</summary>
    public async Task<Outcome<bool>> ConfirmAsync(ResetConfirmation request, CancellationToken cancellation)
    {
        if (await tokens.ReadAsync(Kind, request.Token, cancellation) is not { } token || await accounts.ReadAsync(token.Value.Subject, cancellation) is not { Value: var account })
            return IdentityProblems.TokenInvalid;
        if (passwords.Score(request.Password, account.Mail ?? "", account.DisplayName) < Limits.PasswordScoreMin)
            return IdentityProblems.WeakPassword;
        if (!await tokens.ConsumeAsync(Kind, request.Token, token.Version, cancellation))
            return IdentityProblems.TokenInvalid;
        // Whoever reads the address's mail has proven it.
        return await SetAsync(account with { MailVerifiedAt = account.MailVerifiedAt ?? time.GetUtcNow() }, request.Password, cancellation);
    }

    private async Task<Outcome<bool>> SetAsync(Account account, string password, CancellationToken cancellation)
    {
        if (passwords.Score(password, account.Mail ?? "", account.DisplayName) < Limits.PasswordScoreMin)
            return IdentityProblems.WeakPassword;
        var hash = await passwords.HashAsync(password, cancellation);
        var changed = await accounts.ChangeAsync(account.UserId, now => now.WithPassword(hash) with { MailVerifiedAt = account.MailVerifiedAt }, cancellation);
        if (!changed.IsOk)
            return changed;
        check.Forget(account.UserId);
        await log.AppendAsync(account.UserId, new SecurityEvent(SecurityEventKind.PasswordChanged, time.GetUtcNow()), cancellation);
        if (account.Mail is not null)
            await messages.MailAsync(account.Mail, "Your password was changed", "The password of your Kundli account was changed and every session ended. If it wasn't you, reset it now.", cancellation);
        return changed;
    }
}
