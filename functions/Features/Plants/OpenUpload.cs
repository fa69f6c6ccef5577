using System.Security.Cryptography;
using FluentValidation;
using Kundli.Features.Due;

namespace Kundli.Features.Plants;

/// <summary>Asks for addresses to send photos to, past this app and straight into the store.</summary>
/// <param name="Count">How many photos; 1 to <see cref="Limits.PhotosMax"/>.</param>
public sealed record UploadRequest(int Count = 1);

/// <summary>The rules of <see cref="UploadRequest"/>.</summary>
public sealed class UploadRequestRules : AbstractValidator<UploadRequest>
{
    /// <summary>States them.</summary>
    public UploadRequestRules() => RuleFor(request => request.Count).InclusiveBetween(1, Limits.PhotosMax).WithMessage($"must be from 1 to {Limits.PhotosMax}.");
}

/// <summary>Where one photo is to be sent, once.</summary>
/// <param name="Url">The address; it holds its own permission, so it is nobody else's business.</param>
/// <param name="Method">The verb to send it with.</param>
/// <param name="Headers">The headers to send with it.</param>
public sealed record UploadSlot(Uri Url, string Method, IReadOnlyDictionary<string, string> Headers);

/// <summary>Addresses for photos.</summary>
/// <param name="Id">Under which the photos are submitted afterwards, and then their result is read.</param>
/// <param name="ExpiresAt">Until when the addresses take photos.</param>
/// <param name="Photos">One address a photo, in the order in which they will be analysed.</param>
public sealed record OpenedUpload(string Id, DateTimeOffset ExpiresAt, IReadOnlyList<UploadSlot> Photos);

/// <summary>A photo that came in by its own address.</summary>
/// <param name="Bytes">Its length.</param>
/// <param name="Head">Its first bytes, at most <see cref="Limits.HeaderBytesMax"/>.</param>
public sealed record ArrivedPhoto(long Bytes, byte[] Head);

/// <summary>Addresses that take one photo each for a short time.</summary>
public interface IUploadSlots
{
    /// <summary>An address for one photo: it may be created once, and neither read nor written over.</summary>
    Task<UploadSlot> OpenAsync(string identificationId, int index, DateTimeOffset until, CancellationToken cancellation);

    /// <summary>What has come in at one; null while nothing has.</summary>
    Task<ArrivedPhoto?> FindAsync(string identificationId, int index, CancellationToken cancellation);
}

/// <summary>Opens addresses for large photos from slow networks. What comes in and is never submitted is removed within the hour.</summary>
public sealed class OpenUpload(IUploadSlots slots, IDueMarkers markers, TimeProvider time)
{
    /// <summary>The kind of the markers that remove what was never submitted.</summary>
    public const string DueKind = "plant-upload";

    /// <summary>Opens them.</summary>
    public async Task<Outcome<OpenedUpload>> RunAsync(UploadRequest request, CancellationToken cancellation)
    {
        var (id, now) = (RandomNumberGenerator.GetHexString(32, lowercase: true), time.GetUtcNow());
        await markers.SetAsync(new(DueKind, id, now + Limits.UploadRetention), cancellation);
        var opened = new List<UploadSlot>(request.Count);
        for (var index = 0; index < request.Count; index++)
            opened.Add(await slots.OpenAsync(id, index, now + Limits.UploadTime, cancellation));
        return new OpenedUpload(id, now + Limits.UploadTime, opened);
    }
}

/// <summary>Removes photos that came in by their own addresses and were never submitted.</summary>
public sealed class RemoveUploads(IIdentificationStore identifications, IPhotoBlobs blobs) : IDueWork
{
    /// <inheritdoc/>
    public string Kind => OpenUpload.DueKind;

    /// <inheritdoc/>
    public async Task<DateTimeOffset?> RunAsync(string targetId, CancellationToken cancellation)
    {
        // What was submitted belongs to its identification, which has markers of its own.
        if (await identifications.FindAsync(targetId, cancellation) is null)
            await blobs.RemoveIncomingAsync(targetId, Limits.PhotosMax, cancellation);
        return null;
    }
}
