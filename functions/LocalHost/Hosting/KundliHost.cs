using System.Net;

using Kundli.LocalHost.Azurite;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

using OpenTelemetry.Metrics;

namespace Kundli.LocalHost.Hosting;

/// <summary>A running local host: the functions of one assembly behind Kestrel, queues, timers and an Azurite that it shares with others of its data folder.</summary>
internal sealed class KundliHost : IAsyncDisposable
{
    private const long RequestBytesMax = 100 * 1024 * 1024;
    private static readonly TimeSpan DrainMax = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AbortMax = TimeSpan.FromSeconds(2);

    private readonly AzuriteStore _azurite;
    private readonly MeterProvider _measured = Metrics.Start();
    private readonly IHost _worker;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _aborting = new();
    private readonly List<Task> _listeners = [];
    private WebApplication? _web;

    private KundliHost(AzuriteStore azurite, IHost worker) => (_azurite, _worker) = (azurite, worker);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>What the worker's program has registered.</summary>
    public IServiceProvider Services => _worker.Services;

    /// <summary>Storage, for tests that look behind the API.</summary>
    public string ConnectionString => _azurite.ConnectionString;

    /// <summary>The process that is Azurite, for tests that look for orphans.</summary>
    public int AzuriteProcessId => _azurite.GuardProcessId;

    /// <summary>Starts everything; when it returns, HTTP answers and the queues are listened to.</summary>
    /// <exception cref="AzuriteException">There is no store.</exception>
    /// <exception cref="InvalidOperationException">A function's declaration would not run on Azure.</exception>
    public static async Task<KundliHost> StartAsync(KundliHostOptions options, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(options.DataFolder);
        var functions = LocalFunction.In(options.Functions);
        var azurite = await AzuriteStore.HoldAsync(options.DataFolder, options.PreferWellKnownPorts, options.Progress, cancellation);
        var settings = LocalSettings.Resolve(options.Settings, azurite.ConnectionString, options.DataFolder, options.Lease);
        KundliHost? host = null;
        try
        {
            await BrowserUploads.AllowAsync(azurite.ConnectionString, cancellation);
            host = new KundliHost(azurite, options.Build(LocalSettings.AsArguments(settings)));
            await host.RunAsync(options, functions, settings, cancellation);
            return host;
        }
        catch
        {
            await (host ?? (IAsyncDisposable)azurite).DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes nothing new, waits for what is running (at most 20 s), then lets go of the store.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _aborting.CancelAfter(DrainMax);
        using var drain = new CancellationTokenSource(DrainMax);
        if (_web is not null)
            await _web.StopAsync(drain.Token);
        await DrainAsync();
        await _worker.StopAsync(drain.Token);
        if (_web is not null)
            await _web.DisposeAsync();
        if (_worker is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
        else
            _worker.Dispose();
        await _azurite.DisposeAsync();
        _measured.Dispose();
        _stopping.Dispose();
        _aborting.Dispose();
    }

    private async Task DrainAsync()
    {
        try
        {
            await Task.WhenAll(_listeners).WaitAsync(DrainMax + AbortMax);
        }
        catch (TimeoutException)
        {
            // A function that doesn't heed its token is left behind; its message comes back when its hiding ends.
        }
    }

    private async Task RunAsync(KundliHostOptions options, IReadOnlyList<LocalFunction> functions, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        var hostSettings = HostSettings.Read(options.HostFile, lease: TimeSpan.Parse(settings[LocalSettings.Lease]));
        var logger = _worker.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Kundli.LocalHost");
        var queues = new QueueAccess(_azurite.ConnectionString);
        var runner = new FunctionRunner(_worker.Services, hostSettings.FunctionTimeMax);
        var outputs = new OutputWriter(queues);

        await _worker.StartAsync(cancellation);
        _web = BuildWeb(options, functions, runner, outputs, TimeSpan.Parse(settings[LocalSettings.OutputDelay]), logger);
        await _web.StartAsync(cancellation);
        Address = new Uri(_web.Urls.Single());
        if (options.BeforeListening is not null)
            await options.BeforeListening(_worker.Services, cancellation);
        foreach (var function in functions)
        {
            if (function.Trigger is QueueTriggerAttribute or ServiceBusTriggerAttribute)
                _listeners.Add(new QueueListener(function, runner, outputs, queues, hostSettings.Queues, logger).ListenAsync(_stopping.Token, _aborting.Token));
            else if (function.Trigger is TimerTriggerAttribute)
                _listeners.Add(new TimerListener(function, runner, Path.Combine(options.DataFolder, "timers"), options.Clock, logger).ListenAsync(_stopping.Token, _aborting.Token));
        }
    }

    private WebApplication BuildWeb(KundliHostOptions options, IReadOnlyList<LocalFunction> functions, FunctionRunner runner, OutputWriter outputs, TimeSpan outputDelay, ILogger logger)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = RequestBytesMax;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        var web = builder.Build();
        if (options.WebFolder is not null)
            web.UsePages(options.WebFolder);
        web.UseMetrics(_measured);
        var server = new HttpServer(functions, web.Services.GetRequiredService<IInlineConstraintResolver>(), runner, outputs, outputDelay, logger);
        web.Use(async (http, next) =>
        {
            if (http.Request.Path == "/")
                http.Response.Redirect("/api/docs");
            else
                await next(http);
        });
        web.Run(async http =>
        {
            // As on Azure, the request's services are the worker's.
            await using var scope = _worker.Services.CreateAsyncScope();
            http.RequestServices = scope.ServiceProvider;
            await server.HandleAsync(http);
        });
        return web;
    }
}

/// <summary>How a local host is started.</summary>
/// <param name="Functions">The types whose functions run: all of the worker's assembly.</param>
/// <param name="Build">The worker's program: from configuration arguments to its host.</param>
/// <param name="DataFolder">Where Azurite and everything local keep their state.</param>
internal sealed record KundliHostOptions(IReadOnlyList<Type> Functions, Func<string[], IHost> Build, string DataFolder)
{
    /// <summary>0 picks a free port.</summary>
    public int Port { get; init; }

    /// <summary>The host.json to follow.</summary>
    public string HostFile { get; init; } = Path.Combine(AppContext.BaseDirectory, "host.json");

    /// <summary>For a developer's own run: storage tools know these ports.</summary>
    public bool PreferWellKnownPorts { get; init; }

    /// <summary>Settings by name (<c>__</c> or <c>:</c> between the parts).</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Told of long waits.</summary>
    public TextWriter Progress { get; init; } = TextWriter.Null;

    /// <summary>The hiding of a message while it is worked on, unless the setting <c>LocalHost__Lease</c> says otherwise.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The timers' clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The built pages, served at the root; null where there are none.</summary>
    public string? WebFolder { get; init; }

    /// <summary>Runs when HTTP answers but no message has been taken yet: seeding.</summary>
    public Func<IServiceProvider, CancellationToken, Task>? BeforeListening { get; init; }
}
