using Kundli.Features;
using Kundli.Features.Identity;
using Kundli.Features.Privacy;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class PrivacyRoutes
{
    public const string Consents = "api/v1/me/consents";
    public const string Export = "api/v1/me/export";
}

/// <summary>What the caller may ask about their own data: consents, a copy of everything, its erasure.</summary>
public sealed class PrivacyFunctions(DecideConsents consents, ExportPerson export, CloseAccount close)
{
    /// <summary>What the caller agreed to, and the notices that ask for it.</summary>
    [Function("MeConsents")]
    [SignedIn]
    [Answers<ConsentAnswer>(200)]
    public async Task<IResult> Consents([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PrivacyRoutes.Consents)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok<ConsentAnswer>(await consents.ReadAsync(request.UserId(), cancellation), Cache.Revalidate);

    /// <summary>Gives and withdraws consents.</summary>
    [Function("MeConsentsDecide")]
    [SignedIn]
    [Takes<ConsentRequest>]
    [Answers<ConsentAnswer>(200)]
    [Fails("consents-busy")]
    public async Task<IResult> Decide([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = PrivacyRoutes.Consents)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Body.ReadAsync<ConsentRequest>(request, cancellation).ThenAsync(body => consents.RunAsync(request.UserId(), body, cancellation)));

    /// <summary>Everything that is held about the caller.</summary>
    [Function("MeExport")]
    [SignedIn]
    [Costs(RouteClass.Export)]
    [Answers<PersonExport>(200)]
    public async Task<IResult> Export([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = PrivacyRoutes.Export)] HttpRequest request, CancellationToken cancellation) =>
        await Spooled.WriteAsync((output, stop) => export.RunAsync(request.UserId(), output, Json.Options, stop), "application/json", "kundli-export.json", cancellation);

    /// <summary>Closes the account and erases everything of the caller; the proof is a fresh sign-in, or the password again.</summary>
    [Function("MeErase")]
    [SignedIn]
    [Takes<CloseAccountRequest>(Optional = true)]
    [Answers<CloseAccountAnswer>(202)]
    [Fails("account-busy", "fresh-sign-in-required", "session-over", "wrong-credentials")]
    public async Task<IResult> Erase([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = MeRoutes.Me)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Accepted(await Body.ReadOptionalAsync<CloseAccountRequest>(request, cancellation)
            .ThenAsync(body => close.RunAsync(request.UserId(), request.FamilyId(), body ?? new CloseAccountRequest(), cancellation)));
}
