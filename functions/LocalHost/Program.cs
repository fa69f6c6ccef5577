using System.Runtime.InteropServices;

using Kundli.LocalHost.Azurite;
using Kundli.LocalHost.Demo;
using Kundli.LocalHost.Hosting;

namespace Kundli.LocalHost;

/// <summary>The same functions on a laptop: Azurite, HTTP, queues and timers, and the main job told as a story.</summary>
internal static class Program
{
    private const int DefaultPort = 7071;
    private static readonly TimeSpan ReadyWaitMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ReadyEvery = TimeSpan.FromMilliseconds(100);

    private static async Task<int> Main(string[] args)
    {
        if (CommandLine.Parse(args, out var fault) is not { } line)
        {
            await Console.Error.WriteLineAsync($"{fault}\n{CommandLine.Usage}");
            return 2;
        }
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        using var stop = new CancellationTokenSource();
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stop));
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stop));
        try
        {
            return await RunAsync(line, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception error) when (error is AzuriteException or IOException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static async Task<int> RunAsync(CommandLine line, CancellationToken stopping)
    {
        var pages = line.Demo || !line.Pages ? null : await WebBuild.EnsureAsync(Console.Out, stopping);
        await using var host = await KundliHost.StartAsync(Options(line) with { WebFolder = pages }, stopping);
        await WaitUntilReadyAsync(host.Address, stopping);
        await Console.Out.WriteLineAsync($"Kundli is ready on {host.Address.ToString().TrimEnd('/')}");
        if (line.Demo)
            return await Demo.Demo.RunAsync(host.Address, new DemoOptions(line.Birth, line.Photo, Path.Combine(line.Data, "demo")), Console.Out, stopping);
        try
        {
            await Task.Delay(Timeout.Infinite, stopping);
        }
        catch (OperationCanceledException)
        {
            await Console.Out.WriteLineAsync("Finishing what is running ...");
        }
        return 0;
    }

    private static KundliHostOptions Options(CommandLine line) =>
        new(typeof(Worker.Program).Assembly.GetTypes(), Worker.Program.Build, line.Data)
        {
            Port = line.Port ?? (line.Demo ? 0 : DefaultPort),
            PreferWellKnownPorts = !line.Demo && line.Port is not 0,
            Settings = LocalSettings.ReadFile(Directory.GetCurrentDirectory()),
            Progress = Console.Out,
        };

    private static async Task WaitUntilReadyAsync(Uri address, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = address };
        for (var waited = TimeSpan.Zero; waited < ReadyWaitMax; waited += ReadyEvery)
        {
            using var answer = await http.GetAsync("api/health/ready", cancellation);
            if (answer.IsSuccessStatusCode)
                return;
            await Task.Delay(ReadyEvery, cancellation);
        }
        throw new InvalidOperationException($"The host did not become ready within {ReadyWaitMax.TotalSeconds:0} s: {address}api/health/ready tells why.");
    }

    private static void Stop(PosixSignalContext context, CancellationTokenSource stop)
    {
        // Without this the runtime would end the process before anything has been finished.
        context.Cancel = true;
        stop.Cancel();
    }
}
