using Kundli.LocalHost.Hosting;
using Kundli.Testing;

using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>The whole of Kundli inside the test process, on an Azurite of its own: shared by the classes of <c>[Collection(RunningHost.Name)]</c>. Its
/// documents lie where <see cref="ChosenDocuments"/> says.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    public const string Name = "Kundli";

    private readonly TemporaryFolder _data = new();
    private readonly PlayedModel _model = new();
    private KundliHost? _host;

    /// <summary>The language model that it asks.</summary>
    internal PlayedModel Model => _model;

    /// <summary>A client whose base address is the host.</summary>
    public HttpClient Http { get; } = new();

    /// <summary>What the worker's program has registered.</summary>
    public IServiceProvider Services => _host!.Services;

    /// <summary>The storage behind it.</summary>
    public string ConnectionString => _host!.ConnectionString;

    /// <summary>Its documents where they lie in Cosmos; none where they lie in tables, which <see cref="ConnectionString"/> opens.</summary>
    public IReadOnlyList<(string Container, string Id, string Json)> CosmosDocuments => ChosenDocuments.KeptIn(_data.Path);

    public async Task InitializeAsync()
    {
        var settings = LocalSettings.ReadFile(Repository.Root).ToDictionary(StringComparer.OrdinalIgnoreCase);
        settings["RateLimits__Disabled"] = "true";
        foreach (var (name, value) in ChosenDocuments.SettingsFor(_data.Path))
            settings[name] = value;
        foreach (var (name, value) in _model.Settings)
            settings[name] = value;
        _host = await KundliHost.StartAsync(new(typeof(Worker.Program).Assembly.GetTypes(), Worker.Program.Build, _data.Path)
        {
            Lease = TimeSpan.FromSeconds(2),
            Settings = settings,
        });
        Http.BaseAddress = _host.Address;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        await _model.DisposeAsync();
        _data.Dispose();
    }
}

[CollectionDefinition(RunningHost.Name)]
public sealed class RunningHostCollection : ICollectionFixture<RunningHost>;
