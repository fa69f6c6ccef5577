using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace Kundli.Adapters.Documents;

/// <summary>
/// Documents in Cosmos: one container each, the partition's key in <c>/pk</c>, the body as JSON beneath the item's own members. Time to live only
/// gives back space; whether a document has expired is judged by <see cref="JudgedDocuments"/>.
/// </summary>
public sealed class CosmosDocumentStore(CosmosClient client, CosmosConnection connection, TimeProvider time) : IDocumentStore
{
    /// <summary>The one query there is: a range of ids in one partition.</summary>
    public const string RangeQuery = "SELECT * FROM c WHERE c.id >= @from AND c.id < @to ORDER BY c.id";

    private const int LiveSecondsMax = int.MaxValue;
    // The clocks of the service and of this process differ a little; what has expired may lie longer, never shorter.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<StoredDocument?> ReadAsync(Partition partition, string id, CancellationToken cancellation)
    {
        using var answer = await AskAsync(partition, () => ContainerOf(partition).ReadItemStreamAsync(id, KeyOf(partition), cancellationToken: cancellation), cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        using var item = await JsonDocument.ParseAsync(answer.Content, cancellationToken: cancellation);
        return Read(item.RootElement);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredDocument>> RangeAsync(Partition partition, IdRange range, int limit, CancellationToken cancellation)
    {
        var query = new QueryDefinition(RangeQuery).WithParameter("@from", range.From).WithParameter("@to", range.To);
        // One partition answers alone, so the query goes straight to it: no plan is fetched first.
        var options = new QueryRequestOptions { PartitionKey = KeyOf(partition), MaxItemCount = limit, EnableOptimisticDirectExecution = true };
        using var pages = ContainerOf(partition).GetItemQueryStreamIterator(query, requestOptions: options);
        var found = new List<StoredDocument>(limit);
        while (pages.HasMoreResults && found.Count < limit)
        {
            using var answer = await AskAsync(partition, () => pages.ReadNextAsync(cancellation), cancellation);
            using var page = await JsonDocument.ParseAsync(answer.Content, cancellationToken: cancellation);
            found.AddRange(page.RootElement.GetProperty("Documents").EnumerateArray().Take(limit - found.Count).Select(Read));
        }
        return found;
    }

    /// <inheritdoc/>
    public async Task<StoreAnswer> WriteAsync(Partition partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        try
        {
            return writes.Count == 1 ? await WriteOneAsync(partition, writes[0], cancellation) : await WriteManyAsync(partition, writes, cancellation);
        }
        catch (Exception error) when (IsSilence(error, cancellation))
        {
            return new(StoreAnswerKind.Unknown);
        }
    }

    private async Task<StoreAnswer> WriteOneAsync(Partition partition, DocumentWrite write, CancellationToken cancellation)
    {
        var (container, key) = (ContainerOf(partition), KeyOf(partition));
        using var body = DocumentLimits.DocumentOf(write) is { } document ? Item(partition, document) : null;
        using var answer = write switch
        {
            DocumentWrite.Create => await container.CreateItemStreamAsync(body, key, cancellationToken: cancellation),
            DocumentWrite.Replace replace => await container.ReplaceItemStreamAsync(body, write.Id, key, new() { IfMatchEtag = replace.ETag }, cancellation),
            DocumentWrite.Delete delete => await container.DeleteItemStreamAsync(write.Id, key, new() { IfMatchEtag = delete.ETag }, cancellation),
            _ => throw new ArgumentException($"Unknown write {write.GetType().Name}.", nameof(write)),
        };
        return Judge(answer.StatusCode, answer.ErrorMessage, write is DocumentWrite.Delete ? null : answer.Headers.ETag);
    }

    private async Task<StoreAnswer> WriteManyAsync(Partition partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        var batch = ContainerOf(partition).CreateTransactionalBatch(KeyOf(partition));
        var bodies = new List<Stream>(writes.Count);
        try
        {
            foreach (var write in writes)
                Add(batch, partition, write, bodies);
            using var answer = await batch.ExecuteAsync(cancellation);
            return Judge(answer.StatusCode, answer.ErrorMessage, null);
        }
        finally
        {
            foreach (var body in bodies)
                await body.DisposeAsync();
        }
    }

    private void Add(TransactionalBatch batch, Partition partition, DocumentWrite write, List<Stream> bodies)
    {
        if (DocumentLimits.DocumentOf(write) is { } document)
            bodies.Add(Item(partition, document));
        _ = write switch
        {
            DocumentWrite.Create => batch.CreateItemStream(bodies[^1], new() { EnableContentResponseOnWrite = false }),
            DocumentWrite.Replace replace => batch.ReplaceItemStream(write.Id, bodies[^1], new() { IfMatchEtag = replace.ETag, EnableContentResponseOnWrite = false }),
            DocumentWrite.Delete delete => batch.DeleteItem(write.Id, new() { IfMatchEtag = delete.ETag }),
            _ => throw new ArgumentException($"Unknown write {write.GetType().Name}.", nameof(write)),
        };
    }

    private static StoreAnswer Judge(HttpStatusCode status, string message, string? etag) => (int)status switch
    {
        >= 200 and < 300 => new(StoreAnswerKind.Done, etag),
        404 or 409 or 412 => new(StoreAnswerKind.Refused),
        // 449: two writes met inside the service. 410: the partition is on the move.
        408 or 410 or 429 or 449 or >= 500 => new(StoreAnswerKind.Unknown),
        _ => throw new InvalidOperationException($"Cosmos refuses a write with {(int)status}: {message}"),
    };

    private static async Task<ResponseMessage> AskAsync(Partition partition, Func<Task<ResponseMessage>> ask, CancellationToken cancellation)
    {
        ResponseMessage answer;
        try
        {
            answer = await ask();
        }
        catch (Exception error) when (IsSilence(error, cancellation))
        {
            throw new DocumentsUnavailableException($"No answer to a read in {partition.Container}.", error);
        }
        if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NotFound)
            return answer;
        using (answer)
            throw (int)answer.StatusCode is 408 or 410 or 429 or 449 or >= 500
                ? new DocumentsUnavailableException($"{(int)answer.StatusCode} to a read in {partition.Container}.")
                : new InvalidOperationException($"Cosmos refuses a read with {(int)answer.StatusCode}: {answer.ErrorMessage}");
    }

    private static bool IsSilence(Exception error, CancellationToken cancellation) => error switch
    {
        CosmosException failed => (int)failed.StatusCode is 0 or 408 or 410 or 429 or 449 or >= 500,
        IOException or HttpRequestException => true,
        OperationCanceledException => !cancellation.IsCancellationRequested,
        _ => false,
    };

    private Container ContainerOf(Partition partition) => client.GetContainer(connection.Database, partition.Container);

    private static PartitionKey KeyOf(Partition partition) => new(partition.Key);

    private MemoryStream Item(Partition partition, NewDocument document)
    {
        var stream = new MemoryStream(document.Body.Length + 256);
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("id", document.Id);
            writer.WriteString("pk", partition.Key);
            writer.WriteNumber("schema", document.Schema);
            writer.WriteString("writeId", document.WriteId);
            if (document.ExpiresAt is { } expires)
            {
                writer.WriteString("expiresAt", expires);
                writer.WriteNumber("ttl", SecondsUntil(expires));
            }
            writer.WritePropertyName("body");
            writer.WriteRawValue(document.Body.Span, skipInputValidation: false);
            writer.WriteEndObject();
        }
        stream.Position = 0;
        return stream;
    }

    private int SecondsUntil(DateTimeOffset expires) => (int)Math.Clamp((expires - time.GetUtcNow() + Grace).TotalSeconds, 1, LiveSecondsMax);

    private static StoredDocument Read(JsonElement item) => new(
        item.GetProperty("id").GetString()!,
        JsonSerializer.SerializeToUtf8Bytes(item.GetProperty("body"), TypedDocuments.Json),
        item.GetProperty("schema").GetInt32(),
        item.GetProperty("writeId").GetString()!,
        item.GetProperty("_etag").GetString()!,
        item.TryGetProperty("expiresAt", out var expires) ? expires.GetDateTimeOffset() : null);
}
