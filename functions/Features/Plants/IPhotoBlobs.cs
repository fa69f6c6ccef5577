namespace Kundli.Features.Plants;

/// <summary>Where photos are kept: as they came until they are analysed, then re-encoded without any metadata.</summary>
public interface IPhotoBlobs
{
    /// <summary>Keeps a photo as it came. Written over if it is there.</summary>
    Task PutIncomingAsync(string identificationId, int index, Stream content, CancellationToken cancellation);

    /// <summary>Reads a photo as it came; null when it is gone.</summary>
    Task<byte[]?> GetIncomingAsync(string identificationId, int index, CancellationToken cancellation);

    /// <summary>Keeps a re-encoded photo, a JPEG. Written over if it is there.</summary>
    Task PutPhotoAsync(string identificationId, int index, ReadOnlyMemory<byte> jpeg, CancellationToken cancellation);

    /// <summary>Removes the first photos as they came.</summary>
    Task RemoveIncomingAsync(string identificationId, int count, CancellationToken cancellation);

    /// <summary>Removes every photo of an identification.</summary>
    Task RemoveAllAsync(string identificationId, CancellationToken cancellation);
}
