using System.Buffers;
using System.Security.Cryptography;
using Kundli.Features.Due;

namespace Kundli.Features.Plants;

/// <summary>One part of an upload: a photo as it streams in.</summary>
/// <param name="Content">Its bytes; read once, before the next part is asked for.</param>
public sealed record PhotoPart(Stream Content);

/// <summary>An upload as it streams in: photos first, and what the sender says that they show once all parts have been read.</summary>
public interface IPhotoUpload
{
    /// <summary>The photos in the order sent, or the first problem with the upload itself.</summary>
    IAsyncEnumerable<Outcome<PhotoPart>> PartsAsync(CancellationToken cancellation);

    /// <summary>What the photo at a place shows; <see cref="Organ.Auto"/> where nothing is said. To be asked after the parts were read.</summary>
    Outcome<Organ> OrganOf(int index);
}

/// <summary>An upload that was accepted.</summary>
/// <param name="Id">Under which the result can be read.</param>
/// <param name="Status">Always <see cref="IdentificationStatus.Queued"/>.</param>
public sealed record SubmittedIdentification(string Id, IdentificationStatus Status);

/// <summary>
/// Takes photos in. Headers are checked before anything is kept, nothing is decoded here. What must not be forgotten is noted first: the removal
/// before the first photo is kept, the analysis before the document is there; the message comes last of all, from the caller.
/// </summary>
public sealed class SubmitPhotos(IPhotoBlobs blobs, IIdentificationStore identifications, IDueMarkers markers, TimeProvider time)
{
    /// <summary>The upload has no photo, or too many.</summary>
    public static readonly Problem BadCount = Problem.Invalid(new FieldError("/images", $"must be 1 to {Limits.PhotosMax} photos."));

    /// <summary>A photo, or all of them together, have too many bytes.</summary>
    public static readonly Problem TooLarge = new("photos-too-large", "The photos are too large.")
    {
        Detail = $"A photo has at most {Limits.PhotoBytesMax / (1024 * 1024)} MiB, and all of them at most {Limits.RequestBytesMax / (1024 * 1024)} MiB.",
    };

    /// <summary>Checks and keeps the photos, and notes that they are to be analysed.</summary>
    public async Task<Outcome<SubmittedIdentification>> RunAsync(Caller caller, IPhotoUpload upload, CancellationToken cancellation)
    {
        var identification = new Identification(RandomNumberGenerator.GetHexString(32, lowercase: true), caller.UserId, time.GetUtcNow(), []);
        var kept = await KeepAsync(identification, upload, cancellation);
        var told = kept.Then(photos => WithOrgans(photos, upload));
        if (!told.IsOk)
        {
            await blobs.RemoveAllAsync(identification.Id, cancellation);
            return told.Problem;
        }
        identification = identification with { Photos = told.Value };
        await markers.SetAsync(new(AnalysePhotos.DueKind, identification.Id, identification.RedriveAt), cancellation);
        await identifications.AddAsync(identification, cancellation);
        return new SubmittedIdentification(identification.Id, identification.Status);
    }

    private async Task<Outcome<IReadOnlyList<SentPhoto>>> KeepAsync(Identification identification, IPhotoUpload upload, CancellationToken cancellation)
    {
        var photos = new List<SentPhoto>(Limits.PhotosMax);
        long bytes = 0;
        await foreach (var part in upload.PartsAsync(cancellation))
        {
            if (!part.IsOk)
                return part.Problem;
            if (photos.Count == Limits.PhotosMax)
                return BadCount;
            var photo = await KeepAsync(identification, photos.Count, part.Value.Content, Limits.RequestBytesMax - bytes, cancellation);
            if (!photo.IsOk)
                return At(photo.Problem, photos.Count);
            photos.Add(photo.Value);
            bytes += photo.Value.Bytes;
        }
        return photos.Count == 0 ? BadCount : photos;
    }

    private async Task<Outcome<SentPhoto>> KeepAsync(Identification identification, int index, Stream content, long bytesLeft, CancellationToken cancellation)
    {
        // Lent: so large an array a photo would only be collected with the oldest.
        using var lent = MemoryPool<byte>.Shared.Rent(Limits.HeaderBytesMax);
        var head = lent.Memory[..Limits.HeaderBytesMax];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        var header = PhotoHeader.Read(head.Span[..length]);
        if (!header.IsOk)
            return header.Problem;
        // Noted before the first byte is kept, so that what a dying process leaves behind is removed in the end.
        if (index == 0)
            await markers.SetAsync(new(RemovePhotos.DueKind, identification.Id, identification.ExpiresAt), cancellation);
        using var bounded = new BoundedStream(head[..length], content, Math.Min(Limits.PhotoBytesMax, bytesLeft));
        await blobs.PutIncomingAsync(identification.Id, index, bounded, cancellation);
        return bounded.IsOverLimit ? TooLarge : new SentPhoto(header.Value.Format, bounded.Length, Organ.Auto);
    }

    private static Outcome<IReadOnlyList<SentPhoto>> WithOrgans(IReadOnlyList<SentPhoto> photos, IPhotoUpload upload)
    {
        var organs = photos.Select((_, index) => upload.OrganOf(index)).ToList();
        return organs.Find(organ => !organ.IsOk).Problem is { } problem
            ? problem
            : photos.Select((photo, index) => photo with { Organ = organs[index].Value }).ToList();
    }

    internal static Problem At(Problem problem, int index) =>
        problem with { Errors = [new($"/images/{index}", problem.Detail ?? problem.Title)] };
}
