using Kundli.Features;
using Kundli.Features.Journal;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class JournalRoutes
{
    public const string Journal = MeRoutes.Me + "/journal";
    public const string Entry = Journal + "/{id}";
    public const string Photo = Entry + "/photo";
}

/// <summary>Dated photos of the caller's own trees.</summary>
public sealed class JournalFunctions(KeepJournal journal, PeerAddress peer)
{
    /// <summary>The caller's journal, the newest day first.</summary>
    [Function("JournalList")]
    [SignedIn]
    [Asks<PageQuery>]
    [Answers<Page<JournalView>>(200)]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = JournalRoutes.Journal)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<PageQuery>(request).ThenAsync(query => journal.ListAsync(request.UserId(), query.Limit, query.After, cancellation)), Cache.Revalidate);

    /// <summary>Puts a photo of an identification into the journal, where it stays when the identification is forgotten.</summary>
    [Function("JournalAdd")]
    [SignedIn]
    [Idempotent]
    [Takes<JournalRequest>]
    [Answers<JournalView>(201)]
    [Fails("idempotency-key-invalid", "idempotency-key-reused", "idempotency-key-running", "identification-not-ready", "journal-full", "not-found")]
    public async Task<IResult> Add([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = JournalRoutes.Journal)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Created(
            await Body.ReadAsync<JournalRequest>(request, cancellation)
                .ThenAsync(body => Preconditions.Once(request, JournalRoutes.Journal, body, peer).ThenAsync(once => journal.AddAsync(request.Caller(), once, body, cancellation))),
            entry => $"/{JournalRoutes.Journal}/{entry.Id}");

    /// <summary>The photo of an entry; <c>size=thumbnail</c> for a small one.</summary>
    [Function("JournalPhoto")]
    [SignedIn]
    [Asks<PhotoQuery>]
    [Answers<byte[]>(200, "image/jpeg")]
    [Fails("not-found")]
    public async Task<IResult> Photo([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = JournalRoutes.Photo)] HttpRequest request, string id, CancellationToken cancellation) =>
        Answer.File(await Query.Read<PhotoQuery>(request).ThenAsync(query => journal.ReadPhotoAsync(request.UserId(), id, query.Size, cancellation)), "image/jpeg", Cache.Revalidate);

    /// <summary>Removes an entry with its photo.</summary>
    [Function("JournalRemove")]
    [SignedIn]
    [Answers(204)]
    [Fails("not-found")]
    public async Task<IResult> Remove([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = JournalRoutes.Entry)] HttpRequest request, string id, CancellationToken cancellation) =>
        Answer.NoContent(await journal.RemoveAsync(request.UserId(), id, cancellation));
}
