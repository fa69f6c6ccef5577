using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Kundli.Adapters.Documents;
using Xunit;

namespace Kundli.EndToEnd.Tests.Abuse;

/// <summary>After <c>DELETE /me</c> nothing of the person is in any document or blob: every row of every table, or every item of Cosmos, and every blob is looked at.</summary>
[Collection(RunningHost.Name)]
public sealed class ErasureScanTests(RunningHost host)
{
    private const string Canary = "erasurecanary";
    private static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task An_erased_person_is_in_no_document_and_no_blob()
    {
        var account = await FullAccount.OpenAsync(host, Canary);
        var export = await account.Http.GetFromJsonAsync<JsonElement>("/api/v1/me/export");
        var sections = export.GetProperty("sections");
        Assert.All(new[] { "account", "addresses", "carts", "charts", "consents", "conversations", "journal", "orders", "securityEvents", "sessions" }, name => Assert.NotEqual(0, sections.GetProperty(name).GetArrayLength()));
        var before = await PlacesAsync(account.Identification);
        // The scan sees what is there: without this, finding nothing would prove nothing.
        Assert.All(new[] { Containers.Customers, Containers.Orders, Containers.Carts, Containers.Charts }, container => Assert.Contains(before, place => place.StartsWith(container, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(before, place => place.StartsWith("blob", StringComparison.Ordinal));

        using (var cancelled = await account.Http.PostAsJsonAsync($"/api/v1/orders/{account.Order}/cancellation", new { reason = $"{Canary} changed my mind" }))
            Assert.True(cancelled.IsSuccessStatusCode, await cancelled.Content.ReadAsStringAsync());
        using var erased = await account.Http.DeleteAsync("/api/v1/me");
        Assert.Equal(HttpStatusCode.Accepted, erased.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await account.Http.GetAsync("/api/v1/me")).StatusCode);

        using var patience = new CancellationTokenSource(PatienceMax);
        IReadOnlyList<string> left;
        while ((left = await PlacesAsync(account.Identification)).Count > 0 && !patience.IsCancellationRequested)
            await Task.Delay(500);
        Console.WriteLine($"Erasure: {before.Count} places before, {left.Count} after");
        Assert.Empty(left);
    }

    private async Task<IReadOnlyList<string>> PlacesAsync(string identification)
    {
        var places = new List<string>();
        var tables = new TableServiceClient(host.ConnectionString);
        await foreach (var table in tables.QueryAsync())
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
                if (row.Any(cell => TextOf(cell.Value).Contains(Canary, StringComparison.OrdinalIgnoreCase)))
                    places.Add($"{table.Name} {row.RowKey}");
        places.AddRange(host.CosmosDocuments.Where(document => document.Json.Contains(Canary, StringComparison.OrdinalIgnoreCase)).Select(document => $"{document.Container} {document.Id}"));
        var blobs = new BlobServiceClient(host.ConnectionString);
        await foreach (var container in blobs.GetBlobContainersAsync())
            await foreach (var blob in blobs.GetBlobContainerClient(container.Name).GetBlobsAsync())
                if (blob.Name.Contains(identification, StringComparison.Ordinal) || blob.Name.Contains(Canary, StringComparison.Ordinal))
                    places.Add($"blob {container.Name}/{blob.Name}");
        return places;
    }

    private static string TextOf(object value) => value switch
    {
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        BinaryData data => Encoding.UTF8.GetString(data.ToArray()),
        _ => value.ToString() ?? "",
    };
}
