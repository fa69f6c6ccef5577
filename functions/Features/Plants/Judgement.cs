namespace Kundli.Features.Plants;

/// <summary>What may be said, given what the model saw. The thresholds belong to the model.</summary>
public static class Judgement
{
    /// <summary>A suggestion below this is not worth a line.</summary>
    private const double SuggestionMin = 0.005;

    /// <summary>The result of an analysis. Without a model that knows species nothing is claimed: a plant is neither named nor denied.</summary>
    public static PlantResult Of(Sighting sighting, ISpeciesTable table, IReadOnlyList<SeenPhoto> photos)
    {
        var ranked = sighting.Scores.OrderByDescending(score => score.Probability).ThenBy(score => score.Slug, StringComparer.Ordinal).ToList();
        var verdict = VerdictOf(sighting, ranked);
        var presence = sighting.PlantProbability is { } plant ? new PlantPresence(Round(plant), verdict != Verdict.NotAPlant) : null;
        var suggestions = ranked.Take(Limits.SuggestionsMax).Where(score => score.Probability >= SuggestionMin).Select(score => Suggest(score, table)).ToList();
        return new(presence, verdict, suggestions, verdict == Verdict.Unsure ? GenusOf(sighting, ranked, table) : null, sighting.Model, photos);
    }

    private static Verdict VerdictOf(Sighting sighting, List<SpeciesScore> ranked)
    {
        var thresholds = sighting.Thresholds;
        if (1 - sighting.PlantProbability >= thresholds.NotAPlant)
            return Verdict.NotAPlant;
        if (ranked.Count == 0 || ranked[0].Probability < thresholds.Identify)
            return Verdict.Unsure;
        return ranked.Count > 1 && ranked[0].Probability - ranked[1].Probability < thresholds.Margin ? Verdict.Unsure : Verdict.Identified;
    }

    /// <summary>The genus whose species sum up to enough, where there are two of them at least: one species alone is a suggestion, not a genus.</summary>
    private static GenusSuggestion? GenusOf(Sighting sighting, List<SpeciesScore> ranked, ISpeciesTable table) => ranked
        .Where(score => score.Probability >= SuggestionMin)
        .GroupBy(score => GenusOf(table.Find(score.Slug)?.ScientificName ?? score.ScientificName ?? score.Slug), StringComparer.Ordinal)
        .Where(group => group.Count() > 1)
        .Select(group => new GenusSuggestion(group.Key, Round(group.Sum(score => score.Probability))))
        .Where(genus => genus.Confidence >= sighting.Thresholds.Genus)
        .MaxBy(genus => genus.Confidence);

    private static string GenusOf(string scientificName) => scientificName.Split(' ')[0];

    private static Suggestion Suggest(SpeciesScore score, ISpeciesTable table) => table.Find(score.Slug) is { } species
        ? new(score.Slug, species.ScientificName, species.CommonNames, Round(score.Probability))
        : new(score.Slug, score.ScientificName ?? score.Slug, new(score.ScientificName ?? score.Slug, null), Round(score.Probability));

    private static double Round(double probability) => Math.Round(probability, 4);
}
