using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

using Kundli.Adapters;
using Kundli.Adapters.Blobs;
using Kundli.Adapters.Tests.Shop;
using Kundli.Features.Catalog;
using Kundli.LocalHost.Azurite;
using Kundli.Testing;

using Xunit;
using Xunit.Abstractions;

namespace Kundli.EndToEnd.Tests.Shop;

/// <summary>
/// Ten thousand products behind a host of their own, asked at concurrency 16. CI asks a few hundred times and looks at the answers; <c>KUNDLI_CATALOG_REQUESTS</c> sets
/// the number for figures.
/// </summary>
public sealed class LargeCatalogTests(ITestOutputHelper output)
{
    private const int Products = 10_000;
    private const int AtOnce = 16;
    private static readonly int Requests = int.TryParse(Environment.GetEnvironmentVariable("KUNDLI_CATALOG_REQUESTS"), out var requests) ? requests : 300;

    [Fact]
    public async Task Ten_thousand_products_are_listed_searched_and_counted()
    {
        using var data = new TemporaryFolder();
        await using var store = await AzuriteStore.HoldAsync(data.Path, preferWellKnownPorts: false, TextWriter.Null, CancellationToken.None);
        var made = LargeCatalog.Make(Products);
        var snapshots = new CatalogSnapshotBlobs(new StorageConnection { ConnectionString = store.ConnectionString }.Blobs());
        Assert.True(await snapshots.PublishAsync(new CatalogSnapshot(1, DateTimeOffset.UnixEpoch, made), default));
        await using var host = await HostProcess.StartAsync(data.Path, ("Shop__Seed", "false"));
        var (first, _) = await AskAsync(host.Http, "api/v1/products?limit=20");
        Assert.Equal(Products, (int)first["total"]!);
        Assert.Equal(Products, first["facets"]!["category"]!.AsArray().Sum(value => (int)value!["count"]!));

        foreach (var path in new[] { "api/v1/products?limit=20", "api/v1/products?query=rudrakhsa&limit=20", "api/v1/products?query=peepal&sort=price&limit=20", "api/v1/products?category=saplings&inStock=true&nakshatra=rohini&sort=priceDescending&limit=20" })
        {
            await AskAsync(host.Http, path);
            var times = new List<double>();
            await Parallel.ForAsync(0, Requests, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (_, _) =>
            {
                var (answer, milliseconds) = await AskAsync(host.Http, path);
                Assert.NotEmpty(answer["items"]!.AsArray());
                lock (times)
                    times.Add(milliseconds);
            });
            times.Sort();
            output.WriteLine($"{path}: {Requests} requests, {AtOnce} at a time: p50 {times[times.Count / 2]:0.0} ms, p95 {times[times.Count * 95 / 100]:0.0} ms, slowest {times[^1]:0.0} ms");
        }
        await host.StopAsync();
    }

    private static async Task<(JsonNode Answer, double Milliseconds)> AskAsync(HttpClient http, string path)
    {
        var start = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(path);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (JsonNode.Parse(bytes)!, milliseconds);
    }
}
