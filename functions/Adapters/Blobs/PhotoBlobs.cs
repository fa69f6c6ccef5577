using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kundli.Features.Plants;

namespace Kundli.Adapters.Blobs;

/// <summary>
/// Photos as blobs: <c>incoming/{id}/{index}</c> as they came, <c>photos/{id}/{index}.jpg</c> re-encoded, <c>photos/{id}/{index}-small.jpg</c> beside it.
/// </summary>
public sealed class PhotoBlobs(BlobServiceClient service) : IPhotoBlobs
{
    private readonly BlobContainerClient _incoming = service.GetBlobContainerClient("incoming");
    private readonly BlobContainerClient _photos = service.GetBlobContainerClient("photos");

    /// <summary>Makes the containers where they are missing.</summary>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        await _incoming.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await _photos.CreateIfNotExistsAsync(cancellationToken: cancellation);
    }

    /// <inheritdoc/>
    public Task PutIncomingAsync(string identificationId, int index, Stream content, CancellationToken cancellation) =>
        // What a stranger sent is never served from here, and its type is not believed.
        _incoming.GetBlobClient($"{identificationId}/{index}").UploadAsync(
            content, new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/octet-stream" } }, cancellation);

    /// <inheritdoc/>
    public Task<byte[]?> GetIncomingAsync(string identificationId, int index, CancellationToken cancellation) =>
        // A photo that came in by its own address was measured before; the bound holds whatever lies there.
        _incoming.ReadPhotoAsync($"{identificationId}/{index}", new() { Range = new HttpRange(0, Limits.PhotoBytesMax) }, cancellation);

    /// <inheritdoc/>
    public Task PutPhotoAsync(string identificationId, int index, CleanPhoto photo, CancellationToken cancellation) => Task.WhenAll(
        _photos.PutJpegAsync(NameOf(identificationId, index, PhotoSize.Full), photo.Jpeg, cancellation),
        _photos.PutJpegAsync(NameOf(identificationId, index, PhotoSize.Thumbnail), photo.Thumbnail, cancellation));

    /// <inheritdoc/>
    public Task<byte[]?> GetPhotoAsync(string identificationId, int index, PhotoSize size, CancellationToken cancellation) =>
        _photos.ReadPhotoAsync(NameOf(identificationId, index, size), new(), cancellation);

    /// <inheritdoc/>
    public async Task RemoveIncomingAsync(string identificationId, int count, CancellationToken cancellation) =>
        await RemoveAsync(_incoming, count, index => $"{identificationId}/{index}", cancellation);

    /// <inheritdoc/>
    public async Task RemoveAllAsync(string identificationId, CancellationToken cancellation)
    {
        await RemoveIncomingAsync(identificationId, Limits.PhotosMax, cancellation);
        await RemoveAsync(_photos, Limits.PhotosMax, index => NameOf(identificationId, index, PhotoSize.Full), cancellation);
        await RemoveAsync(_photos, Limits.PhotosMax, index => NameOf(identificationId, index, PhotoSize.Thumbnail), cancellation);
    }

    private static string NameOf(string identificationId, int index, PhotoSize size) => $"{identificationId}/{index}{(size == PhotoSize.Thumbnail ? "-small" : "")}.jpg";

    private static async Task RemoveAsync(BlobContainerClient container, int count, Func<int, string> nameOf, CancellationToken cancellation) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(index => container.GetBlobClient(nameOf(index)).DeleteIfExistsAsync(cancellationToken: cancellation)));
}
