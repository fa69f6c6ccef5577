using Kundli.Features;
using Kundli.Features.Identity;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class AuthRoutes
{
    public const string Register = "api/v1/auth/register";
    public const string Login = "api/v1/auth/login";
    public const string Refresh = "api/v1/auth/refresh";
    public const string Logout = "api/v1/auth/logout";
    public const string LogoutEverywhere = "api/v1/auth/logout-everywhere";
    public const string PhoneCode = "api/v1/auth/otp";
    public const string PhoneConfirmation = "api/v1/auth/otp/confirmation";
    public const string Sessions = "api/v1/auth/sessions";
    public const string Session = "api/v1/auth/sessions/{id}";
}

/// <summary>Signing in and out. Nothing here takes an idempotency key: answers with tokens are never stored.</summary>
public sealed class AuthFunctions(Register register, SignIn signIn, SignInByPhone byPhone, RefreshSession refresh, EndSessions end, RefreshCredential credential, PeerAddress peer)
{
    /// <summary>Opens an account; the answer is the same for an address that has one.</summary>
    [Function("AuthRegister")]
    [Takes<RegisterRequest>]
    [Answers<RegisterAnswer>(201)]
    public async Task<IResult> Register([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AuthRoutes.Register)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Created(await Body.ReadAsync<RegisterRequest>(request, cancellation).ThenAsync(body => register.RunAsync(body, cancellation)), _ => "/api/v1/me");

    /// <summary>Signs in with mail and password, and a code where a second factor is on.</summary>
    [Function("AuthLogin")]
    [Takes<SignInRequest>]
    [Answers<SessionAnswer>(200)]
    [Fails("second-factor-required", "too-many-tries", "wrong-credentials")]
    public async Task<IResult> Login([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AuthRoutes.Login)] HttpRequest request, CancellationToken cancellation)
    {
        var session = await Body.ReadAsync<SignInRequest>(request, cancellation).ThenAsync(body => signIn.RunAsync(body, peer.Of(request.HttpContext), DeviceOf(request), cancellation));
        return Answer.Ok(session.Map(opened => credential.Write(request, opened)));
    }

    /// <summary>Changes a refresh token for new tokens; a token that was used before ends the session.</summary>
    [Function("AuthRefresh")]
    [Takes<RefreshRequest>(Optional = true)]
    [Answers<SessionAnswer>(200)]
    [Fails("csrf-token-invalid", "session-over")]
    public async Task<IResult> Refresh([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AuthRoutes.Refresh)] HttpRequest request, CancellationToken cancellation)
    {
        var session = await credential.ReadAsync(request, cancellation).ThenAsync(token => refresh.RunAsync(token, cancellation));
        return Answer.Ok(session.Map(opened => credential.Write(request, opened)));
    }

    /// <summary>Ends the session of a refresh token.</summary>
    [Function("AuthLogout")]
    [Takes<RefreshRequest>(Optional = true)]
    [Answers(204)]
    [Fails("csrf-token-invalid", "session-over")]
    public async Task<IResult> Logout([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AuthRoutes.Logout)] HttpRequest request, CancellationToken cancellation)
    {
        var ended = await credential.ReadAsync(request, cancellation).ThenAsync(token => end.EndByTokenAsync(token, cancellation));
        if (ended.IsOk)
            credential.Clear(request);
        return Answer.NoContent(ended);
    }

    /// <summary>Ends every session of the caller.</summary>
    [Function("AuthLogoutEverywhere")]
    [SignedIn]
    [Answers(204)]
    public async Task<IResult> LogoutEverywhere([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AuthRoutes.LogoutEverywhere)] HttpRequest request, CancellationToken cancellation)
    {
        credential.Clear(request);
        return Answer.NoContent(await end.EndAllAsync(request.UserId(), cancellation));
    }

    /// <summary>Sends a code to a phone; few a day, because each costs money.</summary>
    [Function("AuthPhoneCode")]
    [Takes<PhoneCodeRequest>]
    [Answers(204)]
    [Fails("account-busy", "sms-unavailable", "too-many-tries")]
    public async Task<IResult> PhoneCode([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AuthRoutes.PhoneCode)] HttpRequest request, CancellationToken cancellation) =>
        Answer.NoContent(await Body.ReadAsync<PhoneCodeRequest>(request, cancellation).ThenAsync(body => byPhone.SendAsync(body, cancellation)));

    /// <summary>Signs in with the code; the first sign-in opens the account.</summary>
    [Function("AuthPhoneConfirmation")]
    [Takes<PhoneSignInRequest>]
    [Answers<SessionAnswer>(200)]
    [Fails("token-invalid")]
    public async Task<IResult> PhoneConfirmation([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = AuthRoutes.PhoneConfirmation)] HttpRequest request, CancellationToken cancellation)
    {
        var session = await Body.ReadAsync<PhoneSignInRequest>(request, cancellation).ThenAsync(body => byPhone.ConfirmAsync(body, DeviceOf(request), cancellation));
        return Answer.Ok(session.Map(opened => credential.Write(request, opened)));
    }

    /// <summary>The caller's living sessions, the last used first.</summary>
    [Function("AuthSessions")]
    [SignedIn]
    [Answers<Page<SessionView>>(200)]
    public async Task<IResult> Sessions([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = AuthRoutes.Sessions)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok<Page<SessionView>>(await end.ListAsync(request.UserId(), request.FamilyId(), cancellation), Cache.Revalidate);

    /// <summary>Ends one of the caller's sessions.</summary>
    [Function("AuthSessionEnd")]
    [SignedIn]
    [Answers(204)]
    [Fails("account-busy", "not-found")]
    public async Task<IResult> EndSession([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = AuthRoutes.Session)] HttpRequest request, string id, CancellationToken cancellation) =>
        Answer.NoContent(await end.EndAsync(request.UserId(), id, cancellation));

    private static string DeviceOf(HttpRequest request) => request.Headers.UserAgent.ToString();
}
