using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

using Kundli.Adapters.Documents;

namespace Kundli.Testing.Cosmos;

/// <summary>
/// The gateway of a Cosmos account as the unchanged SDK sees it: account, containers, partition ranges, items with versions and time to live,
/// transactional batches and the one range query with its continuations. Only what the product asks for is answered; everything else is 400
/// and kept in <see cref="Unanswered"/>, so that a new kind of request can't go by unseen.
/// </summary>
/// <param name="address">The address that the account gives as its own.</param>
/// <param name="time">Judges time to live.</param>
public sealed class CosmosGateway(Uri address, TimeProvider time) : HttpMessageHandler
{
    /// <summary>The database that exists.</summary>
    public const string Database = "kundli";

    private readonly CosmosItems _items = new(time);
    private readonly List<string> _unanswered = [];
    private readonly List<CosmosCharge> _charges = [];

    /// <summary>A key that the SDK accepts as one.</summary>
    public static string Key { get; } = Convert.ToBase64String(new byte[64]);

    /// <summary>The most items of one answer, however many are asked for: the rest needs a continuation.</summary>
    public int PageItemsMax { get; set; } = 7;

    /// <summary>How long each answer takes.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Answers in place of the gateway where it gives a status: 429 says when to come again.</summary>
    public Func<HttpRequestMessage, HttpStatusCode?>? Refuse { get; set; }

    /// <summary>Requests that this gateway does not know.</summary>
    public IReadOnlyList<string> Unanswered
    {
        get
        {
            lock (_unanswered)
                return [.. _unanswered];
        }
    }

    /// <summary>
    /// What each request has cost, in order, by <see cref="CosmosCharge"/>'s model: an estimate, not a bill.
    /// </summary>
    public IReadOnlyList<CosmosCharge> Charges
    {
        get
        {
            lock (_charges)
                return [.. _charges];
        }
    }

    /// <summary>Every item as the account keeps it, for a test that looks behind the product.</summary>
    public IReadOnlyList<(Partition Partition, string Id, string Json)> Items => _items.All();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Latency > TimeSpan.Zero)
            await Task.Delay(Latency, cancellationToken);
        if (Refuse?.Invoke(request) is { } refusal)
            return Error(request, (int)refusal, "Ordered by the test.");
        if (request.RequestUri!.Host != address.Host)
            return Error(request, 404, "Not this account: the SDK asks whether it runs on a virtual machine of the cloud.");
        var path = request.RequestUri.AbsolutePath.Trim('/').Split('/').Select(Uri.UnescapeDataString).ToArray();
        return path switch
        {
            [""] => Json(request, 200, Account()),
            ["dbs", _, "colls", var name] when request.Method == HttpMethod.Get => Container(request, name),
            ["dbs", _, "colls", var rid, "pkranges"] => Ranges(request, rid),
            ["dbs", Database, "colls", var name, "docs"] when request.Method == HttpMethod.Post => await PostAsync(request, name, cancellationToken),
            ["dbs", Database, "colls", var name, "docs", var id] => await ItemAsync(request, new(name, KeyOf(request)), id, cancellationToken),
            _ => Unknown(request),
        };
    }

    private async Task<HttpResponseMessage> PostAsync(HttpRequestMessage request, string name, CancellationToken cancellation)
    {
        var here = new Partition(name, KeyOf(request));
        if (IsTrue(request, "x-ms-cosmos-is-batch-request"))
            return await BatchAsync(request, here, cancellation);
        var body = await request.Content!.ReadAsByteArrayAsync(cancellation);
        if (IsTrue(request, "x-ms-documentdb-isquery"))
            return Query(request, here, JsonNode.Parse(body)!.AsObject());
        var item = JsonNode.Parse(body)!.AsObject();
        return Answer(request, here, _items.Apply(here, [new(CosmosBatchOperation.Create, null, body, null)])[0], item);
    }

    private async Task<HttpResponseMessage> ItemAsync(HttpRequestMessage request, Partition here, string id, CancellationToken cancellation)
    {
        var ifMatch = Header(request, "If-Match");
        if (request.Method == HttpMethod.Get)
            return _items.Find(here, id) is { } found ? Charged(Json(request, 200, found.Body, found.ETag), here, "read", CosmosCharge.Read(Size(found.Body))) : Error(request, 404, "Not found.");
        if (request.Method == HttpMethod.Delete)
            return Answer(request, here, _items.Apply(here, [new(CosmosBatchOperation.Delete, id, null, ifMatch)])[0], null);
        if (request.Method != HttpMethod.Put)
            return Unknown(request);
        var body = await request.Content!.ReadAsByteArrayAsync(cancellation);
        return Answer(request, here, _items.Apply(here, [new(CosmosBatchOperation.Replace, id, body, ifMatch)])[0], JsonNode.Parse(body)!.AsObject());
    }

    private async Task<HttpResponseMessage> BatchAsync(HttpRequestMessage request, Partition here, CancellationToken cancellation)
    {
        using var body = new MemoryStream(await request.Content!.ReadAsByteArrayAsync(cancellation));
        var operations = await CosmosBatchWire.ReadAsync(body);
        var results = _items.Apply(here, operations);
        var response = new HttpResponseMessage(results.All(result => result.Status < 300) ? HttpStatusCode.OK : HttpStatusCode.MultiStatus)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(await CosmosBatchWire.WriteAsync(results)),
        };
        return Charged(Stamp(response, null), here, "batch", operations.Sum(operation => CosmosCharge.Write(operation.Body?.Length ?? 0)));
    }

    private HttpResponseMessage Query(HttpRequestMessage request, Partition here, JsonObject query)
    {
        if (query["query"]!.GetValue<string>() != CosmosDocumentStore.RangeQuery)
            return Unknown(request);
        var parameters = query["parameters"]!.AsArray().ToDictionary(item => item!["name"]!.GetValue<string>(), item => item!["value"]!.GetValue<string>());
        var asked = int.Parse(Header(request, "x-ms-max-item-count") ?? "100", CultureInfo.InvariantCulture);
        var after = Header(request, "x-ms-continuation");
        var limit = Math.Min(asked <= 0 ? PageItemsMax : asked, PageItemsMax);
        var found = _items.Range(here, parameters["@from"], parameters["@to"], after, limit + 1);
        var page = found.Take(limit).ToArray();
        var response = Json(request, 200, new JsonObject { ["_rid"] = Rid(here.Container), ["Documents"] = new JsonArray([.. page.Select(item => item.Body.DeepClone())]), ["_count"] = page.Length });
        // One partition holds the whole answer: the SDK need not plan a merge.
        response.Headers.Add("x-ms-cosmos-query-requiresdistribution", "False");
        if (found.Count > limit)
            response.Headers.Add("x-ms-continuation", page[^1].Body["id"]!.GetValue<string>());
        return Charged(response, here, "query", CosmosCharge.Query(page.Sum(item => Size(item.Body))));
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, Partition here, CosmosBatchResult result, JsonObject? item)
    {
        if (result.Status >= 300)
            return Error(request, result.Status, "A condition does not hold.");
        var response = Stamp(new HttpResponseMessage((HttpStatusCode)result.Status) { RequestMessage = request, Content = new ByteArrayContent([]) }, result.ETag);
        return Charged(response, here, item is null ? "delete" : "write", CosmosCharge.Write(item is null ? 0 : Size(item)));
    }

    private JsonObject Account()
    {
        JsonArray Here() => [new JsonObject { ["name"] = "Local", ["databaseAccountEndpoint"] = address.ToString() }];
        return new()
        {
            ["_self"] = "", ["id"] = "fake", ["_rid"] = "fake", ["media"] = "//media/", ["addresses"] = "//addresses/", ["_dbs"] = "//dbs/",
            ["writableLocations"] = Here(), ["readableLocations"] = Here(), ["enableMultipleWriteLocations"] = false,
            ["userReplicationPolicy"] = new JsonObject { ["asyncReplication"] = false, ["minReplicaSetSize"] = 3, ["maxReplicasetSize"] = 4 },
            ["userConsistencyPolicy"] = new JsonObject { ["defaultConsistencyLevel"] = "Strong" },
            ["systemReplicationPolicy"] = new JsonObject { ["minReplicaSetSize"] = 3, ["maxReplicasetSize"] = 4 },
            ["readPolicy"] = new JsonObject { ["primaryReadCoefficient"] = 1, ["secondaryReadCoefficient"] = 1 },
            ["queryEngineConfiguration"] = """{"maxSqlQueryInputLength":262144,"maxJoinsPerSqlQuery":5,"maxLogicalAndPerSqlQuery":500,"maxLogicalOrPerSqlQuery":500,"maxUdfRefPerSqlQuery":10,"maxInExpressionItemsCount":16000,"queryMaxInMemorySortDocumentCount":500,"maxQueryRequestTimeoutFraction":0.9,"sqlAllowNonFiniteNumbers":false,"sqlAllowAggregateFunctions":true,"sqlAllowSubQuery":true,"sqlAllowScalarSubQuery":true,"allowNewKeywords":true,"sqlAllowLike":true,"sqlAllowGroupByClause":true,"maxSpatialQueryCells":12,"spatialMaxGeometryPointCount":256,"sqlAllowTop":true,"enableSpatialIndexing":true}""",
        };
    }

    private HttpResponseMessage Container(HttpRequestMessage request, string name) => Containers.All.Contains(name)
        ? Json(request, 200, new JsonObject
        {
            ["id"] = name, ["_rid"] = Rid(name), ["_self"] = $"dbs/UUUAAA==/colls/{Rid(name)}/", ["_etag"] = "\"1\"", ["_ts"] = 1,
            ["indexingPolicy"] = new JsonObject { ["indexingMode"] = "consistent", ["automatic"] = true },
            ["partitionKey"] = new JsonObject { ["paths"] = new JsonArray("/pk"), ["kind"] = "Hash", ["version"] = 2 },
        }, "\"1\"")
        : Error(request, 404, "No such container.");

    private static HttpResponseMessage Ranges(HttpRequestMessage request, string rid)
    {
        if (Header(request, "If-None-Match") is { } known && known.Trim('"') == "1")
            return Stamp(new HttpResponseMessage(HttpStatusCode.NotModified) { RequestMessage = request, Content = new ByteArrayContent([]) }, "\"1\"");
        var range = new JsonObject { ["_rid"] = rid, ["id"] = "0", ["_etag"] = "\"1\"", ["minInclusive"] = "", ["maxExclusive"] = "FF", ["ridPrefix"] = 0, ["throughputFraction"] = 1, ["status"] = "online", ["parents"] = new JsonArray() };
        return Json(request, 200, new JsonObject { ["_rid"] = rid, ["PartitionKeyRanges"] = new JsonArray(range), ["_count"] = 1 }, "\"1\"");
    }

    private HttpResponseMessage Unknown(HttpRequestMessage request)
    {
        lock (_unanswered)
            _unanswered.Add($"{request.Method} {request.RequestUri!.AbsolutePath}");
        return Error(request, 400, "This gateway does not know the request.");
    }

    // Database and container as the service numbers them: four bytes each, the container's first bit set.
    private static string Rid(string container)
    {
        var number = Containers.All.ToList().IndexOf(container) + 1;
        return Convert.ToBase64String([0x51, 0x45, 0, 0, 0x80, 0, 0, (byte)number]).Replace('/', '-');
    }

    private static string KeyOf(HttpRequestMessage request) =>
        JsonNode.Parse(Header(request, "x-ms-documentdb-partitionkey") ?? throw new InvalidOperationException("A request without a partition key."))!.AsArray()[0]!.GetValue<string>();

    private static string? Header(HttpRequestMessage request, string name) => request.Headers.TryGetValues(name, out var values) ? string.Join(",", values) : null;

    private static bool IsTrue(HttpRequestMessage request, string name) => string.Equals(Header(request, name), "true", StringComparison.OrdinalIgnoreCase);

    private static int Size(JsonObject item) => Encoding.UTF8.GetByteCount(item.ToJsonString());

    private HttpResponseMessage Charged(HttpResponseMessage response, Partition here, string operation, double units)
    {
        lock (_charges)
            _charges.Add(new(here.Container, operation, units));
        response.Headers.Remove("x-ms-request-charge");
        response.Headers.Add("x-ms-request-charge", units.ToString(CultureInfo.InvariantCulture));
        return response;
    }

    private static HttpResponseMessage Error(HttpRequestMessage request, int status, string message)
    {
        var response = Json(request, status, new JsonObject { ["code"] = $"{status}", ["message"] = message });
        if (status == 429)
            response.Headers.Add("x-ms-retry-after-ms", "2");
        return response;
    }

    private static HttpResponseMessage Json(HttpRequestMessage request, int status, JsonObject body, string? etag = null) => Stamp(new HttpResponseMessage((HttpStatusCode)status)
    {
        RequestMessage = request,
        Content = new StringContent(body.ToJsonString(new JsonSerializerOptions()), Encoding.UTF8, "application/json"),
    }, etag);

    private static HttpResponseMessage Stamp(HttpResponseMessage response, string? etag)
    {
        response.Headers.Add("x-ms-activity-id", Guid.NewGuid().ToString());
        response.Headers.Add("x-ms-request-charge", "0");
        response.Headers.Add("x-ms-session-token", "0:-1#1");
        response.Headers.Add("lsn", "1");
        if (etag is not null)
            response.Headers.TryAddWithoutValidation("etag", etag);
        return response;
    }
}
