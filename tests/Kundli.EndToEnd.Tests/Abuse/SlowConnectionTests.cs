using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace Kundli.EndToEnd.Tests.Abuse;

/// <summary>
/// A15: connections that say nothing, say it slowly, or never end, beside people who use the service. CI shows that the people are served and that what never ends is cut off;
/// <c>KUNDLI_ABUSE_CALLS=5000</c> measures their p99 without and with the others, and holds it to twice.
/// </summary>
[Collection(RunningHost.Name)]
public sealed class SlowConnectionTests(RunningHost host, ITestOutputHelper output)
{
    private const int Idle = 100;
    private const int HalfHeaders = 50;
    private const int SlowBodies = 30;
    private const int Endless = 5;
    private const int EndlessBytesMax = 32 * 1024 * 1024;
    private const int AtOnce = 4;
    private const double SlowdownMax = 2;

    private static readonly TimeSpan EndlessMax = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(100);
    private static readonly string? Full = Environment.GetEnvironmentVariable("KUNDLI_ABUSE_CALLS");
    private static readonly int Calls = int.TryParse(Full, CultureInfo.InvariantCulture, out var calls) ? calls : 200;

    [Fact]
    public async Task A15_slow_idle_and_endless_connections_leave_others_served_and_endless_ones_are_cut_off()
    {
        await P99Async();
        var alone = await P99Async();
        using var ended = new CancellationTokenSource();
        var sockets = new List<Socket>();
        try
        {
            for (var count = 0; count < Idle + HalfHeaders + SlowBodies; count++)
                sockets.Add(await ConnectAsync());
            foreach (var half in sockets.Skip(Idle).Take(HalfHeaders))
                await half.SendAsync(Encoding.ASCII.GetBytes("POST /api/v1/auth/login HTTP/1.1\r\nHost: k\r\nX-Slow: "));
            var drips = sockets.Skip(Idle + HalfHeaders).Select(slow => DripAsync(slow, ended.Token)).ToList();
            var endless = Enumerable.Range(0, Endless).Select(_ => EndlessAsync()).ToList();
            var beside = await P99Async();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A15: {Calls} calls, p99 {alone:0.00} ms alone, {beside:0.00} ms beside {Idle} idle, {HalfHeaders} half-said, {SlowBodies} dripping and {Endless} endless connections"));
            if (Full is not null)
                Assert.InRange(beside / alone, 0, SlowdownMax);
            Assert.All(await Task.WhenAll(endless), sent => Assert.InRange(sent, 1, EndlessBytesMax));
            await ended.CancelAsync();
            await Task.WhenAll(drips);
        }
        finally
        {
            await ended.CancelAsync();
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    /// <summary>The p99 of the people's calls in milliseconds; each must be answered well.</summary>
    private async Task<double> P99Async()
    {
        var times = new double[Calls];
        await Parallel.ForAsync(0, Calls, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (call, cancellation) =>
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await host.Http.GetAsync("/api/v1/panchang?latitude=28.6139&longitude=77.209&date=2026-11-23", cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            times[call] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
        return times.Order().ElementAt(Calls * 99 / 100);
    }

    private static async Task DripAsync(Socket socket, CancellationToken ended)
    {
        await socket.SendAsync(Encoding.ASCII.GetBytes("POST /api/v1/charts/preview HTTP/1.1\r\nHost: k\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"), CancellationToken.None);
        try
        {
            while (!ended.IsCancellationRequested)
            {
                await socket.SendAsync(" "u8.ToArray(), ended);
                await Task.Delay(Drip, ended);
            }
        }
        catch (Exception over) when (over is SocketException or OperationCanceledException)
        {
            // The server lost patience, or the test is over.
        }
    }

    /// <summary>Sends chunks without end until the server has enough; how many bytes it took.</summary>
    private async Task<int> EndlessAsync()
    {
        using var socket = await ConnectAsync();
        using var patience = new CancellationTokenSource(EndlessMax);
        await socket.SendAsync(Encoding.ASCII.GetBytes("POST /api/v1/charts/preview HTTP/1.1\r\nHost: k\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"), patience.Token);
        var chunk = Encoding.ASCII.GetBytes($"1000\r\n{new string(' ', 0x1000)}\r\n");
        var answer = new byte[256];
        var answered = socket.ReceiveAsync(answer, patience.Token);
        var sent = 0;
        try
        {
            while (!answered.IsCompleted)
                sent += await socket.SendAsync(chunk, patience.Token);
        }
        catch (SocketException)
        {
            // Cut off while it was sending.
            return sent;
        }
        try
        {
            var length = await answered;
            if (length > 0)
                Assert.StartsWith("HTTP/1.1 413", Encoding.ASCII.GetString(answer, 0, length), StringComparison.Ordinal);
        }
        catch (SocketException)
        {
            // Cut off while it was listening.
        }
        return sent;
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, host.Http.BaseAddress!.Port);
        return socket;
    }
}
