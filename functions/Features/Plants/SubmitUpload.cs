using FluentValidation;
using Kundli.Features.Due;

namespace Kundli.Features.Plants;

/// <summary>Says that the photos of an upload are all there.</summary>
/// <param name="Organs">What each photo shows, in the order of the addresses; may be shorter or absent.</param>
public sealed record UploadedPhotos(IReadOnlyList<Organ>? Organs = null);

/// <summary>The rules of <see cref="UploadedPhotos"/>.</summary>
public sealed class UploadedPhotosRules : AbstractValidator<UploadedPhotos>
{
    /// <summary>States them.</summary>
    public UploadedPhotosRules() => RuleFor(photos => photos.Organs).Must(organs => organs is null || organs.Count <= Limits.PhotosMax).WithMessage($"has at most {Limits.PhotosMax} entries.");
}

/// <summary>
/// Takes photos in that came by their own addresses, under the rules of those that come through this app: headers are checked, nothing is decoded
/// here. Submitting twice is answered like once.
/// </summary>
public sealed class SubmitUpload(IUploadSlots slots, IPhotoBlobs blobs, IIdentificationStore identifications, IDueMarkers markers, TimeProvider time)
{
    /// <summary>Checks what has come in, and notes that it is to be analysed.</summary>
    public async Task<Outcome<SubmittedIdentification>> RunAsync(Caller caller, string id, UploadedPhotos uploaded, CancellationToken cancellation)
    {
        if (!ReadIdentification.IsId(id))
            return Problem.NotFound();
        if (await identifications.FindAsync(id, cancellation) is { } known)
            return known.Value.IsVisibleTo(caller) ? new SubmittedIdentification(id, known.Value.Status) : Problem.NotFound();
        var photos = await ArrivedAsync(id, uploaded, cancellation);
        if (!photos.IsOk)
        {
            await blobs.RemoveIncomingAsync(id, Limits.PhotosMax, cancellation);
            return photos.Problem;
        }
        var identification = new Identification(id, caller.UserId, time.GetUtcNow(), photos.Value);
        await markers.SetAsync(new(RemovePhotos.DueKind, id, identification.ExpiresAt), cancellation);
        await markers.SetAsync(new(AnalysePhotos.DueKind, id, identification.RedriveAt), cancellation);
        await identifications.AddAsync(identification, cancellation);
        return new SubmittedIdentification(id, identification.Status);
    }

    private async Task<Outcome<IReadOnlyList<SentPhoto>>> ArrivedAsync(string id, UploadedPhotos uploaded, CancellationToken cancellation)
    {
        var photos = new List<SentPhoto>(Limits.PhotosMax);
        while (photos.Count < Limits.PhotosMax && await slots.FindAsync(id, photos.Count, cancellation) is { } arrived)
        {
            if (arrived.Bytes > Limits.PhotoBytesMax || photos.Sum(photo => photo.Bytes) + arrived.Bytes > Limits.RequestBytesMax)
                return SubmitPhotos.At(SubmitPhotos.TooLarge, photos.Count);
            var header = PhotoHeader.Read(arrived.Head);
            if (!header.IsOk)
                return SubmitPhotos.At(header.Problem, photos.Count);
            photos.Add(new(header.Value.Format, arrived.Bytes, uploaded.Organs is { } organs && photos.Count < organs.Count ? organs[photos.Count] : Organ.Auto));
        }
        return photos.Count == 0 ? SubmitPhotos.BadCount : photos;
    }
}
