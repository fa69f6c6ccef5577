namespace Kundli.Features.Plants;

/// <summary>Shows a photo as it is kept: re-encoded, without place, time or camera.</summary>
public sealed class ReadPhoto(IIdentificationStore identifications, IPhotoBlobs blobs)
{
    /// <summary>The photo as a JPEG; one of another customer is not found, nor one before its analysis.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">The identification.</param>
    /// <param name="index">Its place among the photos sent, from 0.</param>
    /// <param name="size">Whole or small.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome<byte[]>> RunAsync(Caller caller, string id, string index, PhotoSize size, CancellationToken cancellation)
    {
        if (!ReadIdentification.IsId(id) || !(index is [var digit] && char.IsAsciiDigit(digit)))
            return Problem.NotFound();
        if (await identifications.FindAsync(id, cancellation) is not { } stored || !stored.Value.IsVisibleTo(caller))
            return Problem.NotFound();
        return await blobs.GetPhotoAsync(id, digit - '0', size, cancellation) is { } jpeg ? jpeg : Problem.NotFound();
    }
}
