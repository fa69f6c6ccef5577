namespace Kundli.Features.Plants;

/// <summary>In which size a kept photo is wanted.</summary>
public enum PhotoSize
{
    /// <summary>As it is kept, at most <see cref="Limits.KeptSideMax"/> pixels along a side.</summary>
    Full,

    /// <summary>At most <see cref="Limits.ThumbnailSideMax"/> pixels along a side.</summary>
    Thumbnail,
}

/// <summary>Where photos are kept: as they came until they are analysed, then re-encoded without any metadata.</summary>
public interface IPhotoBlobs
{
    /// <summary>Keeps a photo as it came. Written over if it is there.</summary>
    Task PutIncomingAsync(string identificationId, int index, Stream content, CancellationToken cancellation);

    /// <summary>Reads a photo as it came; null when it is gone. Of one that is over the limit only the beginning is read.</summary>
    Task<byte[]?> GetIncomingAsync(string identificationId, int index, CancellationToken cancellation);

    /// <summary>Keeps a re-encoded photo and its thumbnail. Written over if they are there.</summary>
    Task PutPhotoAsync(string identificationId, int index, CleanPhoto photo, CancellationToken cancellation);

    /// <summary>Reads a kept photo, a JPEG; null when there is none.</summary>
    Task<byte[]?> GetPhotoAsync(string identificationId, int index, PhotoSize size, CancellationToken cancellation);

    /// <summary>Removes the first photos as they came.</summary>
    Task RemoveIncomingAsync(string identificationId, int count, CancellationToken cancellation);

    /// <summary>Removes every photo of an identification but those that were given for training.</summary>
    Task RemoveAllAsync(string identificationId, CancellationToken cancellation);
}
