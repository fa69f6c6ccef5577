using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Kundli.Adapters.Blobs;
using Kundli.Features.Catalog;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

/// <summary>How often a list of products goes to storage: counted at the wire, on the real blob adapter.</summary>
[Collection(AzuriteFixture.Name)]
public sealed class CatalogCallsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_list_makes_two_storage_calls_at_most_and_none_within_five_seconds_of_the_last_look()
    {
        using var counter = new CountingHandler();
        using var http = new HttpClient(counter);
        var service = new BlobServiceClient(azurite.ConnectionString, new BlobClientOptions { Transport = new HttpClientTransport(http) });
        var snapshots = new CatalogSnapshotBlobs(service);
        var time = new FakeTimeProvider();
        using var catalog = new CachedCatalog(snapshots, time);
        var list = new ListProducts(catalog);
        var before = await snapshots.ReadNewerAsync(0, default);
        Assert.True(await snapshots.PublishAsync(new CatalogSnapshot((before?.Version ?? 0) + 1, DateTimeOffset.UnixEpoch, LargeCatalog.Make(2_000)), default));
        async Task<int> CallsOf(ListProductsRequest request)
        {
            var calls = counter.Calls;
            Assert.True((await list.RunAsync(request, default)).IsOk);
            return counter.Calls - calls;
        }

        Assert.Equal(2, await CallsOf(new ListProductsRequest()));
        foreach (var request in new ListProductsRequest[] { new(Query: "rudrakhsa"), new(Nakshatra: ["rohini"], InStock: true), new(Sort: ProductSort.Price, Limit: 100) })
            Assert.Equal(0, await CallsOf(request));
        time.Advance(Limits.SnapshotAgeMax);
        Assert.Equal(1, await CallsOf(new ListProductsRequest()));
        Assert.True(await snapshots.PublishAsync(new CatalogSnapshot((before?.Version ?? 0) + 2, DateTimeOffset.UnixEpoch, LargeCatalog.Make(100)), default));
        time.Advance(Limits.SnapshotAgeMax);
        Assert.Equal(2, await CallsOf(new ListProductsRequest()));
    }

    private sealed class CountingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        private int _calls;

        public int Calls => _calls;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
