using System.IO.Compression;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kundli.Adapters.Documents;
using Kundli.Features.Catalog;

namespace Kundli.Adapters.Blobs;

/// <summary>
/// Catalog snapshots as Brotli-compressed JSON, one immutable blob each, and the blob <c>newest</c> that names the version and moves by ETag. A reader
/// that has the newest version makes one call, another makes two.
/// </summary>
public sealed class CatalogSnapshotBlobs(BlobServiceClient service) : ICatalogSnapshots
{
    private const int ReadsMax = 3;
    private readonly BlobContainerClient _container = service.GetBlobContainerClient("catalog");

    private BlobClient Newest => _container.GetBlobClient("newest");

    /// <inheritdoc/>
    public async Task<CatalogSnapshot?> ReadNewerAsync(long known, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (pointer, _) = await PointerAsync(cancellation);
            if (pointer.Version <= known)
                return null;
            try
            {
                var packed = await _container.GetBlobClient(pointer.Name).DownloadContentAsync(cancellation);
                using var plain = new BrotliStream(packed.Value.Content.ToStream(), CompressionMode.Decompress);
                return await JsonSerializer.DeserializeAsync<CatalogSnapshot>(plain, TypedDocuments.Json, cancellation);
            }
            catch (RequestFailedException error) when (error.Status == 404 && attempt < ReadsMax)
            {
                // Two newer versions were published since the pointer was read: read it again.
            }
        }
    }

    /// <inheritdoc/>
    public async Task<bool> PublishAsync(CatalogSnapshot snapshot, CancellationToken cancellation)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var (pointer, tag) = await PointerAsync(cancellation);
        if (pointer.Version != snapshot.Version - 1)
            return false;
        var name = $"snapshot-{snapshot.Version}-{Guid.NewGuid():N}";
        using var packed = new MemoryStream();
        await using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await JsonSerializer.SerializeAsync(brotli, snapshot, TypedDocuments.Json, cancellation);
        packed.Position = 0;
        await _container.GetBlobClient(name).UploadAsync(packed, overwrite: false, cancellation);
        var moved = await MoveAsync(new Pointer(snapshot.Version, name, pointer.Name), tag, cancellation);
        // The version before stays for readers on their way to it; the one before that has none any more. A loser takes its own blob away.
        var old = moved ? pointer.Previous : name;
        if (old.Length > 0)
            await _container.DeleteBlobIfExistsAsync(old, cancellationToken: cancellation);
        return moved;
    }

    private async Task<(Pointer Pointer, ETag? Tag)> PointerAsync(CancellationToken cancellation)
    {
        try
        {
            var found = await Newest.DownloadContentAsync(cancellation);
            return (found.Value.Content.ToObjectFromJson<Pointer>(TypedDocuments.Json)!, found.Value.Details.ETag);
        }
        catch (RequestFailedException error) when (error.Status == 404)
        {
            return (new Pointer(0, "", ""), null);
        }
    }

    private async Task<bool> MoveAsync(Pointer pointer, ETag? tag, CancellationToken cancellation)
    {
        var conditions = tag is { } known ? new BlobRequestConditions { IfMatch = known } : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await Newest.UploadAsync(BinaryData.FromObjectAsJson(pointer, TypedDocuments.Json), new BlobUploadOptions { Conditions = conditions }, cancellation);
            return true;
        }
        catch (RequestFailedException error) when (error.Status is 409 or 412)
        {
            // A lost answer of our own move counts as done.
            return (await PointerAsync(cancellation)).Pointer.Name == pointer.Name;
        }
    }

    private sealed record Pointer(long Version, string Name, string Previous);
}
