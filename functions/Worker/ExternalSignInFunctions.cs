using Kundli.Features;
using Kundli.Features.Identity;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class ExternalSignInRoutes
{
    public const string Providers = "api/v1/auth/external";
    public const string Start = "api/v1/auth/external/{provider}";
    public const string Callback = "api/v1/auth/external/{provider}/callback";
}

/// <summary>Where a person may sign in instead of here.</summary>
/// <param name="Providers">By their names in our addresses: <c>google</c>, <c>microsoft</c>, <c>apple</c>.</param>
public sealed record ExternalProviderList(IReadOnlyList<string> Providers);

/// <summary>Signing in at a provider: the client goes there with the address of the start, and comes back with what the provider gave it.</summary>
public sealed class ExternalSignInFunctions(SignInExternally signIn, RefreshCredential credential)
{
    /// <summary>The providers that a client may offer; none where the settings name none.</summary>
    [Function("AuthExternalProviders")]
    [Answers<ExternalProviderList>(200)]
    public IResult Providers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ExternalSignInRoutes.Providers)] HttpRequest request) =>
        Answer.Ok<ExternalProviderList>(new ExternalProviderList(signIn.Providers), Cache.Public(TimeSpan.FromMinutes(5)));

    /// <summary>Where to sign in, and the ticket that stays with the client.</summary>
    [Function("AuthExternal")]
    [Answers<ExternalStart>(200)]
    [Fails("not-found")]
    public async Task<IResult> Start([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ExternalSignInRoutes.Start)] HttpRequest request, string provider, CancellationToken cancellation) =>
        Answer.Ok(await signIn.BeginAsync(provider, cancellation));

    /// <summary>Signs in with the provider's answer; the first time it opens an account, or links the provider to the account of a signed-in caller.</summary>
    [Function("AuthExternalCallback")]
    [Takes<ExternalSignInRequest>]
    [Answers<SessionAnswer>(200)]
    [Fails("account-busy", "external-sign-in-refused", "link-required", "not-found", "second-factor-required", "too-many-tries", "wrong-credentials")]
    public async Task<IResult> Callback([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ExternalSignInRoutes.Callback)] HttpRequest request, string provider, CancellationToken cancellation)
    {
        var session = await Body.ReadAsync<ExternalSignInRequest>(request, cancellation)
            .ThenAsync(body => signIn.RunAsync(provider, body, request.Caller(), request.Headers.UserAgent.ToString(), cancellation));
        return Answer.Ok(session.Map(opened => credential.Write(request, opened)));
    }
}
