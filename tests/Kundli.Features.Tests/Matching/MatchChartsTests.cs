using Kundli.Features.Charts;
using Kundli.Features.Matching;
using Kundli.Features.Places;
using Kundli.Jyotish.Compatibility;
using Xunit;

namespace Kundli.Features.Tests.Matching;

public sealed class MatchChartsTests
{
    private static readonly MatchCharts Match = new(new DrawChart(new ZoneMap(), TimeProvider.System));

    [Fact]
    public void The_same_star_in_another_pada_scores_nothing_before_and_all_after_the_exception()
    {
        var answer = Match.Run(Of(1, 6)).Value;

        var nadi = answer.Kutas.Single(kuta => kuta.Name == Kuta.Nadi);
        Assert.Equal((0, 8, 8), ((int)nadi.RawScore, (int)nadi.Score, nadi.Maximum));
        Assert.Equal(["sameNakshatraDifferentPada"], nadi.Exceptions);
        Assert.Equal(8, answer.Score - answer.RawScore);
        Assert.Equal(36, answer.Maximum);
        Assert.Equal(8, answer.Kutas.Count);
        Assert.Equal(10, answer.Poruthams.Count);
        Assert.Null(answer.Manglik.Bride);
    }

    [Fact]
    public void Both_need_at_least_the_moon()
    {
        var request = new MatchRequest(new MatchPerson(Longitudes: new Dictionary<string, double> { ["sun"] = 1 }), new MatchPerson());

        var wrong = new MatchRequestRules().Validate(request).Errors.Select(error => error.PropertyName).Order().ToList();

        Assert.Equal(["Bride.Longitudes.Moon", "Groom.Birth"], wrong);
    }

    private static MatchRequest Of(double bride, double groom) =>
        new(new MatchPerson(Longitudes: new Dictionary<string, double> { ["moon"] = bride }), new MatchPerson(Longitudes: new Dictionary<string, double> { ["moon"] = groom }));
}
