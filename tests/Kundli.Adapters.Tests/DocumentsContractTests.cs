using Azure.Core.Pipeline;
using Azure.Data.Tables;

using Kundli.Adapters.Documents;
using Kundli.Testing;

using Xunit;

namespace Kundli.Adapters.Tests;

/// <summary>The store of fast tests keeps the contract too, or what they prove would be worth little.</summary>
public sealed class MemoryContractTests : DocumentsFaultContract
{
    private protected override int Samples => 60;

    private protected override Task<IDocumentStore> OpenAsync() => Task.FromResult<IDocumentStore>(new FaultyStore(Faults, new MemoryDocumentStore()));
}

/// <summary>Azure.Data.Tables on Azurite, with faults on the wire.</summary>
[Collection(AzuriteFixture.Name)]
public sealed class TablesContractTests(AzuriteFixture azurite) : DocumentsFaultContract
{
    private readonly HttpClientHandler _wire = new();
    private HttpClient? _client;

    private protected override int Samples => 15;

    public override Task DisposeAsync()
    {
        _client?.Dispose();
        _wire.Dispose();
        return Task.CompletedTask;
    }

    private protected override async Task<IDocumentStore> OpenAsync()
    {
        _client = new(new FaultHandler(Faults, _wire, request => request.Method != HttpMethod.Get && !request.RequestUri!.AbsolutePath.EndsWith("/Tables", StringComparison.Ordinal)));
        var options = new TableClientOptions { Transport = new HttpClientTransport(_client) };
        options.Retry.MaxRetries = 1;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(5);
        var store = new TablesDocumentStore(new(azurite.ConnectionString, options));
        await store.EnsureAsync(default);
        return store;
    }
}
