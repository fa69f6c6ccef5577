using Kundli.Features.Charts;
using Kundli.Features.Readings;
using Kundli.Jyotish.Zodiac;
using Xunit;

namespace Kundli.Features.Tests.Readings;

public sealed class FindingsTests
{
    private static readonly BirthInput Delhi = new("1990-05-15", "14:30:00", 28.6139, 77.2090, TimeZone: "Asia/Kolkata");

    [Fact]
    public void Every_topic_of_a_birth_has_findings_with_facts_sources_and_at_most_four_placements()
    {
        for (var number = 0; number < 50; number++)
        {
            var findings = RandomCharts.Born(number).Findings();
            Assert.All(Topics.All, topic => Assert.NotEmpty(findings.About(topic)));
            Assert.All(findings.Items, finding =>
            {
                Assert.InRange(finding.Placements.Count, 1, 4);
                Assert.NotEmpty(finding.Facts);
                Assert.NotEmpty(finding.Source);
                Assert.InRange(finding.Strength, 0.01, 1);
                Assert.InRange(finding.Confidence, 0, 1);
            });
            Assert.Equal(findings.Items.Count, findings.Items.Select(finding => finding.Id).Distinct().Count());
        }
    }

    [Fact]
    public void The_same_chart_and_moment_give_the_same_findings()
    {
        var (one, other) = (RandomCharts.Born(7).Findings(), RandomCharts.Born(7).Findings());
        Assert.Equal(one.Items.Select(finding => finding.Hash), other.Items.Select(finding => finding.Hash));
        Assert.Equal(one.Items.Count, one.Items.Select(finding => finding.Hash).Distinct().Count());
    }

    [Fact]
    public void A_known_chart_tells_of_its_tenth_house()
    {
        // Lagna Virgo, Sun in Taurus: the chart of the contract's example.
        var findings = RandomCharts.Of(new ChartRequest(Birth: Delhi)).Findings();
        var lord = Assert.Single(findings.About(Topic.Work), finding => finding.Rule.StartsWith("lord.", StringComparison.Ordinal));
        Assert.Contains(lord.Facts, fact => fact is { Path: "houses.10.lord", Value: "mercury" });
        Assert.Contains(lord.Facts, fact => fact is { Path: "lagna.sign", Value: "virgo" });
        Assert.Equal(["lagna", "mercury"], lord.Placements);
    }

    [Fact]
    public void A_birth_without_a_time_tells_nothing_of_houses_and_periods_and_says_so()
    {
        var found = RandomCharts.Of(new ChartRequest(Birth: Delhi with { Time = null, TimeAccuracy = TimeAccuracy.Unknown }));
        var findings = found.Findings();
        Assert.Equal(["timeUnknown"], findings.Unsaid);
        Assert.NotEmpty(findings.Items);
        Assert.DoesNotContain(findings.Items, finding => finding.Facts.Any(fact => fact.Path.StartsWith("houses.", StringComparison.Ordinal) || fact.Path.StartsWith("dashas.", StringComparison.Ordinal) || fact.Path.StartsWith("lagna", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_a_birth_time_known_to_minutes_can_overturn_has_less_confidence()
    {
        var least = 1.0;
        for (var number = 0; number < 40; number++)
        {
            var exact = RandomCharts.Born(number);
            var vague = RandomCharts.Of(exact.Request with { Birth = exact.Request.Birth! with { TimeAccuracy = TimeAccuracy.Minutes } });
            Assert.True(vague.Findings().Items.Average(finding => finding.Confidence) <= exact.Findings().Items.Average(finding => finding.Confidence) + 0.02);
            least = Math.Min(least, vague.Findings().Items.Min(finding => finding.Confidence));
        }
        Assert.True(least < 1);
    }

    [Fact]
    public void Transits_of_eight_grahas_are_told_until_they_leave_the_sign_or_the_month_ends()
    {
        var transits = RandomCharts.Born(3).Findings().About(Topic.ThisMonth).ToList();
        Assert.Equal(8, transits.Count);
        Assert.All(transits, transit => Assert.InRange(transit.Window!.Until, transit.Window.From.AddSeconds(1), transit.Window.From.AddDays(30)));
        Assert.All(transits, transit => Assert.Equal(transit.Window!.Until == transit.Window.From.AddDays(30), Composer.Sentence("en", transit).Text.Contains("all month", StringComparison.OrdinalIgnoreCase)));
    }
}
