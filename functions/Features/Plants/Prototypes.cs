using System.Numerics.Tensors;

namespace Kundli.Features.Plants;

/// <summary>A species by its reference photos alone.</summary>
/// <param name="Slug">Its key in the species table.</param>
/// <param name="ModelHash">The model that made the vectors; another's can't be compared with them.</param>
/// <param name="Vectors">Of each reference photo its vector, of length 1.</param>
public sealed record Prototype(string Slug, string ModelHash, IReadOnlyList<float[]> Vectors);

/// <summary>
/// The rule by which reference photos take part, without training. A species' similarity to a photo is the mean cosine of its
/// <see cref="NearestCount"/> nearest reference photos, and over several photos their mean. Its odds against everything that the model knows are
/// exp((similarity - even) / spread), both fitted with the model; the model's own probabilities are made smaller by as much as the reference
/// species take, so that the whole still sums to one and the model's own order never changes.
/// </summary>
public static class Prototypes
{
    /// <summary>Nearest reference photos that count.</summary>
    public const int NearestCount = 3;

    /// <summary>Fewest reference photos of a species.</summary>
    public const int VectorsMin = 5;

    /// <summary>Most reference photos of a species.</summary>
    public const int VectorsMax = 24;

    /// <summary>The largest odds of one reference species: it is never quite certain.</summary>
    public const double OddsMax = 50;

    /// <summary>What is seen, with the reference species taking part. The model's own vectors of a species that it knows already are left out.</summary>
    public static Sighting Join(Sighting sighting, IReadOnlyList<Prototype> prototypes)
    {
        if (sighting.Prototypes is not { } rule || sighting.Embeddings.Count == 0)
            return sighting;
        var known = sighting.Scores.Select(score => score.Slug).ToHashSet(StringComparer.Ordinal);
        var odds = prototypes
            .Where(prototype => prototype.ModelHash == sighting.Model?.Hash && prototype.Vectors.Count > 0 && !known.Contains(prototype.Slug))
            .Select(prototype => (prototype.Slug, Odds: Math.Min(OddsMax, Math.Exp((Similarity(sighting.Embeddings, prototype) - rule.Even) / rule.Spread))))
            .ToList();
        var whole = 1 + odds.Sum(entry => entry.Odds);
        return sighting with
        {
            Scores = [.. sighting.Scores.Select(score => score with { Probability = score.Probability / whole }), .. odds.Select(entry => new SpeciesScore(entry.Slug, entry.Odds / whole))],
            PlantProbability = 1 - (1 - sighting.PlantProbability) / whole,
        };
    }

    /// <summary>How alike the photos are to a species' reference photos, -1 to 1.</summary>
    public static double Similarity(IReadOnlyList<ReadOnlyMemory<float>> embeddings, Prototype prototype) =>
        embeddings.Average(embedding => prototype.Vectors
            .Select(vector => (double)TensorPrimitives.Dot(embedding.Span, vector))
            .OrderDescending().Take(NearestCount).Average());
}
