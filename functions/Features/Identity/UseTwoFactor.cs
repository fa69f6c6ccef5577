using System.Security.Cryptography;

namespace Kundli.Features.Identity;

/// <summary>What an authenticator app needs.</summary>
/// <param name="Uri">The <c>otpauth</c> address.</param>
/// <param name="QrSvg">The same as a QR picture.</param>
public sealed record TwoFactorEnrolment(string Uri, string QrSvg);

/// <summary>A code of the authenticator app.</summary>
/// <param name="Code">Six digits, or a recovery code where the app is lost.</param>
public sealed record TwoFactorCode(string Code);

/// <summary>Shown once.</summary>
/// <param name="Codes">Each signs in once in place of a code.</param>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes);

/// <summary>Turns two-factor sign-in on and off.</summary>
public sealed class UseTwoFactor(IAccountStore accounts, ITimeCodes codes, ISecurityLog log, TimeProvider time)
{
    /// <summary>The second factor is on already.</summary>
    public static Problem AlreadyOn { get; } = new("two-factor-on", "Two-factor sign-in is on already.");

    /// <summary>Begins: makes a secret, which asks for nothing until it is confirmed.</summary>
    public async Task<Outcome<TwoFactorEnrolment>> EnrolAsync(string userId, CancellationToken cancellation)
    {
        var secret = codes.NewSecret();
        var name = "";
        var changed = await accounts.DecideAsync(userId, account =>
        {
            name = account.Mail ?? account.Phone ?? account.UserId;
            return account.NeedsCode ? AlreadyOn : account with { TwoFactor = new TwoFactor(secret, null, 0, []) };
        }, cancellation);
        return changed.Map(_ => codes.Show(secret, name)).Map(shown => new TwoFactorEnrolment(shown.Uri, shown.QrSvg));
    }

    /// <summary>Proves that the app has the secret, and turns it on. The recovery codes are shown here and never again.</summary>
    public async Task<Outcome<RecoveryCodes>> ConfirmAsync(string userId, TwoFactorCode request, CancellationToken cancellation)
    {
        var recovery = Enumerable.Range(0, Limits.RecoveryCodes).Select(_ => NewCode()).ToList();
        var changed = await accounts.DecideAsync(userId, account => account switch
        {
            { NeedsCode: true } => AlreadyOn,
            { TwoFactor: { } factor } when factor.Accept(codes.StepOf(factor.SealedSecret, request.Code, time.GetUtcNow())) is { } accepted =>
                account with { TwoFactor = accepted with { ConfirmedAt = time.GetUtcNow(), RecoveryHashes = [.. recovery.Select(TwoFactor.HashOf)] } },
            _ => IdentityProblems.WrongCredentials,
        }, cancellation);
        if (changed.IsOk)
            await log.AppendAsync(userId, new SecurityEvent(SecurityEventKind.TwoFactorOn, time.GetUtcNow()), cancellation);
        return changed.Map(_ => new RecoveryCodes(recovery));
    }

    /// <summary>Turns it off, with a code.</summary>
    public async Task<Outcome<bool>> DisableAsync(string userId, TwoFactorCode request, CancellationToken cancellation)
    {
        var changed = await accounts.DecideAsync(userId, account => account.TwoFactor switch
        {
            null => account,
            { ConfirmedAt: null } => account with { TwoFactor = null },
            { } factor when (factor.Accept(codes.StepOf(factor.SealedSecret, request.Code, time.GetUtcNow())) ?? factor.AcceptRecovery(request.Code)) is not null => account with { TwoFactor = null },
            _ => IdentityProblems.WrongCredentials,
        }, cancellation);
        if (changed.IsOk)
            await log.AppendAsync(userId, new SecurityEvent(SecurityEventKind.TwoFactorOff, time.GetUtcNow()), cancellation);
        return changed;
    }

    /// <summary>80 random bits in letters that can't be mistaken for each other.</summary>
    private static string NewCode()
    {
        var text = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 16);
        return $"{text[..4]}-{text[4..8]}-{text[8..12]}-{text[12..]}";
    }
}
