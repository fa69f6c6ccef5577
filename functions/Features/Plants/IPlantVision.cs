namespace Kundli.Features.Plants;

/// <summary>How likely one species is.</summary>
/// <param name="Slug">Its key in the species table.</param>
/// <param name="Probability">0 to 1; over all species and "not a plant" it sums to 1.</param>
public readonly record struct SpeciesScore(string Slug, double Probability);

/// <summary>What a model says about the photos of one plant together.</summary>
/// <param name="Scores">Every species that the model knows, in any order.</param>
/// <param name="PlantProbability">How likely a plant is seen at all; null where the model can't say.</param>
/// <param name="Embedding">The photos' place among others, of length 1, for a comparison with reference photos; null where the model gives none.</param>
/// <param name="Model">Which model spoke; null where none did.</param>
public sealed record Sighting(IReadOnlyList<SpeciesScore> Scores, double? PlantProbability, ReadOnlyMemory<float>? Embedding, VisionModel? Model);

/// <summary>Somebody who can name plants.</summary>
public interface IPlantVision
{
    /// <summary>Looks at one to five photos of one plant.</summary>
    Task<Sighting> LookAsync(IReadOnlyList<CleanPhoto> photos, CancellationToken cancellation);
}
