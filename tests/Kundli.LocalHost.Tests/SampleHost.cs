using Azure.Storage.Queues;

using Kundli.LocalHost.Hosting;
using Kundli.LocalHost.Tests.Samples;
using Kundli.Testing;

using Xunit;

namespace Kundli.LocalHost.Tests;

/// <summary>One host with the sample functions on a store of its own, with a lease of three seconds.</summary>
public sealed class SampleHost : IAsyncLifetime
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);

    private readonly TemporaryFolder _folder = new();
    private KundliHost? _host;

    public Journal Journal { get; } = new();

    public HttpClient Http { get; } = new();

    public string ConnectionString => _host!.ConnectionString;

    public async Task InitializeAsync()
    {
        _host = await KundliHost.StartAsync(Options(_folder.Path, Journal));
        Http.BaseAddress = _host.Address;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Dispose();
    }

    public async Task<QueueClient> QueueAsync(string name) => await QueueAsync(ConnectionString, name);

    internal static async Task<QueueClient> QueueAsync(string connectionString, string name, QueueMessageEncoding encoding = QueueMessageEncoding.Base64)
    {
        var queue = new QueueClient(connectionString, name, new QueueClientOptions { MessageEncoding = encoding });
        await queue.CreateIfNotExistsAsync();
        return queue;
    }

    internal static KundliHostOptions Options(string folder, Journal journal) =>
        new(SampleProgram.Functions, args => SampleProgram.Build(args, journal), folder)
        {
            HostFile = Repository.At("tests", "Kundli.LocalHost.Tests", "Samples", "host.json"),
            Lease = Lease,
        };
}
