using FluentValidation;
using Microsoft.Extensions.Logging;

namespace Kundli.Features.Identity;

/// <summary>Signs in with mail and password.</summary>
/// <param name="Email">The address.</param>
/// <param name="Password">The password.</param>
/// <param name="Code">Of the second factor, or a recovery code, where one is turned on.</param>
public sealed record SignInRequest(string Email, string Password, string? Code = null);

/// <summary>What credentials must look like before anything is looked up.</summary>
public sealed class SignInRules : AbstractValidator<SignInRequest>
{
    /// <summary>The rules.</summary>
    public SignInRules()
    {
        RuleFor(request => request.Email).NotEmpty().MaximumLength(Limits.MailLengthMax).WithMessage("must be a mail address.");
        RuleFor(request => request.Password).NotEmpty().MaximumLength(Limits.PasswordLengthMax).WithMessage($"must have at most {Limits.PasswordLengthMax} characters.");
        RuleFor(request => request.Code).MaximumLength(Limits.CodeLengthMax).WithMessage($"must have at most {Limits.CodeLengthMax} characters.");
    }
}

/// <summary>
/// Checks credentials. A known and an unknown address take the same reads and the same one hash, and give the same answer; failures cost a
/// growing wait, by account and by address of the network.
/// </summary>
public sealed partial class SignIn(IAccountStore accounts, IGuardStore guards, IPasswords passwords, ITimeCodes codes, OpenSession open, ISecurityLog log, TimeProvider time, ILogger<SignIn> logger)
{
    /// <summary>A session, or <c>wrong-credentials</c>, <c>second-factor-required</c>, <c>too-many-tries</c>.</summary>
    public async Task<Outcome<OpenedSession>> RunAsync(SignInRequest request, string peer, string? device, CancellationToken cancellation)
    {
        var name = Names.OfMail(request.Email);
        if (await WaitAsync([name, peer], cancellation) is { } wait)
            return IdentityProblems.TooManyTries(wait);
        var kept = await accounts.FindAsync(name, cancellation);
        var check = await passwords.CheckAsync(request.Password, kept?.Value.PasswordHash, cancellation);
        if (kept is null || !check.IsRight)
            return await FailAsync(name, peer, cancellation);
        if (kept.Value.NeedsCode && string.IsNullOrEmpty(request.Code))
            return IdentityProblems.SecondFactorRequired;
        var account = kept.Value.NeedsCode ? WithCode(kept.Value, request.Code!) : kept.Value;
        if (account is null)
            return await FailAsync(name, peer, cancellation);
        if (check.IsOutdated)
            account = account with { PasswordHash = await passwords.HashAsync(request.Password, cancellation) };
        // A used code is written before the session begins: of two at once with one code, one fails here.
        if (account != kept.Value && !await accounts.SaveAsync(account, kept.Version, cancellation))
            return IdentityProblems.Busy;
        await guards.ClearAsync(name, cancellation);
        await log.AppendAsync(account.UserId, new SecurityEvent(SecurityEventKind.SignedIn, time.GetUtcNow()), cancellation);
        return await open.RunAsync(account, device, cancellation);
    }

    private async Task<TimeSpan?> WaitAsync(string[] subjects, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var backoffs = await Task.WhenAll(subjects.Select(subject => guards.ReadAsync(subject, cancellation)));
        var until = backoffs.OfType<Backoff>().Select(backoff => backoff.Until).DefaultIfEmpty(now).Max();
        return until > now ? until - now : null;
    }

    private async Task<Problem> FailAsync(string name, string peer, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await Task.WhenAll(guards.FailAsync(name, now, cancellation), guards.FailAsync(peer, now, cancellation));
        LogFailure();
        return IdentityProblems.WrongCredentials;
    }

    private Account? WithCode(Account account, string code)
    {
        var factor = account.TwoFactor!;
        var accepted = factor.Accept(codes.StepOf(factor.SealedSecret, code, time.GetUtcNow())) ?? factor.AcceptRecovery(code);
        return accepted is null ? null : account with { TwoFactor = accepted };
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "sign-in-failed", Message = "A sign-in failed.")]
    private partial void LogFailure();
}
