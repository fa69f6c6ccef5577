using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Kundli.LocalHost.Azurite;

/// <summary>
/// Lets a page of any origin put photos straight into the local store, as the template lets the pages' own origins on Azure (infra/modules/storage.bicep):
/// the store answers on a port of its own, which to a browser is another site.
/// </summary>
internal static class BrowserUploads
{
    private const int MinutesAnAnswerHolds = 10;

    /// <summary>Writes the rule beside the store's other properties, without which the store refuses it; writing it again changes nothing.</summary>
    public static async Task AllowAsync(string connectionString, CancellationToken cancellation)
    {
        var service = new BlobServiceClient(connectionString);
        BlobServiceProperties properties = await service.GetPropertiesAsync(cancellation);
        properties.Cors =
        [
            new BlobCorsRule
            {
                AllowedOrigins = "*",
                AllowedMethods = "PUT",
                AllowedHeaders = "x-ms-blob-type,content-type",
                ExposedHeaders = "",
                MaxAgeInSeconds = MinutesAnAnswerHolds * 60,
            },
        ];
        await service.SetPropertiesAsync(properties, cancellation);
    }
}
