using Azure;
using Azure.Data.Tables;

namespace Kundli.Adapters.Documents;

/// <summary>Documents in Azure Tables: one table a container, the partition's key and the document's id as the entity's keys, the body in binary chunks.</summary>
public sealed class TablesDocumentStore(TableServiceClient service) : IDocumentStore
{
    private const int ChunkBytesMax = 64 * 1024;
    private const string Chunk = "Body";
    private const string Schema = "Schema";
    private const string WriteId = "WriteId";
    private const string Expires = "ExpiresAt";

    private readonly Dictionary<string, TableClient> _tables = Containers.All.ToDictionary(name => name, service.GetTableClient, StringComparer.Ordinal);

    /// <summary>Makes the tables that are not there yet.</summary>
    public Task EnsureAsync(CancellationToken cancellation) => Task.WhenAll(_tables.Values.Select(table => table.CreateIfNotExistsAsync(cancellation)));

    /// <inheritdoc/>
    public async Task<StoredDocument?> ReadAsync(Partition partition, string id, CancellationToken cancellation)
    {
        try
        {
            var answer = await _tables[partition.Container].GetEntityIfExistsAsync<TableEntity>(partition.Key, id, cancellationToken: cancellation);
            return answer.HasValue ? Read(answer.Value!) : null;
        }
        catch (Exception error) when (IsSilence(error, cancellation))
        {
            throw new DocumentsUnavailableException($"No answer to a read in {partition.Container}.", error);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredDocument>> RangeAsync(Partition partition, IdRange range, int limit, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition.Key} and RowKey ge {range.From} and RowKey lt {range.To}");
        var found = new List<StoredDocument>(limit);
        try
        {
            await foreach (var entity in _tables[partition.Container].QueryAsync<TableEntity>(filter, maxPerPage: limit, cancellationToken: cancellation))
            {
                found.Add(Read(entity));
                if (found.Count == limit)
                    break;
            }
            return found;
        }
        catch (Exception error) when (IsSilence(error, cancellation))
        {
            throw new DocumentsUnavailableException($"No answer to a query in {partition.Container}.", error);
        }
    }

    /// <inheritdoc/>
    public async Task<StoreAnswer> WriteAsync(Partition partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        var table = _tables[partition.Container];
        try
        {
            if (writes.Count > 1)
            {
                await table.SubmitTransactionAsync(writes.Select(write => Action(partition, write)), cancellation);
                return new(StoreAnswerKind.Done);
            }
            var response = writes[0] switch
            {
                DocumentWrite.Create create => await table.AddEntityAsync(Entity(partition, create.Document), cancellation),
                DocumentWrite.Replace replace => await table.UpdateEntityAsync(Entity(partition, replace.Document), new ETag(replace.ETag), TableUpdateMode.Replace, cancellation),
                _ => await table.DeleteEntityAsync(partition.Key, writes[0].Id, new ETag(((DocumentWrite.Delete)writes[0]).ETag), cancellation),
            };
            return new(StoreAnswerKind.Done, response.Headers.ETag?.ToString());
        }
        catch (RequestFailedException error) when (error.Status is 404 or 409 or 412)
        {
            return new(StoreAnswerKind.Refused);
        }
        catch (Exception error) when (IsSilence(error, cancellation))
        {
            return new(StoreAnswerKind.Unknown);
        }
    }

    // Throttled, unavailable, timed out or cut off: the SDK has retried and knows no more.
    private static bool IsSilence(Exception error, CancellationToken cancellation) => error switch
    {
        RequestFailedException failed => failed.Status is 0 or 408 or 429 or >= 500,
        AggregateException or IOException or HttpRequestException => true,
        OperationCanceledException => !cancellation.IsCancellationRequested,
        _ => false,
    };

    private static TableTransactionAction Action(Partition partition, DocumentWrite write) => write switch
    {
        DocumentWrite.Create create => new(TableTransactionActionType.Add, Entity(partition, create.Document)),
        DocumentWrite.Replace replace => new(TableTransactionActionType.UpdateReplace, Entity(partition, replace.Document), new ETag(replace.ETag)),
        DocumentWrite.Delete delete => new(TableTransactionActionType.Delete, new TableEntity(partition.Key, delete.Id), new ETag(delete.ETag)),
        _ => throw new ArgumentException($"Unknown write {write.GetType().Name}.", nameof(write)),
    };

    private static TableEntity Entity(Partition partition, NewDocument document)
    {
        var entity = new TableEntity(partition.Key, document.Id) { [Schema] = document.Schema, [WriteId] = document.WriteId };
        if (document.ExpiresAt is { } expires)
            entity[Expires] = expires;
        for (var (at, number) = (0, 0); at < document.Body.Length; at += ChunkBytesMax, number++)
            entity[$"{Chunk}{number}"] = document.Body.Slice(at, Math.Min(ChunkBytesMax, document.Body.Length - at)).ToArray();
        return entity;
    }

    private static StoredDocument Read(TableEntity entity)
    {
        var first = entity.GetBinary($"{Chunk}0") ?? [];
        if (!entity.ContainsKey($"{Chunk}1"))
            return Make(first);
        using var body = new MemoryStream();
        for (var number = 0; entity.GetBinary($"{Chunk}{number}") is { } chunk; number++)
            body.Write(chunk);
        return Make(body.ToArray());

        StoredDocument Make(byte[] bytes) =>
            new(entity.RowKey, bytes, entity.GetInt32(Schema) ?? 1, entity.GetString(WriteId) ?? "", entity.ETag.ToString(), entity.GetDateTimeOffset(Expires));
    }
}
