using FluentValidation;
using Kundli.Features.Charts;
using Kundli.Features.Privacy;

namespace Kundli.Features.SavedCharts;

/// <summary>A link to make.</summary>
/// <param name="Shows">What it shows; positions alone when absent.</param>
/// <param name="Days">How long it lasts.</param>
public sealed record ShareRequest(IReadOnlyList<SharedPart>? Shows = null, int Days = Limits.ShareDaysDefault);

/// <summary>The rules of a link.</summary>
public sealed class ShareRules : AbstractValidator<ShareRequest>
{
    /// <summary>The rules.</summary>
    public ShareRules()
    {
        RuleFor(request => request.Days).InclusiveBetween(1, Limits.ShareDaysMax).WithMessage($"must be from 1 to {Limits.ShareDaysMax}.");
        RuleFor(request => request.Shows).Must(shows => shows!.Count > 0 && shows.Count <= Enum.GetValues<SharedPart>().Length && shows.Distinct().Count() == shows.Count)
            .When(request => request.Shows is not null).WithMessage("must name each part once, and at least one.");
    }
}

/// <summary>A link as its owner sees it.</summary>
/// <param name="Id">Its id, for revoking.</param>
/// <param name="Shows">What it shows.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="Href">Where it leads; only in the answer that makes it, since the token is not kept.</param>
public sealed record ShareView(string Id, IReadOnlyList<SharedPart> Shows, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, string? Href)
{
    /// <summary>The view of a link.</summary>
    public static ShareView Of(Share share, string? href = null) => new(share.Id, share.Shows, share.CreatedAt, share.ExpiresAt, href);
}

/// <summary>The links of a chart.</summary>
/// <param name="Items">Those that still lead somewhere.</param>
public sealed record ShareList(IReadOnlyList<ShareView> Items);

/// <summary>A chart as a link shows it.</summary>
/// <param name="Shows">What its owner shows.</param>
/// <param name="ExpiresAt">Until when.</param>
/// <param name="Chart">The chart, with nothing in it that is not shown.</param>
public sealed record SharedChart(IReadOnlyList<SharedPart> Shows, DateTimeOffset ExpiresAt, ChartAnswer Chart);

/// <summary>Makes, lists, revokes and opens links to charts. A child's chart is never shown by one.</summary>
/// <param name="read">Opens the owner's chart.</param>
/// <param name="shares">Where links are kept.</param>
/// <param name="time">How long they last.</param>
public sealed class ShareChart(ReadChart read, IShares shares, TimeProvider time)
{
    /// <summary>A chart has so many links at one time and no more.</summary>
    public static Problem TooMany { get; } = new("too-many-shares", "This chart has as many links as it can.") { Detail = $"At most {Limits.SharesMax}: revoke one first." };

    /// <summary>The new link; <c>not-found</c>, <c>not-for-minors</c>, <c>too-many-shares</c>.</summary>
    public async Task<Outcome<ShareView>> RunAsync(string userId, string chartId, ShareRequest request, Func<string, string> hrefOf, CancellationToken cancellation)
    {
        var chart = await read.OpenForAsync(userId, chartId, PersonUse.Sharing, cancellation);
        if (!chart.IsOk)
            return chart.Problem;
        if ((await shares.ListAsync(userId, chartId, cancellation)).Count >= Limits.SharesMax)
            return TooMany;
        var (token, now) = (Share.NewToken(), time.GetUtcNow());
        var share = new Share(Share.HashOf(token), userId, chartId, request.Shows ?? [SharedPart.Positions], now, now.AddDays(request.Days));
        await shares.AddAsync(share, cancellation);
        return ShareView.Of(share, hrefOf(token));
    }

    /// <summary>The links of a chart.</summary>
    public async Task<Outcome<ShareList>> ListAsync(string userId, string chartId, CancellationToken cancellation) =>
        await (await read.OpenAsync(userId, chartId, cancellation)).ThenAsync<ShareList>(async chart =>
            new ShareList([.. (await shares.ListAsync(userId, chart.Id, cancellation)).Select(share => ShareView.Of(share))]));

    /// <summary>Revokes a link of a chart.</summary>
    public async Task<Outcome<ShareView>> RevokeAsync(string userId, string chartId, string shareId, CancellationToken cancellation)
    {
        if (!SavedChart.IsId(chartId) || (await shares.ListAsync(userId, chartId, cancellation)).FirstOrDefault(share => share.Id == shareId) is not { } found)
            return Problem.NotFound();
        await shares.RemoveAsync(found, cancellation);
        return ShareView.Of(found);
    }

    /// <summary>What a link shows. One that was revoked, has ended, or whose chart is gone is not found.</summary>
    public async Task<Outcome<SharedChart>> OpenAsync(string token, CancellationToken cancellation)
    {
        if (!Share.IsToken(token) || await shares.FindAsync(Share.HashOf(token), cancellation) is not { } share)
            return Problem.NotFound();
        var chart = await read.OpenForAsync(share.UserId, share.ChartId, PersonUse.Sharing, cancellation);
        return chart.IsOk ? chart.Then(read.Answer).Map(answer => new SharedChart(share.Shows, share.ExpiresAt, Shown(answer.Chart, share.Shows))) : Problem.NotFound();
    }

    // Built from nothing: what a later version adds to a chart is not shown by an older link.
    private static ChartAnswer Shown(ChartAnswer chart, IReadOnlyList<SharedPart> shows)
    {
        var (positions, star, birth) = (shows.Contains(SharedPart.Positions), shows.Contains(SharedPart.BirthStar), shows.Contains(SharedPart.Birth));
        return new(
            birth ? chart.Name : null, birth ? chart.Birth : null, null, chart.Conventions, null, null, null, positions ? chart.Lagna : null, star ? chart.BirthStar : null, null,
            positions ? chart.Houses : null, positions ? chart.Grahas : [], null, null, positions ? chart.Vargas : null, shows.Contains(SharedPart.Dasha) ? chart.Dasha : null,
            star ? chart.Panchang : null, shows.Contains(SharedPart.Yogas) ? chart.Yogas : null, null);
    }
}
