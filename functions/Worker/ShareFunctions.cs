using Kundli.Features.SavedCharts;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class ShareRoutes
{
    public const string Shares = SavedChartRoutes.Chart + "/shares";
    public const string Share = Shares + "/{shareId}";
    public const string Shared = "api/v1/shares/{token}";
}

/// <summary>Links that show parts of a chart.</summary>
public sealed class ShareFunctions(ShareChart share)
{
    /// <summary>Makes a link; its address is told once.</summary>
    [Function("SharesMake")]
    [SignedIn]
    [Takes<ShareRequest>(Optional = true)]
    [Answers<ShareView>(201)]
    [Fails("not-for-minors", "not-found", "too-many-shares")]
    public async Task<IResult> Make([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = ShareRoutes.Shares)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.Created(
            await (await Body.ReadOptionalAsync<ShareRequest>(request, cancellation))
                .ThenAsync(body => share.RunAsync(request.UserId(), chartId, body ?? new ShareRequest(), token => $"/api/v1/shares/{token}", cancellation)),
            view => view.Href!);

    /// <summary>The links of a chart that still lead somewhere.</summary>
    [Function("SharesList")]
    [SignedIn]
    [Answers<ShareList>(200)]
    [Fails("not-found")]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ShareRoutes.Shares)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.Ok(await share.ListAsync(request.UserId(), chartId, cancellation), Cache.Revalidate);

    /// <summary>Revokes a link at once.</summary>
    [Function("SharesRevoke")]
    [SignedIn]
    [Answers(204)]
    [Fails("not-found")]
    public async Task<IResult> Revoke(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = ShareRoutes.Share)] HttpRequest request, string chartId, string shareId, CancellationToken cancellation) =>
        Answer.NoContent(await share.RevokeAsync(request.UserId(), chartId, shareId, cancellation));

    /// <summary>What a link shows to whoever has it.</summary>
    [Function("SharesOpen")]
    [Answers<SharedChart>(200)]
    [Fails("not-found")]
    public async Task<IResult> Open([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = ShareRoutes.Shared)] HttpRequest request, string token, CancellationToken cancellation) =>
        Answer.Ok(await share.OpenAsync(token, cancellation));
}
