using Kundli.Features.Privacy;

namespace Kundli.Features.Plants;

/// <summary>
/// Who is asked for a plant's name, and in which order: our own net first, whose photos stay here, with the species of reference photos; then, where
/// it sees a plant that it can't name, and only with the customer's consent, a service outside. A guest has consented to nothing.
/// </summary>
public sealed class NamePlant(IPlantVision own, IPrototypeStore prototypes, IOutsideVision outside, IConsents consents, ISpeciesTable table)
{
    /// <summary>Loads our own net where that was not done yet.</summary>
    public void Load() => own.Load();

    /// <summary>The best word on the photos.</summary>
    /// <param name="owner">Whose photos; null for a guest's.</param>
    /// <param name="photos">Decoded and cleaned.</param>
    /// <param name="organs">What each shows, in the same order.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Sighting> RunAsync(string? owner, IReadOnlyList<CleanPhoto> photos, IReadOnlyList<Organ> organs, CancellationToken cancellation)
    {
        var seen = Prototypes.Join(await own.LookAsync(photos, cancellation), await prototypes.AllAsync(cancellation));
        if (Judgement.Of(seen, table, []).Verdict != Verdict.Unsure || !await consents.MayAsync(owner, ConsentPurpose.ModelProvider, cancellation))
            return seen;
        var told = await outside.AskAsync([.. photos.Zip(organs, (photo, organ) => new OutsidePhoto(photo.Jpeg, organ))], cancellation);
        // Whether a plant is seen at all stays our own net's word.
        return told is { Scores.Count: > 0 } ? told with { PlantProbability = seen.PlantProbability } : seen;
    }
}
