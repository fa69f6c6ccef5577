using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kundli.Features.Journal;
using Kundli.Features.Plants;

namespace Kundli.Adapters.Blobs;

/// <summary>Photos of journals: <c>journal/{userId}/{entryId}.jpg</c> and <c>…-small.jpg</c>. Under the person's own folder, so that erasing finds all of them.</summary>
public sealed class JournalPhotoBlobs(BlobServiceClient service) : IJournalPhotos
{
    private readonly BlobContainerClient _journal = service.GetBlobContainerClient("journal");

    /// <summary>Makes the container where it is missing.</summary>
    public Task EnsureAsync(CancellationToken cancellation) => _journal.CreateIfNotExistsAsync(cancellationToken: cancellation);

    /// <inheritdoc/>
    public Task PutAsync(string userId, string entryId, byte[] jpeg, byte[] thumbnail, CancellationToken cancellation) => Task.WhenAll(
        _journal.PutJpegAsync(NameOf(userId, entryId, PhotoSize.Full), jpeg, cancellation), _journal.PutJpegAsync(NameOf(userId, entryId, PhotoSize.Thumbnail), thumbnail, cancellation));

    /// <inheritdoc/>
    public Task<byte[]?> GetAsync(string userId, string entryId, PhotoSize size, CancellationToken cancellation) => _journal.ReadPhotoAsync(NameOf(userId, entryId, size), new(), cancellation);

    /// <inheritdoc/>
    public Task RemoveAsync(string userId, string entryId, CancellationToken cancellation) => Task.WhenAll(
        Enum.GetValues<PhotoSize>().Select(size => _journal.DeleteBlobIfExistsAsync(NameOf(userId, entryId, size), cancellationToken: cancellation)));

    /// <inheritdoc/>
    public async Task RemoveAllAsync(string userId, CancellationToken cancellation)
    {
        await foreach (var blob in _journal.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{userId}/", cancellation))
            await _journal.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
    }

    private static string NameOf(string userId, string entryId, PhotoSize size) => $"{userId}/{entryId}{(size == PhotoSize.Thumbnail ? "-small" : "")}.jpg";
}
