using Kundli.Features.Due;

namespace Kundli.Features.Plants;

/// <summary>Removes photos that were given for training when their time is over.</summary>
public sealed class RemoveTrainingPhotos(ITrainingPhotos training) : IDueWork
{
    /// <summary>The kind of the markers that end their time.</summary>
    public const string DueKind = "plant-training";

    /// <inheritdoc/>
    public string Kind => DueKind;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        await training.RemoveAsync(targetId, cancellation);
        return null;
    }
}
