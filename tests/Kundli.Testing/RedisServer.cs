using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Kundli.Testing;

/// <summary>A Redis of this test alone, without persistence.</summary>
public sealed class RedisServer(Process process, int port) : IAsyncDisposable
{
    public int Port => port;

    public static async Task<RedisServer> StartAsync(int? port = null)
    {
        var free = port ?? FreePort();
        var process = Process.Start(new ProcessStartInfo(Programs.Find("redis-server")!, ["--port", $"{free}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        for (var tries = 0; tries < 100; tries++)
        {
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, free);
                return new(process, free);
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        process.Kill();
        throw new InvalidOperationException("Redis did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
