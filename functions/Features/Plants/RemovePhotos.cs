using Kundli.Features.Due;

namespace Kundli.Features.Plants;

/// <summary>Removes photos and results when their time is over, and what an upload that was never finished left behind.</summary>
public sealed class RemovePhotos(IPhotoBlobs blobs, IIdentificationStore identifications) : IDueWork
{
    /// <summary>The kind of the markers that end an identification's time.</summary>
    public const string DueKind = "plant-retention";

    /// <inheritdoc/>
    public string Kind => DueKind;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        await blobs.RemoveAllAsync(targetId, cancellation);
        await identifications.RemoveAsync(targetId, cancellation);
        return null;
    }
}
