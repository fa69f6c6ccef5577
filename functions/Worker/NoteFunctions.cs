using Kundli.Features;
using Kundli.Features.Notes;
using Kundli.Worker.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kundli.Worker;

internal static class NoteRoutes
{
    public const string OfChart = SavedChartRoutes.Chart + "/notes";
    public const string Feed = MeRoutes.Me + "/notes";
}

/// <summary>Daily notes on saved charts, written by the timer into a feed.</summary>
public sealed class NoteFunctions(KeepNotes keep)
{
    /// <summary>Asks for daily notes on a chart, the first at once; never on a child's.</summary>
    [Function("NotesWish")]
    [SignedIn]
    [Takes<NoteRequest>(Optional = true)]
    [Answers<NoteWishView>(200)]
    [Fails("not-for-minors", "not-found")]
    public async Task<IResult> Wish([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = NoteRoutes.OfChart)] HttpRequest request, string chartId, CancellationToken cancellation)
    {
        var wish = await (await Body.ReadOptionalAsync<NoteRequest>(request, cancellation)).ThenAsync(body => keep.WishAsync(request.UserId(), chartId, body ?? new NoteRequest(), cancellation));
        return Answer.Ok(wish.Map(kept => kept.ToView()));
    }

    /// <summary>Ends the notes on a chart, and removes those that were written.</summary>
    [Function("NotesForget")]
    [SignedIn]
    [Answers(204)]
    [Fails("not-found")]
    public async Task<IResult> Forget([HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = NoteRoutes.OfChart)] HttpRequest request, string chartId, CancellationToken cancellation) =>
        Answer.NoContent(await keep.ForgetAsync(request.UserId(), chartId, cancellation));

    /// <summary>The caller's notes, newest first.</summary>
    [Function("NotesFeed")]
    [SignedIn]
    [Asks<PageQuery>]
    [Answers<Page<NoteView>>(200)]
    public async Task<IResult> Feed([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = NoteRoutes.Feed)] HttpRequest request, CancellationToken cancellation) =>
        Answer.Ok(await Query.Read<PageQuery>(request).ThenAsync(query => keep.ListAsync(request.UserId(), query.Limit, query.After, cancellation)), Cache.Revalidate);
}
