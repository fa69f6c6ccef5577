using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluentValidation;

namespace Kundli.Features.Identity;

/// <summary>Asks for a code by short message.</summary>
/// <param name="Phone">E.164: <c>+919812345678</c>.</param>
public sealed record PhoneCodeRequest(string Phone);

/// <summary>Signs in with the code.</summary>
/// <param name="Phone">The number that got the code.</param>
/// <param name="Code">Six digits.</param>
public sealed record PhoneSignInRequest(string Phone, string Code);

/// <summary>What a number must look like.</summary>
public sealed class PhoneCodeRules : AbstractValidator<PhoneCodeRequest>
{
    /// <summary>The rules.</summary>
    public PhoneCodeRules() => RuleFor(request => request.Phone).Must(Names.IsPhone).WithMessage("must be a number such as +919812345678.");
}

/// <summary>What a number and its code must look like.</summary>
public sealed class PhoneSignInRules : AbstractValidator<PhoneSignInRequest>
{
    /// <summary>The rules.</summary>
    public PhoneSignInRules()
    {
        RuleFor(request => request.Phone).Must(Names.IsPhone).WithMessage("must be a number such as +919812345678.");
        RuleFor(request => request.Code).Must(code => code.Length == 6 && code.All(char.IsAsciiDigit)).WithMessage("must be six digits.");
    }
}

/// <summary>Sign-in by a code sent to a phone; the first one opens the account. Codes cost money, so each number gets few.</summary>
public sealed class SignInByPhone(IAccountStore accounts, ITokenStore tokens, IMessages messages, OpenSession open, TimeProvider time)
{
    internal const string Kind = "phone";

    /// <summary>No message can be sent to that number: it is not served, the gateway is down, or the day's messages are spent.</summary>
    public static Problem NoMessage { get; } = new("sms-unavailable", "No message can be sent to this number now. Sign in another way, or try again later.");

    /// <summary>Sends a code, unless the number has had too many.</summary>
    public async Task<Outcome<bool>> SendAsync(PhoneCodeRequest request, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var kept = await tokens.ReadAsync(Kind, request.Phone, cancellation);
        var isFresh = kept is null || now - kept.Value.WindowStart >= Limits.PhoneCodeWindow;
        var (sent, start) = isFresh ? (0, now) : (kept!.Value.Sent, kept.Value.WindowStart);
        if (sent >= Limits.PhoneCodesMax)
            return IdentityProblems.TooManyTries(start + Limits.PhoneCodeWindow - now);
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var token = new OneTimeToken(Kind, "", now + Limits.PhoneCodeLife) { CodeHash = HashOf(request.Phone, code), Sent = sent + 1, WindowStart = start };
        // The counter is written before the message goes: a death between them costs the customer a code, not us a fortune.
        if (!await tokens.SaveAsync(request.Phone, token, start + Limits.PhoneCodeWindow, kept?.Version, cancellation))
            return IdentityProblems.Busy;
        var isSent = await messages.SmsAsync(request.Phone, $"Your Kundli code: {code}. It is good for {Limits.PhoneCodeLife.TotalMinutes} minutes.", cancellation);
        return isSent ? true : NoMessage;
    }

    /// <summary>A session for the number's owner; <c>token-invalid</c> for a wrong, old or used code.</summary>
    public async Task<Outcome<OpenedSession>> ConfirmAsync(PhoneSignInRequest request, string? device, CancellationToken cancellation)
    {
        var kept = await tokens.ReadAsync(Kind, request.Phone, cancellation);
        if (kept is not { Value: { CodeHash: { } hash, Tries: < Limits.PhoneCodeTriesMax } token } || token.ExpiresAt <= time.GetUtcNow())
            return IdentityProblems.TokenInvalid;
        var isRight = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(HashOf(request.Phone, request.Code)));
        // Right or wrong, the try is written first: of many at once only one passes.
        var after = isRight ? token with { CodeHash = null } : token with { Tries = token.Tries + 1 };
        if (!await tokens.SaveAsync(request.Phone, after, token.WindowStart + Limits.PhoneCodeWindow, kept.Version, cancellation) || !isRight)
            return IdentityProblems.TokenInvalid;
        return await FindOrOpenAsync(request.Phone, cancellation) is { } account ? await open.RunAsync(account, device, cancellation) : IdentityProblems.TokenInvalid;
    }

    /// <summary>The number's account; null while an old one of that number is being erased.</summary>
    private async Task<Account?> FindOrOpenAsync(string phone, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(phone, cancellation) is { } known)
            return known.Value;
        var account = new Account(Account.NewId(), "", time.GetUtcNow()) { Phone = phone };
        return await accounts.OpenAsync(phone, account, cancellation) ? account : (await accounts.FindAsync(phone, cancellation))?.Value;
    }

    private static string HashOf(string phone, string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{phone}|{code}")));
}
