using Kundli.LocalHost.Azurite;
using Kundli.Testing;

using Xunit;

namespace Kundli.Adapters.Tests;

/// <summary>One Azurite on free ports with a folder of its own, for the test classes of a collection: <c>[Collection(AzuriteFixture.Name)]</c>.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    public const string Name = "Azurite";

    private readonly TemporaryFolder _folder = new();
    private AzuriteStore? _store;

    public string ConnectionString => _store!.ConnectionString;

    public async Task InitializeAsync() => _store = await AzuriteStore.HoldAsync(_folder.Path, preferWellKnownPorts: false, TextWriter.Null, CancellationToken.None);

    public async Task DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        _folder.Dispose();
    }
}

[CollectionDefinition(AzuriteFixture.Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>;
