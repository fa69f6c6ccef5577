using Kundli.Features;
using Kundli.Features.Audit;
using Kundli.Features.Grievances;
using Kundli.Features.Pricing;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class LegalRoutes
{
    public const string Seller = "api/v1/legal/seller";
    public const string Grievances = "api/v1/grievances";
    public const string Grievance = Grievances + "/{ticket}";
    public const string OpenGrievances = "api/v1/admin/grievances";
    public const string Answers = OpenGrievances + "/{ticket}/answers";
}

/// <summary>What the law wants shown, and complaints.</summary>
public sealed class LegalFunctions(ShopPolicy policy, FileGrievance file, AnswerGrievance answer, KeepAudit audit, PeerAddress peer)
{
    /// <summary>Who sells: legal name, address, GSTIN, customer care and grievance officer (Consumer Protection (E-Commerce) Rules 2020, rule 4).</summary>
    [Function("LegalSeller")]
    [Answers<Seller>(200)]
    public IResult Seller([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LegalRoutes.Seller)] HttpRequest request) => Answer.Ok<Seller>(policy.Seller, Cache.Public(TimeSpan.FromHours(1)));

    /// <summary>Takes a complaint and answers its ticket with both deadlines.</summary>
    [Function("GrievancesFile")]
    [Idempotent]
    [Takes<FileGrievanceRequest>]
    [Answers<GrievanceView>(201)]
    [Fails("idempotency-key-invalid", "idempotency-key-reused", "idempotency-key-running")]
    public async Task<IResult> File([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LegalRoutes.Grievances)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Created(
            await Body.ReadAsync<FileGrievanceRequest>(request, cancellation).ThenAsync(body => Preconditions.Once(request, LegalRoutes.Grievances, body, peer)
                .ThenAsync(once => file.RunAsync(request.Caller(), once, body, cancellation))), filed => $"/{LegalRoutes.Grievances}/{filed.Ticket}");

    /// <summary>Where a complaint stands. Its ticket opens it.</summary>
    [Function("GrievancesRead")]
    [Answers<GrievanceView>(200)]
    [Fails("not-found")]
    public async Task<IResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LegalRoutes.Grievance)] HttpRequest request, string ticket, CancellationToken cancellation) =>
        Answer.Ok(await file.ReadAsync(ticket, cancellation), Cache.Revalidate);

    /// <summary>The complaints that are open, the oldest first.</summary>
    [Function("AdminGrievancesOpen")]
    [SignedIn("admin", "support")]
    [Asks<PageQuery>]
    [Answers<Page<OpenGrievance>>(200)]
    public async Task<IResult> Open([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = LegalRoutes.OpenGrievances)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<PageQuery>(request).ThenAsync(query => answer.OpenAsync(query.Limit, query.After, cancellation)));

    /// <summary>Acknowledges or settles a complaint; the customer gets the note by mail.</summary>
    [Function("AdminGrievancesAnswer")]
    [SignedIn("admin", "support")]
    [Takes<AnswerGrievanceRequest>]
    [Answers<GrievanceView>(200)]
    [Fails("grievance-state-conflict", "not-found")]
    public async Task<IResult> AnswerOne([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = LegalRoutes.Answers)] HttpRequest request, string ticket, CancellationToken cancellation) =>
        Answer.Ok(await (await Body.ReadAsync<AnswerGrievanceRequest>(request, cancellation)).ThenAsync(body =>
            audit.RunAsync(request.Caller(), "grievance.answer", ticket, () => answer.RunAsync(ticket, body, cancellation), cancellation)));
}
