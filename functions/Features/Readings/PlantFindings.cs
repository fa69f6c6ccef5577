using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Remedies;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Readings;

/// <summary>The plants that the tradition gives to a chart: of the birth star, the Moon's sign and the lagna.</summary>
internal static class PlantFindings
{
    private const int Wordings = 3;

    public static IEnumerable<Finding> Of(BirthChart chart)
    {
        if (chart.Has(Graha.Moon))
        {
            var (star, sign) = (chart[Graha.Moon].Longitude.Nakshatra, chart.Sign(Graha.Moon));
            yield return Told("birthStar", NakshatraPlants.Of(star).Slug, star.ToString(), 1, new FindingDraft(Topic.Plants, Rule("birthStar", NakshatraPlants.Of(star).Slug), NakshatraPlants.Source)
                .Graha("graha", Graha.Moon).States("grahas.moon.nakshatra", Words.Key(star)).Fills("star", $"stars/{Words.Key(star)}").Fills(Composer.Wording, $"number/{(int)star % Wordings}"));
            yield return Told("moonSign", RashiPlants.Of(sign), sign.ToString(), 0.8, new FindingDraft(Topic.Plants, Rule("moonSign", RashiPlants.Of(sign)), RashiPlants.Source)
                .Graha("graha", Graha.Moon).Sign("sign", Graha.Moon, sign));
        }
        if (chart.Lagna is { } lagna)
            yield return Told("lagna", RashiPlants.Of(lagna.Rashi), lagna.Rashi.ToString(), 0.6, new FindingDraft(Topic.Plants, Rule("lagna", RashiPlants.Of(lagna.Rashi)), RashiPlants.Source)
                .Lagna(lagna.Rashi).Fills("sign", $"signs/{Words.Key(lagna.Rashi)}"));
    }

    // A tree that can kill is worded as one to honour, not as one to plant.
    private static string Rule(string role, string slug) => Jyotish.Remedies.Plants.Of(slug).Toxicity == Toxicity.Poisonous ? $"plant.{role}.poisonous" : $"plant.{role}";

    private static Finding Told(string role, string slug, string subject, double share, FindingDraft draft) =>
        draft.States($"plants.{role}", slug).Fills("plant", $"plants/{slug}").Done($"Of{char.ToUpperInvariant(role[0])}{role[1..]}{subject}", FindingWeights.BirthStar * share, Polarity.Mixed);
}
