using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Kundli.Features.Plants;

namespace Kundli.Adapters.Blobs;

/// <summary>
/// Addresses of <c>incoming/{id}/{index}</c> that let one blob be created and nothing else. They are signed by the account's key where the connection
/// string holds it, else by a key that the app's identity is lent for an hour.
/// </summary>
public sealed class BlobUploadSlots(BlobServiceClient service, TimeProvider time) : IUploadSlots
{
    private static readonly TimeSpan LentKeyTime = TimeSpan.FromHours(1);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    private readonly BlobContainerClient _incoming = service.GetBlobContainerClient("incoming");

    private volatile UserDelegationKey? _lent;

    /// <inheritdoc/>
    public async Task<UploadSlot> OpenAsync(string identificationId, int index, DateTimeOffset until, CancellationToken cancellation)
    {
        var blob = _incoming.GetBlobClient($"{identificationId}/{index}");
        var grant = new BlobSasBuilder(BlobSasPermissions.Create, until)
        {
            BlobContainerName = blob.BlobContainerName,
            BlobName = blob.Name,
            Resource = "b",
            Protocol = blob.Uri.Scheme == Uri.UriSchemeHttps ? SasProtocol.Https : SasProtocol.HttpsAndHttp,
        };
        var url = blob.CanGenerateSasUri
            ? blob.GenerateSasUri(grant)
            : new BlobUriBuilder(blob.Uri) { Sas = grant.ToSasQueryParameters(await LentKeyAsync(until, cancellation), blob.AccountName) }.ToUri();
        return new(url, "PUT", new Dictionary<string, string>(StringComparer.Ordinal) { ["x-ms-blob-type"] = "BlockBlob", ["Content-Type"] = "application/octet-stream" });
    }

    /// <inheritdoc/>
    public async Task<ArrivedPhoto?> FindAsync(string identificationId, int index, CancellationToken cancellation)
    {
        var blob = _incoming.GetBlobClient($"{identificationId}/{index}");
        try
        {
            var answer = await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(0, Limits.HeaderBytesMax) }, cancellation);
            return new(LengthOf(answer.Value.Details), answer.Value.Content.ToArray());
        }
        catch (RequestFailedException empty) when (empty.Status == 416)
        {
            return new(0, []);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    // The range of the answer ends with the length of the whole: "bytes 0-262143/4194304".
    private static long LengthOf(BlobDownloadDetails details) =>
        details.ContentRange?.Split('/') is [_, var whole] ? long.Parse(whole, System.Globalization.CultureInfo.InvariantCulture) : details.ContentLength;

    private async Task<UserDelegationKey> LentKeyAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        if (_lent is { } known && known.SignedExpiresOn > until)
            return known;
        var now = time.GetUtcNow();
        UserDelegationKey lent = await service.GetUserDelegationKeyAsync(now - ClockSkew, now + LentKeyTime, cancellation);
        _lent = lent;
        return lent;
    }
}
