using Kundli.Features.Plants;

namespace Kundli.Adapters.Vision;

/// <summary>Looks without a trained model: it knows no species and says so.</summary>
public sealed class UntrainedVision : IPlantVision
{
    /// <inheritdoc/>
    public Task<Sighting> LookAsync(IReadOnlyList<CleanPhoto> photos, CancellationToken cancellation) => Task.FromResult(new Sighting([], null, null, null));
}
