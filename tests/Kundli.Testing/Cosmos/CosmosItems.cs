using System.Text.Json.Nodes;

using Kundli.Adapters.Documents;

namespace Kundli.Testing.Cosmos;

/// <summary>An item as the service keeps it.</summary>
internal sealed record CosmosItem(JsonObject Body, string ETag, DateTimeOffset? GoneAt);

/// <summary>The items of all containers: versions, time to live, all-or-nothing.</summary>
internal sealed class CosmosItems(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Partition, SortedDictionary<string, CosmosItem>> _partitions = [];
    private long _version;

    public CosmosItem? Find(Partition here, string id)
    {
        lock (_gate)
            return Living(In(here), id);
    }

    public IReadOnlyList<CosmosItem> Range(Partition here, string from, string to, string? after, int limit)
    {
        lock (_gate)
        {
            var items = In(here);
            // A copy of the keys: what has lived out its time goes while they are walked.
            return [.. items.Keys.ToArray()
                .Where(id => string.CompareOrdinal(id, from) >= 0 && string.CompareOrdinal(id, to) < 0 && (after is null || string.CompareOrdinal(id, after) > 0))
                .Select(id => Living(items, id)).OfType<CosmosItem>().Take(limit)];
        }
    }

    /// <summary>Everything that is kept, with what has lived out its time but was not taken away yet.</summary>
    public IReadOnlyList<(Partition Partition, string Id, string Json)> All()
    {
        lock (_gate)
            return [.. _partitions.SelectMany(partition => partition.Value.Select(item => (partition.Key, item.Key, item.Value.Body.ToJsonString())))];
    }

    /// <summary>Carries out all operations, or none: then the one at fault says why and the others 424.</summary>
    public IReadOnlyList<CosmosBatchResult> Apply(Partition here, IReadOnlyList<CosmosBatchOperation> operations)
    {
        lock (_gate)
        {
            var items = In(here);
            for (var i = 0; i < operations.Count; i++)
                if (Fault(items, here, operations[i]) is var fault and not 0)
                    return [.. operations.Select((_, index) => new CosmosBatchResult(index == i ? fault : 424, null))];
            return [.. operations.Select(operation => Apply(items, operation))];
        }
    }

    private CosmosBatchResult Apply(SortedDictionary<string, CosmosItem> items, CosmosBatchOperation operation)
    {
        var id = IdOf(operation);
        if (operation.Type == CosmosBatchOperation.Delete)
        {
            items.Remove(id);
            return new(204, null);
        }
        var body = JsonNode.Parse(operation.Body!)!.AsObject();
        var etag = $"\"{++_version:x8}-0000-0000-0000-000000000000\"";
        body["_etag"] = etag;
        body["_ts"] = time.GetUtcNow().ToUnixTimeSeconds();
        body["_rid"] = Convert.ToBase64String([0x51, 0x45, 0, 0, 0x80, 0, 0, 1, .. BitConverter.GetBytes(_version)]).Replace('/', '-');
        var ttl = body["ttl"]?.GetValue<int>();
        items[id] = new(body, etag, ttl is null ? null : time.GetUtcNow().AddSeconds(ttl.Value));
        return new(operation.Type == CosmosBatchOperation.Create ? 201 : 200, etag);
    }

    private int Fault(SortedDictionary<string, CosmosItem> items, Partition here, CosmosBatchOperation operation)
    {
        if (operation.Body is not null && JsonNode.Parse(operation.Body)!["pk"]?.GetValue<string>() != here.Key)
            return 400;
        var stored = Living(items, IdOf(operation));
        return operation.Type switch
        {
            CosmosBatchOperation.Create => stored is null ? 0 : 409,
            CosmosBatchOperation.Replace or CosmosBatchOperation.Delete when stored is null => 404,
            CosmosBatchOperation.Replace or CosmosBatchOperation.Delete => operation.IfMatch is null || operation.IfMatch == stored.ETag ? 0 : 412,
            _ => 400,
        };
    }

    private static string IdOf(CosmosBatchOperation operation) => operation.Id ?? JsonNode.Parse(operation.Body!)!["id"]!.GetValue<string>();

    private CosmosItem? Living(SortedDictionary<string, CosmosItem> items, string id)
    {
        if (!items.TryGetValue(id, out var item))
            return null;
        if (item.GoneAt > time.GetUtcNow())
            return item;
        if (item.GoneAt is null)
            return item;
        items.Remove(id);
        return null;
    }

    private SortedDictionary<string, CosmosItem> In(Partition here) =>
        _partitions.TryGetValue(here, out var items) ? items : _partitions[here] = new(StringComparer.Ordinal);
}
