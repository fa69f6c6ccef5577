using Kundli.Adapters.Documents;
using Kundli.Testing.Cosmos;

using Microsoft.Azure.Cosmos;

using Xunit;

namespace Kundli.Adapters.Tests;

/// <summary>The unchanged Cosmos SDK over a gateway that speaks its protocol, with faults on the wire. Nothing here ran against a real account.</summary>
public sealed class CosmosContractTests : DocumentsFaultContract
{
    private static readonly Uri Address = new("https://gateway.test/");

    private CosmosGateway? _gateway;
    private FaultHandler? _wire;
    private CosmosClient? _client;
    private CosmosDocumentStore? _store;

    private protected override int Samples => 10;

    public override Task DisposeAsync()
    {
        _client?.Dispose();
        _wire?.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_page_that_the_service_cuts_short_is_read_to_its_end()
    {
        _gateway!.PageItemsMax = 3;
        await Documents.BatchAsync(Here, [.. Enumerable.Range(0, 10).Select(i => new DocumentWrite.Create(Text($"n|{i}", "x")))], default);

        Assert.Equal(8, (await Documents.PageAsync(Here, IdRange.All, 8, null, default)).Items.Count);
        Assert.Empty(_gateway.Unanswered);
    }

    [Fact]
    public async Task A_throttled_read_waits_as_long_as_it_is_told_and_then_succeeds()
    {
        await Documents.CreateAsync(Here, Text("cart", "x"), default);
        var refusals = 3;
        _gateway!.Refuse = request => request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.EndsWith("/cart", StringComparison.Ordinal) && refusals-- > 0 ? System.Net.HttpStatusCode.TooManyRequests : null;

        Assert.NotNull(await Documents.ReadAsync(Here, "cart", default));
        Assert.True(refusals < 0);
    }

    [Fact]
    public async Task An_item_that_the_service_has_removed_by_its_time_to_live_is_missing_and_may_be_created_anew()
    {
        await Documents.CreateAsync(Here, Text("cart", "old") with { ExpiresAt = Clock.GetUtcNow().AddMinutes(1) }, default);
        Clock.Pass(TimeSpan.FromMinutes(30));

        Assert.Null(await Documents.ReadAsync(Here, "cart", default));
        Assert.True((await Documents.CreateAsync(Here, Text("cart", "new"), default)).IsDone);
    }

    [Fact]
    public async Task A_read_a_batch_and_a_query_of_small_items_cost_what_the_model_says()
    {
        var documents = new JudgedDocuments(_store!, Clock);
        var level = await documents.CreateAsync(Here, Text("level", "5"), default);
        var before = _gateway!.Charges.Count;

        await documents.ReadAsync(Here, "level", default);
        await documents.BatchAsync(Here, [new DocumentWrite.Replace(Text("level", "4"), level.ETag!), new DocumentWrite.Create(Text("hold", "1"))], default);
        await documents.PageAsync(Here, IdRange.All, 10, null, default);

        Assert.Equal([2, 2 * 5, 2.3 + 2], _gateway.Charges.Skip(before).Select(charge => charge.Units));
    }

    private protected override Task<IDocumentStore> OpenAsync()
    {
        _gateway = new(Address, Clock);
        _wire = new(Faults, _gateway, IsWrite);
        var connection = new CosmosConnection { Endpoint = Address, Database = CosmosGateway.Database, Key = CosmosGateway.Key, Transport = () => new(_wire, disposeHandler: false) };
        _client = connection.Client();
        _store = new(_client, connection, Clock);
        return Task.FromResult<IDocumentStore>(_store);
    }

    private static bool IsWrite(HttpRequestMessage request) => request.Method != HttpMethod.Get && !request.Headers.Contains("x-ms-documentdb-isquery");
}
