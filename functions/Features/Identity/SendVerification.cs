namespace Kundli.Features.Identity;

/// <summary>Sends the link that proves a mail address.</summary>
public sealed class SendVerification(IAccountStore accounts, ITokenStore tokens, IMessages messages, TimeProvider time)
{
    /// <summary>For the customer who asks for another link; nothing is sent where the address is proven already.</summary>
    public async Task<Outcome<bool>> RunAsync(string userId, CancellationToken cancellation)
    {
        if (await accounts.ReadAsync(userId, cancellation) is { Value: { Mail: not null, MailVerifiedAt: null } account })
            await RunAsync(account, cancellation);
        return true;
    }

    internal async Task RunAsync(Account account, CancellationToken cancellation)
    {
        var (secret, end) = (Account.NewId() + Account.NewId(), time.GetUtcNow() + Limits.VerificationLife);
        await tokens.SaveAsync(secret, new OneTimeToken("verify", account.UserId, end), end, version: null, cancellation);
        await messages.MailAsync(account.Mail!, "Verify your mail address", $"Your code for Kundli: {secret}", cancellation);
    }
}

/// <summary>Proves a mail address.</summary>
/// <param name="Token">From the mail.</param>
public sealed record VerificationRequest(string Token);

/// <summary>Takes the link's token and marks the address as proven.</summary>
public sealed class ConfirmVerification(IAccountStore accounts, ITokenStore tokens, TimeProvider time)
{
    /// <summary>Once per token; <c>token-invalid</c> otherwise.</summary>
    public async Task<Outcome<bool>> RunAsync(VerificationRequest request, CancellationToken cancellation)
    {
        if (await tokens.ReadAsync("verify", request.Token, cancellation) is not { } token || !await tokens.ConsumeAsync("verify", request.Token, token.Version, cancellation))
            return IdentityProblems.TokenInvalid;
        return await accounts.ChangeAsync(token.Value.Subject, account => account with { MailVerifiedAt = account.MailVerifiedAt ?? time.GetUtcNow() }, cancellation);
    }
}
