namespace Kundli.Features.Plants;

/// <summary>What may be said, given what the model saw.</summary>
public static class Judgement
{
    /// <summary>The result of an analysis. Without a model that knows species nothing is claimed: a plant is neither named nor denied.</summary>
    public static PlantResult Of(Sighting sighting, IReadOnlyList<SeenPhoto> photos) =>
        new(null, Verdict.Unsure, [], null, sighting.Model, photos);
}
