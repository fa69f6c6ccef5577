using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Kundli.Adapters.Blobs;

/// <summary>Photos of ours: re-encoded JPEGs.</summary>
internal static class Jpegs
{
    /// <summary>Keeps one. Written over if it is there.</summary>
    public static Task PutJpegAsync(this BlobContainerClient container, string name, byte[] jpeg, CancellationToken cancellation) => container.GetBlobClient(name).UploadAsync(
        BinaryData.FromBytes(jpeg), new BlobUploadOptions { HttpHeaders = new() { ContentType = "image/jpeg" } }, cancellation);

    /// <summary>Reads a photo, or the part of it that the options name; null when there is none.</summary>
    public static async Task<byte[]?> ReadPhotoAsync(this BlobContainerClient container, string name, BlobDownloadOptions options, CancellationToken cancellation)
    {
        try
        {
            var answer = await container.GetBlobClient(name).DownloadContentAsync(options, cancellation);
            return answer.Value.Content.ToArray();
        }
        // 416: there is a blob, and nothing in it.
        catch (RequestFailedException missing) when (missing.Status is 404 or 416)
        {
            return null;
        }
    }
}
