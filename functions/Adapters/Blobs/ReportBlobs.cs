using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Kundli.Adapters.Blobs;

/// <summary>Printed reports as blobs, by the names that their documents give them.</summary>
public sealed class ReportBlobs(BlobServiceClient service)
{
    private readonly BlobContainerClient _container = service.GetBlobContainerClient("reports");

    /// <summary>Keeps a file, over one of the same name.</summary>
    public async Task PutAsync(string name, byte[] pdf, CancellationToken cancellation)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await _container.GetBlobClient(name).UploadAsync(BinaryData.FromBytes(pdf), new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/pdf" } }, cancellation);
    }

    /// <summary>The file, or null.</summary>
    public async Task<byte[]?> GetAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await _container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Removes a file; a missing one, or a missing container, is removed already.</summary>
    public async Task RemoveAsync(string name, CancellationToken cancellation)
    {
        try
        {
            await _container.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // No report was ever printed.
        }
    }
}
