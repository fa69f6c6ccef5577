using System.Text;

using Kundli.Adapters.Documents;
using Kundli.Testing.Cosmos;

using Xunit;

namespace Kundli.Adapters.Tests;

public sealed class CosmosGatewayServerTests
{
    [Fact]
    public async Task A_client_reaches_the_gateway_over_a_socket_by_settings_alone()
    {
        await using var server = new CosmosGatewayServer(TimeProvider.System);
        var connection = new CosmosConnection { Endpoint = new(server.Settings["Cosmos__endpoint"]), Database = server.Settings["Cosmos__database"], Key = server.Settings["Cosmos__key"] };
        using var client = connection.Client();
        var documents = new JudgedDocuments(new CosmosDocumentStore(client, connection, TimeProvider.System), TimeProvider.System);
        var here = new Partition(Containers.Orders, "one");

        Assert.True((await documents.BatchAsync(here, [new DocumentWrite.Create(Json("a|1")), new DocumentWrite.Create(Json("b"))], default)).IsDone);
        Assert.False((await documents.CreateAsync(here, Json("b"), default)).IsDone);
        Assert.Equal(["a|1", "b"], (await documents.PageAsync(here, IdRange.All, 10, null, default)).Items.Select(item => item.Id));
        Assert.Empty(server.Gateway.Unanswered);
    }

    private static NewDocument Json(string id) => new(id, Encoding.UTF8.GetBytes("{}"), Guid.NewGuid().ToString("N"));
}
