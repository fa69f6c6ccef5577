using System.Runtime.CompilerServices;

using Kundli.Adapters.Documents;
using Kundli.Testing;
using Kundli.Testing.Cosmos;

using Microsoft.Azure.Cosmos;

using Xunit;

namespace Kundli.Adapters.Tests;

/// <summary>The SQL texts, judged by the parser that the SDK carries: where it is in use, the SDK asks no gateway for a plan.</summary>
public sealed class CosmosQueryTests : IDisposable
{
    private readonly Recorder _wire = new(new CosmosGateway(new("https://gateway.test/"), TimeProvider.System));
    private readonly CosmosClient _client;

    public CosmosQueryTests() => _client = new CosmosConnection
    {
        Endpoint = new("https://gateway.test/"),
        Database = CosmosGateway.Database,
        Key = CosmosGateway.Key,
        Transport = () => new(_wire, disposeHandler: false),
    }.Client();

    [Fact]
    public async Task The_range_query_parses_and_needs_no_other_plan_than_itself()
    {
        await AskAsync(new QueryDefinition(CosmosDocumentStore.RangeQuery).WithParameter("@from", "a").WithParameter("@to", "b"));

        Assert.Contains(CosmosDocumentStore.RangeQuery, Assert.Single(_wire.Queries), StringComparison.Ordinal);
        Assert.False(_wire.HasAskedForPlan);
    }

    [Fact]
    public async Task A_query_that_does_not_parse_never_leaves_the_process()
    {
        var answer = await AskAsync(new QueryDefinition("SELECT * FROM c WHERE c.id >= @from AND ORDER BY"));

        Assert.Contains("Syntax error", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_wire.Queries);
        Assert.False(_wire.HasAskedForPlan);
    }

    [Fact]
    public void There_is_no_other_query()
    {
        var uses = Directory.EnumerateFiles(Repository.At("functions", "Adapters"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines).Where(line => line.Contains("QueryDefinition(", StringComparison.Ordinal)).ToArray();

        Assert.Contains("QueryDefinition(RangeQuery)", Assert.Single(uses), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _client.Dispose();
        _wire.Dispose();
    }

    /// <summary>The SDK reads it once, before its first query; the product's own queries need no plan and don't notice.</summary>
    [ModuleInitializer]
    internal static void UseTheOfflineParser() => Environment.SetEnvironmentVariable("AZURE_COSMOS_USE_QUERY_PLAN_INTEROP_LINUX", "true");

    private async Task<string> AskAsync(QueryDefinition query)
    {
        using var pages = _client.GetContainer(CosmosGateway.Database, Containers.Carts)
            .GetItemQueryStreamIterator(query, requestOptions: new() { PartitionKey = new("one"), EnableOptimisticDirectExecution = false });
        using var answer = await pages.ReadNextAsync();
        return answer.ErrorMessage ?? "";
    }

    private sealed class Recorder(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public List<string> Queries { get; } = [];

        public bool HasAskedForPlan { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HasAskedForPlan |= request.Headers.Contains("x-ms-cosmos-is-query-plan-request");
            if (request.Headers.Contains("x-ms-documentdb-isquery"))
                Queries.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
