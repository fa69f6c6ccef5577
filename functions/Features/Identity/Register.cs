using FluentValidation;

namespace Kundli.Features.Identity;

/// <summary>Opens an account with mail and password.</summary>
/// <param name="Email">The address; a link to verify it is sent there.</param>
/// <param name="Password">8 to 128 characters, hard to guess.</param>
/// <param name="DisplayName">What the customer wants to be called.</param>
public sealed record RegisterRequest(string Email, string Password, string DisplayName);

/// <summary>The same answer for a new and for a known address, so that nobody learns who has an account.</summary>
/// <param name="Status">Always <c>verificationSent</c>.</param>
public sealed record RegisterAnswer(string Status);

/// <summary>What a registration must look like.</summary>
public sealed class RegisterRules : AbstractValidator<RegisterRequest>
{
    /// <summary>The rules.</summary>
    public RegisterRules()
    {
        RuleFor(request => request.Email).Must(Names.IsMail).WithMessage("must be a mail address.");
        RuleFor(request => request.Password).Length(Limits.PasswordLengthMin, Limits.PasswordLengthMax).WithMessage($"must have {Limits.PasswordLengthMin} to {Limits.PasswordLengthMax} characters.");
        RuleFor(request => request.DisplayName).Must(name => name.Trim().Length is > 0 and <= Limits.DisplayNameLengthMax && !name.Any(char.IsControl)).WithMessage($"must have 1 to {Limits.DisplayNameLengthMax} characters.");
    }
}

/// <summary>Opens an account. A known address gets a mail that tells its owner, and the caller the same answer after the same work.</summary>
public sealed class Register(IAccountStore accounts, IPasswords passwords, SendVerification verification, IMessages messages, TimeProvider time)
{
    /// <summary>Hashes, opens, sends; 422 for a password that is easily guessed.</summary>
    public async Task<Outcome<RegisterAnswer>> RunAsync(RegisterRequest request, CancellationToken cancellation)
    {
        if (passwords.Score(request.Password, request.Email, request.DisplayName) < Limits.PasswordScoreMin)
            return IdentityProblems.WeakPassword;
        var mail = Names.OfMail(request.Email);
        var account = new Account(Account.NewId(), request.DisplayName.Trim(), time.GetUtcNow()) { Mail = mail, PasswordHash = await passwords.HashAsync(request.Password, cancellation) };
        if (await accounts.OpenAsync(mail, account, cancellation))
            await verification.RunAsync(account, cancellation);
        else
            await messages.MailAsync(mail, "You have an account already", "Somebody tried to open a Kundli account with this address. You have one already: sign in, or reset your password.", cancellation);
        return new RegisterAnswer("verificationSent");
    }
}
