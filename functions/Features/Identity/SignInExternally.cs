using System.Security.Cryptography;
using System.Text;
using FluentValidation;

namespace Kundli.Features.Identity;

/// <summary>Where a sign-in at a provider begins.</summary>
/// <param name="Address">To send the person to.</param>
/// <param name="Ticket">To keep, and to send with the provider's answer; never to be put into an address.</param>
/// <param name="ExpiresAt">Until when the answer is taken.</param>
public sealed record ExternalStart(Uri Address, string Ticket, DateTimeOffset ExpiresAt);

/// <summary>What came back from a provider.</summary>
/// <param name="Code">The provider's code.</param>
/// <param name="State">As the provider sent it back.</param>
/// <param name="Ticket">As it was given at the start.</param>
/// <param name="SecondFactor">A code of the second factor, or a recovery code, where the account has one turned on.</param>
public sealed record ExternalSignInRequest(string Code, string State, string Ticket, string? SecondFactor = null);

/// <summary>What an answer of a provider must look like.</summary>
public sealed class ExternalSignInRules : AbstractValidator<ExternalSignInRequest>
{
    private const int CodeLengthMax = 4_096;
    private const int StateLengthMax = 256;

    /// <summary>The rules.</summary>
    public ExternalSignInRules()
    {
        RuleFor(request => request.Code).NotEmpty().MaximumLength(CodeLengthMax).WithMessage("must be the provider's code.");
        RuleFor(request => request.State).NotEmpty().MaximumLength(StateLengthMax).WithMessage("must be the provider's state.");
        RuleFor(request => request.Ticket).NotEmpty().MaximumLength(StateLengthMax).WithMessage("must be the ticket of the start.");
        RuleFor(request => request.SecondFactor).MaximumLength(Limits.CodeLengthMax).WithMessage($"must have at most {Limits.CodeLengthMax} characters.");
    }
}

/// <summary>
/// Sign-in at a provider of OpenID Connect. A person is known by the provider's subject, never by a mail address alone; an account that exists under the address is
/// linked only by who is signed in to it and has proven the same address here.
/// </summary>
public sealed class SignInExternally(IExternalProviders providers, IAccountStore accounts, ITokenStore tokens, IGuardStore guards, ITimeCodes codes, OpenSession open, ISecurityLog log, TimeProvider time)
{
    internal const string Kind = "external";

    /// <summary>The provider's answer is not good: forged, late, used before, another client's or another provider's. Which one is never said.</summary>
    public static Problem Refused { get; } = new("external-sign-in-refused", "This sign-in is not valid. Begin again.");

    /// <summary>An account has this mail address: whoever owns it signs in to it first, and links then.</summary>
    public static Problem LinkRequired { get; } = new("link-required", "An account with this mail address exists. Sign in to it with the address verified, then sign in here again to link both.");

    /// <summary>The providers that the settings name.</summary>
    public IReadOnlyList<string> Providers => providers.Offered;

    /// <summary>Where to send the person; nothing is stored. A provider that the settings don't name is not found.</summary>
    public async Task<Outcome<ExternalStart>> BeginAsync(string provider, CancellationToken cancellation)
    {
        if (!providers.Knows(provider))
            return Problem.NotFound();
        var challenge = providers.Begin(provider, time.GetUtcNow() + Limits.ExternalSignInLife);
        return new ExternalStart(await providers.AddressAsync(provider, challenge, cancellation), challenge.Ticket, challenge.ExpiresAt);
    }

    /// <summary>A session for whom the provider vouches; the first one opens an account, or links it to the caller's.</summary>
    public async Task<Outcome<OpenedSession>> RunAsync(string provider, ExternalSignInRequest request, Caller caller, string? device, CancellationToken cancellation)
    {
        if (!providers.Knows(provider))
            return Problem.NotFound();
        if (providers.Read(provider, request.State) is not { } challenge || !IsSame(request.Ticket, challenge.Ticket))
            return Refused;
        // The state is used up before the provider is asked: of many with one state, one goes on.
        var used = new OneTimeToken(Kind, provider, challenge.ExpiresAt);
        if (!await tokens.SaveAsync(request.State, used, challenge.ExpiresAt + Limits.ExternalSignInLife, version: null, cancellation))
            return Refused;
        if (await providers.RedeemAsync(provider, challenge, request.Code, cancellation) is not { } person)
            return Refused;
        var name = $"{Kind}:{provider}:{person.Subject}";
        var found = await FindAsync(name, person, caller, cancellation);
        if (!found.IsOk)
            return found.Problem;
        var passed = await PassSecondFactorAsync(found.Value, name, request.SecondFactor, cancellation);
        if (!passed.IsOk)
            return passed.Problem;
        await log.AppendAsync(passed.Value.UserId, new SecurityEvent(SecurityEventKind.SignedIn, time.GetUtcNow(), Detail: provider), cancellation);
        return await open.RunAsync(passed.Value, device, cancellation);
    }

    private async Task<Outcome<Kept<Account>>> FindAsync(string name, ExternalPerson person, Caller caller, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(name, cancellation) is { } known)
            return known;
        if (caller.UserId is { } userId)
            return await LinkAsync(name, person, userId, cancellation);
        if (person.Mail is { } mail && await accounts.FindAsync(mail, cancellation) is { } same)
            return await FinishAsync(name, same, cancellation);
        return await OpenAsync(name, person, cancellation);
    }

    /// <summary>An account that was opened or linked under this name while the process died before the name led there; any other has to be linked by its owner.</summary>
    private async Task<Outcome<Kept<Account>>> FinishAsync(string name, Kept<Account> same, CancellationToken cancellation) =>
        same.Value.External.Contains(name, StringComparer.Ordinal) && await accounts.AddNameAsync(name, same.Value.UserId, cancellation) ? same : LinkRequired;

    /// <summary>Two proofs of one address: the account's own and the provider's.</summary>
    private async Task<Outcome<Kept<Account>>> LinkAsync(string name, ExternalPerson person, string userId, CancellationToken cancellation)
    {
        if (await accounts.ReadAsync(userId, cancellation) is not { Value: { ClosedAt: null, MailVerifiedAt: not null, Mail: { } mail } } || mail != person.Mail)
            return LinkRequired;
        // The name stands in the account before it leads there, so that an erasure finds it.
        var linked = await accounts.ChangeAsync(userId, account => account.WithExternal(name), cancellation);
        if (!linked.IsOk)
            return linked.Problem;
        if (!await accounts.AddNameAsync(name, userId, cancellation) || await accounts.FindAsync(name, cancellation) is not { } kept)
            return IdentityProblems.Busy;
        await log.AppendAsync(userId, new SecurityEvent(SecurityEventKind.ExternalLinked, time.GetUtcNow()), cancellation);
        return kept;
    }

    private async Task<Outcome<Kept<Account>>> OpenAsync(string name, ExternalPerson person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var shown = person.Name.Length > Limits.DisplayNameLengthMax || person.Name.Any(char.IsControl) ? "" : person.Name;
        var account = new Account(Account.NewId(), shown, now) { Mail = person.Mail, MailVerifiedAt = person.Mail is null ? null : now }.WithExternal(name);
        if (!await accounts.OpenAsync(person.Mail ?? name, account, cancellation))
            return IdentityProblems.Busy;
        if (person.Mail is not null && !await accounts.AddNameAsync(name, account.UserId, cancellation))
            return IdentityProblems.Busy;
        return await accounts.FindAsync(name, cancellation) is { } kept ? kept : IdentityProblems.Busy;
    }

    /// <summary>A provider is one factor: who has turned a second one on is asked for it here too, and guesses cost time.</summary>
    private async Task<Outcome<Account>> PassSecondFactorAsync(Kept<Account> kept, string name, string? code, CancellationToken cancellation)
    {
        if (!kept.Value.NeedsCode)
            return kept.Value;
        if (string.IsNullOrEmpty(code))
            return IdentityProblems.SecondFactorRequired;
        var now = time.GetUtcNow();
        if (await guards.ReadAsync(name, cancellation) is { } backoff && backoff.Until > now)
            return IdentityProblems.TooManyTries(backoff.Until - now);
        var factor = kept.Value.TwoFactor!;
        if ((factor.Accept(codes.StepOf(factor.SealedSecret, code, now)) ?? factor.AcceptRecovery(code)) is not { } accepted)
        {
            await guards.FailAsync(name, now, cancellation);
            return IdentityProblems.WrongCredentials;
        }
        var account = kept.Value with { TwoFactor = accepted };
        if (!await accounts.SaveAsync(account, kept.Version, cancellation))
            return IdentityProblems.Busy;
        await guards.ClearAsync(name, cancellation);
        return account;
    }

    private static bool IsSame(string sent, string expected) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(expected));
}
