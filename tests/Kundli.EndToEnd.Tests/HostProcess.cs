using System.Collections.Concurrent;
using System.Diagnostics;

using Kundli.Testing;

namespace Kundli.EndToEnd.Tests;

/// <summary>The local host as a process of its own, to be killed at any moment and started again on the same data.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private const string ReadyLine = "Kundli is ready on ";
    private static readonly TimeSpan StartTimeMax = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan StopTimeMax = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException("The host ended before it was ready."));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; } = new();

    public int Id => _process.Id;

    /// <summary>Everything that it has printed.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts a host on a free port and waits for its ready line.</summary>
    /// <param name="data">Its data folder.</param>
    /// <param name="settings">Settings over the repository's own.</param>
    public static async Task<HostProcess> StartAsync(string data, params (string Name, string Value)[] settings)
    {
        var host = Launch(["--port", "0", "--no-pages", "--data", data], [.. ChosenDocuments.SettingsFor(data).Select(setting => (setting.Key, setting.Value)), .. settings]);
        try
        {
            host.Http.BaseAddress = await host._ready.Task.WaitAsync(StartTimeMax);
            return host;
        }
        catch (Exception error) when (error is InvalidOperationException or TimeoutException)
        {
            await host.DisposeAsync();
            throw new InvalidOperationException($"The host did not start:\n{host.Output}", error);
        }
    }

    /// <summary>Runs a host to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        await using var host = Launch(arguments, []);
        using var patience = new CancellationTokenSource(StartTimeMax);
        await host._process.WaitForExitAsync(patience.Token);
        return (host._process.ExitCode, host.Output);
    }

    /// <summary>Does something with the host; where it fails, what the host has printed is told with it.</summary>
    public async Task<T> ToldAsync<T>(Func<Task<T>> asking)
    {
        try
        {
            return await asking();
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"{error.Message}\nThe host printed:\n{Output}", error);
        }
    }

    /// <summary><c>kill -9</c>.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>SIGTERM; the exit code when it has ended.</summary>
    public async Task<int> StopAsync()
    {
        await Processes.SignalAsync("TERM", Id);
        using var patience = new CancellationTokenSource(StopTimeMax);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private static HostProcess Launch(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kundli.LocalHost.dll"), .. arguments])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["LocalHost__Lease"] = "00:00:02";
        start.Environment["RateLimits__Disabled"] = "true";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        _output.Enqueue(line);
        if (line.StartsWith(ReadyLine, StringComparison.Ordinal))
            _ready.TrySetResult(new Uri(line[ReadyLine.Length..]));
    }
}
