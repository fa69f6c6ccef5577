namespace Kundli.Features.Plants;

/// <summary>How likely one species is.</summary>
/// <param name="Slug">Its key in the species table.</param>
/// <param name="Probability">0 to 1; over all species and "not a plant" it sums to 1.</param>
public readonly record struct SpeciesScore(string Slug, double Probability)
{
    /// <summary>The botanical name, where the species may not be in the table; else null.</summary>
    public string? ScientificName { get; init; }
}

/// <summary>From which probabilities on a model is believed; fitted with the model on photos that it was not trained on.</summary>
/// <param name="Identify">The first species is named from this probability on.</param>
/// <param name="Margin">And when it is so far ahead of the second.</param>
/// <param name="NotAPlant">"Not a plant" is said from this probability on.</param>
/// <param name="Genus">A genus is named when its species sum up to this.</param>
public sealed record VisionThresholds(double Identify, double Margin, double NotAPlant, double Genus);

/// <summary>How reference photos weigh against a model: their odds against everything that it knows are exp((similarity - Even) / Spread).</summary>
/// <param name="Even">The similarity at which a reference species is as likely as everything that the model knows together.</param>
/// <param name="Spread">The similarity by which the odds grow e-fold.</param>
public sealed record PrototypeRule(double Even, double Spread);

/// <summary>What a model says about the photos of one plant together.</summary>
/// <param name="Scores">Every species that the model knows, in any order.</param>
/// <param name="PlantProbability">How likely a plant is seen at all; null where the model can't say.</param>
/// <param name="Model">Which model spoke; null where none did.</param>
/// <param name="Thresholds">From which probabilities on it is believed.</param>
public sealed record Sighting(IReadOnlyList<SpeciesScore> Scores, double? PlantProbability, VisionModel? Model, VisionThresholds Thresholds)
{
    /// <summary>One vector of length 1 per photo: its place among others, for a comparison with reference photos; empty where the model gives none.</summary>
    public IReadOnlyList<ReadOnlyMemory<float>> Embeddings { get; init; } = [];

    /// <summary>How reference photos weigh against the model; null where they can't be compared.</summary>
    public PrototypeRule? Prototypes { get; init; }
}

/// <summary>Our own eye: a net that names plants in this process.</summary>
public interface IPlantVision
{
    /// <summary>Loads the net where that was not done yet; it takes a second.</summary>
    void Load();

    /// <summary>Looks at one to five photos of one plant.</summary>
    Task<Sighting> LookAsync(IReadOnlyList<CleanPhoto> photos, CancellationToken cancellation);
}
