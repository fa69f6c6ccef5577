using Azure;
using Azure.Storage.Blobs;
using Kundli.Adapters.Documents;
using Kundli.Features.Catalog;

namespace Kundli.Adapters.Blobs;

/// <summary>Batches of products and what became of them: <c>imports/{id}</c> and <c>imports/{id}.report</c>.</summary>
public sealed class CatalogImportBlobs(BlobServiceClient service) : ICatalogImports
{
    private readonly BlobContainerClient _container = service.GetBlobContainerClient("imports");

    /// <inheritdoc/>
    public async Task KeepAsync(string id, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await _container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        await _container.GetBlobClient(id).UploadAsync(BinaryData.FromBytes(content), overwrite: true, cancellation);
    }

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(string id, CancellationToken cancellation) => (await DownloadAsync(id, cancellation))?.ToArray();

    /// <inheritdoc/>
    public Task ReportAsync(ImportReport report, CancellationToken cancellation) =>
        _container.GetBlobClient(ReportOf(report.Id)).UploadAsync(BinaryData.FromObjectAsJson(report, TypedDocuments.Json), overwrite: true, cancellation);

    /// <inheritdoc/>
    public async Task<ImportReport?> ReadReportAsync(string id, CancellationToken cancellation) =>
        (await DownloadAsync(ReportOf(id), cancellation))?.ToObjectFromJson<ImportReport>(TypedDocuments.Json);

    private static string ReportOf(string id) => $"{id}.report";

    private async Task<BinaryData?> DownloadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await _container.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
