using System.Diagnostics;
using Kundli.Adapters;
using Kundli.Adapters.Documents;
using Kundli.Features.Stock;
using Kundli.LocalHost.Azurite;
using Kundli.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Kundli.EndToEnd.Tests.Shop;

/// <summary>
/// F11: buyers, each from an address of their own, while the Redis behind the rate limits dies and comes back. Limits count on in each process, and no order notices.
/// <c>KUNDLI_FAULT_ROUNDS</c> sets how often it dies (the full run has 50, with two host processes).
/// </summary>
public sealed class OrdersWithoutRedisTests(ITestOutputHelper output) : IDisposable
{
    private const int BuyersEach = 12;
    private const int AtOnce = 4;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("KUNDLI_FAULT_ROUNDS"), out var rounds) ? rounds : 1;
    private static readonly TimeSpan PatienceMax = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [ProgramFact("redis-server")]
    public async Task F11_Redis_dies_and_comes_back_under_checkouts_and_every_order_is_placed_once_and_ships()
    {
        await using var store = await AzuriteStore.HoldAsync(_data.Path, preferWellKnownPorts: false, TextWriter.Null, CancellationToken.None);
        var redis = await RedisServer.StartAsync();
        var hosts = new List<HostProcess>();
        try
        {
            for (var count = Rounds > 1 ? 2 : 1; count > 0; count--)
                hosts.Add(await HostProcess.StartAsync(_data.Path, ("RateLimits__Disabled", "false"), ("Network__TrustedHops", "1"), ("Redis", $"127.0.0.1:{redis.Port}")));
            var stock = new StockStore(new JudgedDocuments(ChosenDocuments.StoreOf(_data.Path, new StorageConnection { ConnectionString = store.ConnectionString }), TimeProvider.System));
            var (_, sku) = await Purchase.CartAsync(hosts[0].Http);
            await new ReceiveStock(stock, new StockLanes(), TimeProvider.System).RunAsync(sku, Rounds * BuyersEach, "redis", default);
            var before = (await stock.ReadLevelAsync(sku, default))!;
            var (orders, watch) = (new List<string>(), Stopwatch.StartNew());
            for (var round = 0; round < Rounds; round++)
            {
                var placing = BuyAsync(hosts, round);
                await Task.Delay(300);
                var port = redis.Port;
                await redis.DisposeAsync();
                await Task.Delay(500);
                redis = await RedisServer.StartAsync(port);
                orders.AddRange(await placing);
            }

            Assert.Equal(Rounds * BuyersEach, orders.Distinct().Count());
            foreach (var id in orders)
                await ShippedAsync(hosts[0], id);
            Assert.Equal(before with { Available = before.Available - orders.Count, Sold = before.Sold + orders.Count }, await stock.ReadLevelAsync(sku, default));
            output.WriteLine($"{orders.Count} orders over {Rounds} deaths of Redis, {hosts.Count} host processes: all placed once and shipped in {watch.Elapsed.TotalSeconds:F1} s.");
        }
        finally
        {
            foreach (var host in hosts)
                await host.DisposeAsync();
            await redis.DisposeAsync();
        }
    }

    private static async Task<IReadOnlyList<string>> BuyAsync(List<HostProcess> hosts, int round)
    {
        var (orders, next) = (new string[BuyersEach], -1);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            for (var buyer = Interlocked.Increment(ref next); buyer < BuyersEach; buyer = Interlocked.Increment(ref next))
                orders[buyer] = await BuyAsync(hosts[buyer % hosts.Count], $"10.{round / 250}.{round % 250}.{buyer + 1}");
        }));
        return orders;
    }

    /// <summary>A whole purchase; every answer is a success, with Redis or without.</summary>
    private static async Task<string> BuyAsync(HostProcess host, string address)
    {
        using var http = new HttpClient { BaseAddress = host.Http.BaseAddress, DefaultRequestHeaders = { { "X-Forwarded-For", address } } };
        var (cart, _) = await Purchase.CartAsync(http);
        return await Purchase.OrderAsync(http, cart);
    }

    private static async Task ShippedAsync(HostProcess host, string id)
    {
        using var http = new HttpClient { BaseAddress = host.Http.BaseAddress, DefaultRequestHeaders = { { "X-Forwarded-For", $"11.0.0.{Math.Abs(id.GetHashCode(StringComparison.Ordinal)) % 250}" } } };
        await Purchase.ShippedAsync(http, id, PatienceMax);
    }
}
