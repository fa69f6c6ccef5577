using Kundli.Adapters.Identity;
using Kundli.Features;
using Kundli.Features.Identity;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class CredentialRoutes
{
    public const string Password = "api/v1/auth/password";
    public const string Resets = "api/v1/auth/password-resets";
    public const string ResetConfirmation = "api/v1/auth/password-resets/confirmation";
    public const string Verifications = "api/v1/auth/verifications";
    public const string VerificationConfirmation = "api/v1/auth/verifications/confirmation";
    public const string TwoFactor = "api/v1/auth/two-factor";
    public const string TwoFactorConfirmation = "api/v1/auth/two-factor/confirmation";
    public const string Keys = ".well-known/jwks.json";
}

/// <summary>The public keys of the access tokens.</summary>
/// <param name="Keys">RFC 7517.</param>
public sealed record KeySet(IReadOnlyList<PublicKey> Keys);

/// <summary>Passwords, proven addresses, the second factor and the public keys.</summary>
public sealed class CredentialFunctions(ChangePassword password, SendVerification verification, ConfirmVerification confirmVerification, UseTwoFactor twoFactor, SignedAccessTokens accessTokens)
{
    /// <summary>Sets another password; every session ends.</summary>
    [Function("AuthPassword")]
    [SignedIn]
    [Takes<ChangePasswordRequest>]
    [Answers(204)]
    [Fails("account-busy", "session-over", "wrong-credentials")]
    public async Task<IResult> Password([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CredentialRoutes.Password)] HttpRequest request, CancellationToken cancellation) =>
        Answer.NoContent(await Body.ReadAsync<ChangePasswordRequest>(request, cancellation).ThenAsync(body => password.RunAsync(request.UserId(), body, cancellation)));

    /// <summary>Sends a link to reset the password, if the address has an account; the answer never tells.</summary>
    [Function("AuthPasswordReset")]
    [Takes<ResetRequest>]
    [Answers(204)]
    public async Task<IResult> Reset([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CredentialRoutes.Resets)] HttpRequest request, CancellationToken cancellation) =>
        Answer.NoContent(await Body.ReadAsync<ResetRequest>(request, cancellation).ThenAsync(body => password.RequestAsync(body, cancellation)));

    /// <summary>Sets a password with the link's code; every session ends.</summary>
    [Function("AuthPasswordResetConfirmation")]
    [Takes<ResetConfirmation>]
    [Answers(204)]
    [Fails("account-busy", "token-invalid")]
    public async Task<IResult> ConfirmReset([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CredentialRoutes.ResetConfirmation)] HttpRequest request, CancellationToken cancellation) =>
        Answer.NoContent(await Body.ReadAsync<ResetConfirmation>(request, cancellation).ThenAsync(body => password.ConfirmAsync(body, cancellation)));

    /// <summary>Sends another link that proves the caller's mail address.</summary>
    [Function("AuthVerification")]
    [SignedIn]
    [Answers(204)]
    public async Task<IResult> Verify([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CredentialRoutes.Verifications)] HttpRequest request, CancellationToken cancellation) =>
        Answer.NoContent(await verification.RunAsync(request.UserId(), cancellation));

    /// <summary>Proves a mail address with the link's code.</summary>
    [Function("AuthVerificationConfirmation")]
    [Takes<VerificationRequest>]
    [Answers(204)]
    [Fails("account-busy", "token-invalid")]
    public async Task<IResult> ConfirmVerification([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CredentialRoutes.VerificationConfirmation)] HttpRequest request, CancellationToken cancellation) =>
        Answer.NoContent(await Body.ReadAsync<VerificationRequest>(request, cancellation).ThenAsync(body => confirmVerification.RunAsync(body, cancellation)));

    /// <summary>Begins two-factor sign-in: a secret for the authenticator app.</summary>
    [Function("AuthTwoFactor")]
    [SignedIn]
    [Answers<TwoFactorEnrolment>(200)]
    [Fails("account-busy", "session-over", "two-factor-on")]
    public async Task<IResult> Enrol([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CredentialRoutes.TwoFactor)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await twoFactor.EnrolAsync(request.UserId(), cancellation));

    /// <summary>Turns two-factor sign-in on with a code, and shows the recovery codes once.</summary>
    [Function("AuthTwoFactorConfirmation")]
    [SignedIn]
    [Takes<TwoFactorCode>]
    [Answers<RecoveryCodes>(200)]
    [Fails("account-busy", "session-over", "two-factor-on", "wrong-credentials")]
    public async Task<IResult> ConfirmTwoFactor([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = CredentialRoutes.TwoFactorConfirmation)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Body.ReadAsync<TwoFactorCode>(request, cancellation).ThenAsync(body => twoFactor.ConfirmAsync(request.UserId(), body, cancellation)));

    /// <summary>Turns two-factor sign-in off, with a code.</summary>
    [Function("AuthTwoFactorEnd")]
    [SignedIn]
    [Takes<TwoFactorCode>]
    [Answers(204)]
    [Fails("account-busy", "session-over", "wrong-credentials")]
    public async Task<IResult> DisableTwoFactor([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = CredentialRoutes.TwoFactor)] HttpRequest request, CancellationToken cancellation) =>
        Answer.NoContent(await Body.ReadAsync<TwoFactorCode>(request, cancellation).ThenAsync(body => twoFactor.DisableAsync(request.UserId(), body, cancellation)));

    /// <summary>The public keys by which access tokens are verified.</summary>
    [Function("AuthKeys")]
    [Answers<KeySet>(200)]
    public IResult Keys([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = CredentialRoutes.Keys)] HttpRequest request) =>
        Answer.Ok<KeySet>(new KeySet(accessTokens.PublicKeys), Cache.Public(TimeSpan.FromMinutes(5)));
}
