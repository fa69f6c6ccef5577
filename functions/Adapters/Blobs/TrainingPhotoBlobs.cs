using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kundli.Adapters.Documents;
using Kundli.Features.Plants;

namespace Kundli.Adapters.Blobs;

/// <summary>
/// Photos given for training: <c>training/{id}/{slug}/{index}.jpg</c>, and for a customer <c>customers / {userId} / training|{id}</c>, which leads to
/// them. A guest's lead to nobody.
/// </summary>
public sealed class TrainingPhotoBlobs(BlobServiceClient service, IDocuments documents, IPhotoBlobs photos) : ITrainingPhotos
{
    private const string ListPrefix = "training|";

    private readonly BlobContainerClient _training = service.GetBlobContainerClient("training");

    /// <summary>Makes the container where it is missing.</summary>
    public Task EnsureAsync(CancellationToken cancellation) => _training.CreateIfNotExistsAsync(cancellationToken: cancellation);

    /// <inheritdoc/>
    public async Task KeepAsync(Identification identification, string slug, DateTimeOffset until, CancellationToken cancellation)
    {
        // The line first: what is in no list could not be taken back.
        if (identification.Owner is { } owner)
            await NoteAsync(owner, identification.Id, until, cancellation);
        for (var index = 0; index < identification.Photos.Count; index++)
            if (await photos.GetPhotoAsync(identification.Id, index, PhotoSize.Full, cancellation) is { } jpeg)
                await _training.PutJpegAsync($"{identification.Id}/{slug}/{index}.jpg", jpeg, cancellation);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string identificationId, CancellationToken cancellation)
    {
        await foreach (var blob in _training.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{identificationId}/", cancellation))
            await _training.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> OfAsync(string owner, int limit, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(ListOf(owner), IdRange.Prefix(ListPrefix), limit, null, cancellation);
        return [.. page.Items.Select(item => item.Id[ListPrefix.Length..])];
    }

    /// <inheritdoc/>
    public async Task RemoveEntryAsync(string owner, string identificationId, CancellationToken cancellation)
    {
        if (await documents.ReadAsync(ListOf(owner), ListPrefix + identificationId, cancellation) is { } stored)
            await documents.DeleteAsync(ListOf(owner), stored.Id, stored.ETag, cancellation);
    }

    private async Task NoteAsync(string owner, string identificationId, DateTimeOffset until, CancellationToken cancellation)
    {
        var before = await documents.ReadAsync(ListOf(owner), ListPrefix + identificationId, cancellation);
        await documents.SaveAsync(ListOf(owner), TypedDocuments.Document(ListPrefix + identificationId, new Given(until), until), before?.ETag, cancellation);
    }

    private static Partition ListOf(string owner) => new(Containers.Customers, owner);

    private sealed record Given(DateTimeOffset Until);
}
