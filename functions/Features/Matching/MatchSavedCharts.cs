using FluentValidation;
using Kundli.Features.Privacy;
using Kundli.Features.SavedCharts;

namespace Kundli.Features.Matching;

/// <summary>Two saved charts to match.</summary>
/// <param name="Bride">Id of hers.</param>
/// <param name="Groom">Id of his.</param>
public sealed record MatchSavedRequest(string Bride, string Groom);

/// <summary>The rules of a match of saved charts.</summary>
public sealed class MatchSavedRules : AbstractValidator<MatchSavedRequest>
{
    /// <summary>The rules.</summary>
    public MatchSavedRules() => RuleFor(request => request.Groom).NotEqual(request => request.Bride).WithMessage("must be another chart than the bride's.");
}

/// <summary>Matches two of a customer's charts, by the bride's conventions. Nothing of it is stored, and nothing of a child's chart is matched.</summary>
/// <param name="read">Opens the charts.</param>
/// <param name="match">Matches them.</param>
public sealed class MatchSavedCharts(ReadChart read, MatchCharts match)
{
    /// <summary>The match; <c>not-found</c> where one is not the caller's, <c>not-for-minors</c>.</summary>
    public async Task<Outcome<MatchAnswer>> RunAsync(string userId, MatchSavedRequest request, CancellationToken cancellation)
    {
        var bride = await read.OpenForAsync(userId, request.Bride, PersonUse.MarriageTopics, cancellation);
        var groom = await read.OpenForAsync(userId, request.Groom, PersonUse.MarriageTopics, cancellation);
        return bride.Then(hers => groom.Then(his => match.Run(new(PersonOf(hers), PersonOf(his), hers.Chart.Settings))));
    }

    private static MatchPerson PersonOf(SavedChart saved) => new(saved.Chart.Birth, saved.Chart.Longitudes, saved.Chart.Name);
}
