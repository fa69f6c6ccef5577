using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Yogas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Readings;

/// <summary>What is told of a person as a whole: the rising sign, the Moon's sign and star, and the yogas.</summary>
internal static class PersonFindings
{
    /// <summary>
    /// The yogas that are told, and where they belong. Only those that follow from the placements they name: one that also needs others to stay away (Vesi,
    /// Sunapha, Kemadruma) or spans the whole chart rests on more than a finding may name.
    /// </summary>
    private static readonly Dictionary<string, Topic> Yogas = new(StringComparer.Ordinal)
    {
        ["gajakesari"] = Topic.Self, ["ruchaka"] = Topic.Work, ["bhadra"] = Topic.Learning,
        ["hamsa"] = Topic.Spirituality, ["malavya"] = Topic.Marriage, ["sasa"] = Topic.Work,
        ["budhaditya"] = Topic.Learning, ["chandraMangala"] = Topic.Money, ["dharmaKarmadhipati"] = Topic.Work, ["yogakaraka"] = Topic.Work,
        ["harsha"] = Topic.Self, ["sarala"] = Topic.Self, ["vimala"] = Topic.Spirituality,
        ["dhanaSecondEleventh"] = Topic.Money, ["dhanaNinthEleventh"] = Topic.Money, ["dhanaFifthNinth"] = Topic.Money,
        ["dhanaFirstEleventh"] = Topic.Money, ["dhanaFirstSecond"] = Topic.Money,
    };

    public static IEnumerable<Finding> Of(BirthChart chart)
    {
        if (chart.Lagna is { } lagna)
            yield return new FindingDraft(Topic.Self, "risingSign", "BPHS 4").Lagna(lagna.Rashi)
                .Fills("sign", $"signs/{Words.Key(lagna.Rashi)}").Fills("nature", $"natures/{Words.Key(lagna.Rashi)}").Done($"{lagna.Rashi}Rising", FindingWeights.Lagna, Polarity.Mixed);
        if (chart.Has(Graha.Moon))
            foreach (var finding in Moon(chart[Graha.Moon]))
                yield return finding;
        foreach (var yoga in Told(chart))
            yield return yoga;
    }

    private static IEnumerable<Finding> Moon(Placement moon)
    {
        yield return new FindingDraft(Topic.Mind, "moonSign", "BPHS 4").Graha("graha", Graha.Moon).Sign("sign", Graha.Moon, moon.Rashi)
            .Fills("nature", $"natures/{Words.Key(moon.Rashi)}").Done($"MoonIn{moon.Rashi}", FindingWeights.BirthStar, Polarity.Mixed);
        var star = moon.Longitude.Nakshatra;
        yield return new FindingDraft(Topic.Mind, "birthStar", "Brihat Samhita 101").Graha("graha", Graha.Moon).States("grahas.moon.nakshatra", Words.Key(star))
            .Fills("star", $"stars/{Words.Key(star)}").Fills("nature", $"starNatures/{Words.Key(star)}").Done($"BirthStar{star}", FindingWeights.BirthStar, Polarity.Mixed);
    }

    private static IEnumerable<Finding> Told(BirthChart chart)
    {
        foreach (var found in YogaRules.Of(chart) ?? [])
            if (Yogas.TryGetValue(found.Rule.Id, out var topic) && found.Formation.Grahas.Count is > 0 and < Limits.PlacementsMax)
                yield return Yoga(found, topic, chart);
    }

    private static Finding Yoga(YogaFinding found, Topic topic, BirthChart chart)
    {
        var draft = new FindingDraft(topic, "yoga", found.Rule.Source).States($"yogas.{found.Rule.Id}", "present").Fills("yoga", $"yogas/{found.Rule.Id}");
        if (found.Rule.Needs == YogaNeeds.Lagna)
            draft.Lagna(chart.LagnaSign);
        foreach (var graha in found.Formation.Grahas)
            draft.Places(Words.Key(graha)).States($"yogas.{found.Rule.Id}.{Words.Key(graha)}", "forms");
        // Each yoga has its wording: which others are there does not move it.
        var wording = Yogas.Keys.TakeWhile(told => told != found.Rule.Id).Count();
        return draft.Fills(Composer.Wording, $"number/{wording}").Fills("grahas", string.Join('+', found.Formation.Grahas.Select(graha => $"grahas/{Words.Key(graha)}")))
            .Done($"Yoga{char.ToUpperInvariant(found.Rule.Id[0])}{found.Rule.Id[1..]}", FindingWeights.Yoga * (found.Formation.Exceptions.Count == 0 ? 1 : 0.5), Polarity.Supportive);
    }
}
