using Kundli.LocalHost.Hosting;
using Kundli.Testing;
using Kundli.Testing.Cosmos;

using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>
/// A host on the Cosmos gateway in which nothing happens but the requests that a test sends: its timers stand still and its messages are held back, so
/// that every charge belongs to the request that was answered.
/// </summary>
public sealed class LedgerHost : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private readonly CosmosGatewayServer _cosmos = new(TimeProvider.System);
    private KundliHost? _host;

    public HttpClient Http { get; } = new();

    /// <summary>What the gateway has charged so far.</summary>
    public IReadOnlyList<CosmosCharge> Charges => _cosmos.Gateway.Charges;

    public async Task InitializeAsync()
    {
        var settings = LocalSettings.ReadFile(Repository.Root).ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in _cosmos.Settings)
            settings[name] = value;
        settings["RateLimits__Disabled"] = "true";
        settings["LocalHost__OutputDelay"] = "00:00:06";
        _host = await KundliHost.StartAsync(new(typeof(Worker.Program).Assembly.GetTypes(), Worker.Program.Build, _data.Path) { Settings = settings, Clock = new StoppedClock() });
        Http.BaseAddress = _host.Address;
        // A connection is busy until the held message is sent; the next request takes another.
        Http.DefaultRequestHeaders.ConnectionClose = true;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        await _cosmos.DisposeAsync();
        _data.Dispose();
    }

    private sealed class StoppedClock : TimeProvider
    {
        private readonly DateTimeOffset _now = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
