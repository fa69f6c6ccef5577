using Azure.Storage.Blobs;
using Kundli.Adapters.Blobs;
using Kundli.Features.Panchang;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Kundli.Adapters.Tests;

/// <summary>The store of the almanac where it is down, and where another release has written it.</summary>
[Collection(AzuriteFixture.Name)]
public sealed class AlmanacBlobTests(AzuriteFixture azurite)
{
    private static readonly (double, double) Delhi = (28.65195, 77.23149);

    [Fact]
    public async Task A_store_that_is_down_has_nothing_and_takes_nothing_and_refuses_nobody()
    {
        var blobs = new AlmanacBlobs(new BlobServiceClient("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:1/a"), NullLogger<AlmanacBlobs>.Instance);
        Assert.Null(await ((IPreparedDays)blobs).ReadAsync("release", null, default));
        Assert.Empty(await ((IAskedPlaces)blobs).ReadAsync(default));
        Assert.False(await ((IAskedPlaces)blobs).AddAsync(new Dictionary<(double, double), long> { [Delhi] = 1 }, default));
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ((IPreparedDays)blobs).ReadAsync("release", null, gone.Token));
    }

    [Fact]
    public async Task What_another_release_wrote_is_none_of_ours_whatever_its_form()
    {
        var service = new BlobServiceClient(azurite.ConnectionString);
        var blobs = (IPreparedDays)new AlmanacBlobs(service, NullLogger<AlmanacBlobs>.Instance);
        var text = "{\"a\":\"Ō\"}"u8.ToArray();
        await blobs.SaveAsync(new("ours", new Dictionary<(double, double), PreparedPlace> { [Delhi] = new("Asia/Kolkata", new Dictionary<DateOnly, ReadOnlyMemory<byte>> { [new(2026, 11, 23)] = text }) }), default);
        var read = (await blobs.ReadAsync("ours", null, default))!.Value;
        Assert.Equal(text, read.Days.Places[Delhi].Texts[new(2026, 11, 23)].ToArray());
        Assert.Null(await blobs.ReadAsync("ours", read.Tag, default));

        using var strange = new MemoryStream();
        await using (var brotli = new System.IO.Compression.BrotliStream(strange, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            await brotli.WriteAsync("theirs\nno fields at all\n"u8.ToArray());
        strange.Position = 0;
        await service.GetBlobContainerClient("almanac").GetBlobClient("days").UploadAsync(strange, overwrite: true);
        Assert.Empty((await blobs.ReadAsync("ours", read.Tag, default))!.Value.Days.Places);
    }
}
