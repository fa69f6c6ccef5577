using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Kundli.Testing;
using Xunit;

namespace Kundli.EndToEnd.Tests.Abuse;

/// <summary>
/// Host processes that share one Redis: together they admit one limit; with Redis killed each limits by itself, and nothing else changes.
/// <c>KUNDLI_ABUSE_CALLS=10000</c> is the full run with four processes; CI has two and fewer calls.
/// </summary>
public sealed class SharedLimitTests : IDisposable
{
    private const int QuotaOfReads = 600;
    private const int RefillPerSecond = 10;
    private const int CallsInCi = 1500;
    private const int AtOnce = 16;
    private const string Path = ".well-known/jwks.json";

    private static readonly int Calls = int.TryParse(Environment.GetEnvironmentVariable("KUNDLI_ABUSE_CALLS"), CultureInfo.InvariantCulture, out var calls) ? calls : CallsInCi;

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [ProgramFact("redis-server")]
    public async Task Processes_on_one_Redis_admit_one_limit_and_its_death_opens_nothing_and_breaks_nothing()
    {
        var redis = await RedisServer.StartAsync();
        var hosts = new List<HostProcess>();
        try
        {
            // A loaded machine must not look like a Redis that is down; a dead one refuses at once.
            for (var count = Calls > CallsInCi ? 4 : 2; count > 0; count--)
                hosts.Add(await HostProcess.StartAsync(_data.Path, ("RateLimits__Disabled", "false"), ("Redis", $"127.0.0.1:{redis.Port},asyncTimeout=10000")));
            foreach (var host in hosts)
                await host.Http.GetAsync(Path);
            await ForgetAsync(redis.Port);

            var shared = await CallAsync(hosts, Calls);
            var limit = QuotaOfReads + (RefillPerSecond * shared.Seconds);
            Assert.InRange(shared.Admitted, limit * 0.99, (limit * 1.01) + 1);
            Assert.Equal(Calls, shared.Admitted + shared.Refused);

            var killing = Task.Delay(TimeSpan.FromMilliseconds(200)).ContinueWith(async _ => await redis.DisposeAsync(), TaskScheduler.Default).Unwrap();
            var alone = await CallAsync(hosts, Calls);
            await killing;
            Assert.Equal(Calls, alone.Admitted + alone.Refused);
            Assert.InRange(alone.Admitted, 1, (hosts.Count * (QuotaOfReads + (RefillPerSecond * (alone.Seconds + 1)))) + limit);
            foreach (var host in hosts)
                await RefusedAsync(host.Http);

            redis = await RedisServer.StartAsync(redis.Port);
            await Task.Delay(TimeSpan.FromSeconds(3));
            await ForgetAsync(redis.Port);
            var again = await CallAsync(hosts, Calls);
            var limitAgain = QuotaOfReads + (RefillPerSecond * again.Seconds);
            Assert.InRange(again.Admitted, limitAgain * 0.99, (limitAgain * 1.01) + 1);
            Assert.Equal(Calls, again.Admitted + again.Refused);
            Console.WriteLine($"{hosts.Count} processes, {Calls} calls each time: {shared.Admitted} admitted of {limit:F0} allowed in {shared.Seconds:F1} s; Redis killed: {alone.Admitted}; Redis again: {again.Admitted} of {limitAgain:F0}.");
        }
        finally
        {
            foreach (var host in hosts)
                await host.DisposeAsync();
            await redis.DisposeAsync();
        }
    }

    private static async Task<(int Admitted, int Refused, double Seconds)> CallAsync(List<HostProcess> hosts, int calls)
    {
        var (next, statuses, watch) = (0, new ConcurrentQueue<HttpStatusCode>(), Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            for (var call = Interlocked.Increment(ref next); call <= calls; call = Interlocked.Increment(ref next))
            {
                using var answer = await hosts[call % hosts.Count].Http.GetAsync(Path);
                statuses.Enqueue(answer.StatusCode);
            }
        }));
        return (statuses.Count(status => status == HttpStatusCode.OK), statuses.Count(status => status == HttpStatusCode.TooManyRequests), watch.Elapsed.TotalSeconds);
    }

    /// <summary>Who was refused before is refused without Redis: by the limit or by the proof of who asks, never let in.</summary>
    private static async Task RefusedAsync(HttpClient http)
    {
        foreach (var token in new[] { null, "not-a-token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0." })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/auth/logout-everywhere");
            request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
            using var answer = await http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    private static async Task ForgetAsync(int port)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await socket.GetStream().WriteAsync("FLUSHALL\r\n"u8.ToArray());
        Assert.True(await socket.GetStream().ReadAsync(new byte[16]) > 0);
    }
}
