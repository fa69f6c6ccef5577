using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Kundli.LocalHost.Azurite;

/// <summary>
/// A hold on the Azurite of a data folder. The first host starts it, further hosts find it, and the guard stops it (saving its state) when the
/// last hold is let go, be it by <see cref="DisposeAsync"/> or by the death of the process.
/// </summary>
internal sealed class AzuriteStore : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeMax = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan StopTimeMax = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RetryEvery = TimeSpan.FromMilliseconds(50);
    private static readonly JsonSerializerOptions StateJson = new(JsonSerializerDefaults.Web);
    private static readonly int[] WellKnownPorts = [10000, 10001, 10002];

    private readonly TcpClient _hold;

    private AzuriteStore(TcpClient hold, State state) => (_hold, ConnectionString, GuardProcessId) = (hold, state.ConnectionString, state.Pid);

    /// <summary>The storage connection string of this Azurite, with explicit endpoints.</summary>
    public string ConnectionString { get; }

    /// <summary>The process that is Azurite.</summary>
    public int GuardProcessId { get; }

    /// <summary>Takes hold of the folder's Azurite, starting it if it doesn't run.</summary>
    /// <param name="folder">The data folder; Azurite keeps its files in <c>azurite</c> below it.</param>
    /// <param name="preferWellKnownPorts">Use 10000–10002 where they are free, so that storage tools find the store.</param>
    /// <param name="progress">Told of an installation.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AzuriteException">It can't be installed or doesn't start.</exception>
    public static async Task<AzuriteStore> HoldAsync(string folder, bool preferWellKnownPorts, TextWriter progress, CancellationToken cancellation)
    {
        var files = await AzuriteInstall.EnsureAsync(progress, cancellation);
        var location = Path.Combine(Path.GetFullPath(folder), "azurite");
        Directory.CreateDirectory(location);
        var stateFile = Path.Combine(location, "guard.json");

        await using var alone = await FileLock.TakeAsync(Path.Combine(location, "start.lock"), StartTimeMax, cancellation);
        var started = Stopwatch.GetTimestamp();
        Process? guard = null;
        try
        {
            while (Stopwatch.GetElapsedTime(started) < StartTimeMax)
            {
                if (await TryHoldAsync(stateFile, cancellation) is { } store)
                    return store;
                if (guard is null or { HasExited: true })
                {
                    File.Delete(stateFile);
                    guard?.Dispose();
                    guard = StartGuard(files, location, stateFile, preferWellKnownPorts && guard is null && AreFree(WellKnownPorts) ? WellKnownPorts : [0, 0, 0]);
                }
                await Task.Delay(RetryEvery, cancellation);
            }
        }
        finally
        {
            guard?.Dispose();
        }
        throw new AzuriteException($"Azurite did not start within {StartTimeMax.TotalSeconds:0} s; its files are in {location}.");
    }

    /// <summary>Lets go; where nobody else holds the store, waits until it has saved and ended.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(StopTimeMax);
        try
        {
            _hold.Client.Shutdown(SocketShutdown.Send);
            var stream = _hold.GetStream();
            while (await stream.ReadAsync(new byte[8], patience.Token) > 0)
            {
            }
        }
        catch (Exception error) when (error is SocketException or IOException or OperationCanceledException or InvalidOperationException)
        {
            // Azurite is gone already, or takes too long: its guard ends it.
        }
        _hold.Dispose();
    }

    private static async Task<AzuriteStore?> TryHoldAsync(string stateFile, CancellationToken cancellation)
    {
        if (!File.Exists(stateFile) || JsonSerializer.Deserialize<State>(await File.ReadAllTextAsync(stateFile, cancellation), StateJson) is not { } state)
            return null;
        var client = new TcpClient();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(StopTimeMax);
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, state.Guard, patience.Token);
            // A guard that is already stopping closes without a word, and not before it has saved: only then may another one start.
            if (await client.GetStream().ReadAsync(new byte[8], patience.Token) > 0)
                return new AzuriteStore(client, state);
        }
        catch (Exception error) when (error is SocketException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
        }
        client.Dispose();
        return null;
    }

    private static Process StartGuard(AzuriteInstall.Files files, string location, string stateFile, int[] ports)
    {
        var start = new ProcessStartInfo("node", [files.Guard, files.Entry, location, stateFile, .. ports.Select(port => port.ToString())])
        {
            // Its own folder and no inherited pipes: a guard outlives the host that started it.
            WorkingDirectory = location,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = AzuriteException.Start(start, "node");
        process.StandardInput.Close();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static bool AreFree(int[] ports)
    {
        foreach (var port in ports)
        {
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
            }
            catch (SocketException)
            {
                return false;
            }
        }
        return true;
    }

    private sealed record State(int Guard, int Blob, int Queue, int Table, int Pid)
    {
        // Account and key are Azurite's published ones: they open nothing but an emulator on this machine.
        private const string Account = "devstoreaccount1";
        private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

        public string ConnectionString =>
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};" +
            $"BlobEndpoint=http://127.0.0.1:{Blob}/{Account};QueueEndpoint=http://127.0.0.1:{Queue}/{Account};TableEndpoint=http://127.0.0.1:{Table}/{Account};";
    }
}
