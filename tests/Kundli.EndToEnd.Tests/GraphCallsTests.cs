using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kundli.Testing;
using Xunit;

namespace Kundli.EndToEnd.Tests;

/// <summary>What a query of the graph costs the store, counted at the gateway: what is shown beside each item of a list costs no call of its own.</summary>
public sealed class GraphCallsTests(LedgerHost host) : IClassFixture<LedgerHost>
{
    [Fact]
    public async Task A_list_with_everything_beside_its_items_costs_what_the_list_costs()
    {
        await AskAsync("{ products { total } }");
        Assert.Empty(await CallsAsync("{ products(limit: 100) { total items { slug product { title variants { sku available } species { species { care } products { sku product { title } } } } } } }"));
        Assert.Empty(await CallsAsync("{ speciesList(limit: 100) { items { slug details { products { product { title } } } } } }"));

        JsonObject account = new() { ["email"] = "graph@example.org", ["password"] = "correct horse battery staple 42", ["displayName"] = "Asha" };
        await host.Http.AskAsync(HttpMethod.Post, "auth/register", account);
        host.Http.DefaultRequestHeaders.Add("X-Client", "mobile");
        var session = await host.Http.AskAsync(HttpMethod.Post, "auth/login", new JsonObject { ["email"] = "graph@example.org", ["password"] = "correct horse battery staple 42" });
        host.Http.DefaultRequestHeaders.Authorization = new("Bearer", (string)session["accessToken"]!);
        for (var day = 10; day < 15; day++)
            await host.Http.AskAsync(HttpMethod.Post, "charts", new JsonObject
            {
                ["name"] = $"Born on {day}",
                ["birth"] = new JsonObject { ["date"] = $"1990-05-{day}", ["time"] = "14:30:00", ["latitude"] = 28.6139, ["longitude"] = 77.2090, ["timeZone"] = "Asia/Kolkata" },
            });
        const string List = "{ me { charts(limit: 5) { items { name } } } }";
        const string Whole = "{ me { charts(limit: 5) { items { name chart { lagna { sign } strengths { __typename } remedies { plants { slug species { care } products { product { title species { products { sku } } } } } } } } } } }";
        var plain = await CallsAsync(List);
        Assert.Equal(plain, await CallsAsync(Whole));
        Assert.Single(plain, call => call.StartsWith("charts", StringComparison.Ordinal));
    }

    private async Task<List<string>> CallsAsync(string query)
    {
        var before = host.Charges.Count;
        await AskAsync(query);
        // The access token is looked at by every request, at most once in five seconds a process.
        return [.. host.Charges.Skip(before).Where(charge => charge.Container != "sessions").Select(charge => $"{charge.Container} {charge.Operation}").Order(StringComparer.Ordinal)];
    }

    private async Task AskAsync(string query)
    {
        var answer = await host.Http.AskAsync(HttpMethod.Post, "graphql", new JsonObject { ["query"] = query });
        Assert.True(answer["errors"] is null, answer.ToJsonString());
    }
}
