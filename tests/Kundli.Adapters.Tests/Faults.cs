using System.Net;

using Kundli.Adapters.Documents;

namespace Kundli.Adapters.Tests;

/// <summary>What befalls one write on its way to the store and back.</summary>
internal enum Fault
{
    None,

    /// <summary>429: nothing is stored.</summary>
    Throttled,

    /// <summary>503: nothing is stored.</summary>
    Unavailable,

    /// <summary>Stored, and then the connection breaks.</summary>
    AnswerLost,
}

/// <summary>The faults that a test has ordered; each write takes the next one.</summary>
internal sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly Queue<Fault> _ordered = new();
    private Random? _random;
    private double _share;

    /// <summary>Faults that have happened.</summary>
    public int Happened { get; private set; }

    public void Order(Fault fault, int times = 1)
    {
        lock (_gate)
            for (var i = 0; i < times; i++)
                _ordered.Enqueue(fault);
    }

    /// <summary>From now on a share of all writes meets a fault of a random kind.</summary>
    public void Always(double share, int seed)
    {
        lock (_gate)
            (_share, _random) = (share, new Random(seed));
    }

    public void Stop()
    {
        lock (_gate)
        {
            _share = 0;
            _ordered.Clear();
        }
    }

    public Fault Next()
    {
        lock (_gate)
        {
            var fault = _ordered.TryDequeue(out var ordered) ? ordered : _random?.NextDouble() < _share ? (Fault)_random.Next(1, 4) : Fault.None;
            Happened += fault == Fault.None ? 0 : 1;
            return fault;
        }
    }
}

/// <summary>Faults on the wire, under an unchanged SDK.</summary>
internal sealed class FaultHandler(FaultPlan faults, HttpMessageHandler inner, Func<HttpRequestMessage, bool> isWrite) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var fault = isWrite(request) ? faults.Next() : Fault.None;
        if (fault is Fault.Throttled or Fault.Unavailable)
            return Refusal(request, fault == Fault.Throttled ? HttpStatusCode.TooManyRequests : HttpStatusCode.ServiceUnavailable);
        var response = await base.SendAsync(request, cancellationToken);
        if (fault != Fault.AnswerLost)
            return response;
        response.Dispose();
        throw new HttpRequestException("The connection broke after the request was carried out.");
    }

    private static HttpResponseMessage Refusal(HttpRequestMessage request, HttpStatusCode status)
    {
        var response = new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent("""{"code":"Busy","message":"Busy."}""") };
        response.Headers.Add("x-ms-retry-after-ms", "2");
        return response;
    }
}

/// <summary>Faults before a store that has no wire.</summary>
internal sealed class FaultyStore(FaultPlan faults, IDocumentStore inner) : IDocumentStore
{
    public Task<StoredDocument?> ReadAsync(Partition partition, string id, CancellationToken cancellation) => inner.ReadAsync(partition, id, cancellation);

    public Task<IReadOnlyList<StoredDocument>> RangeAsync(Partition partition, IdRange range, int limit, CancellationToken cancellation) =>
        inner.RangeAsync(partition, range, limit, cancellation);

    public async Task<StoreAnswer> WriteAsync(Partition partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        var fault = faults.Next();
        if (fault is Fault.Throttled or Fault.Unavailable)
            return new(StoreAnswerKind.Unknown);
        var answer = await inner.WriteAsync(partition, writes, cancellation);
        return fault == Fault.AnswerLost ? new(StoreAnswerKind.Unknown) : answer;
    }
}

/// <summary>A replica that is behind: so many reads as a test says see what lay there before the last write.</summary>
internal sealed class StaleStore(IDocumentStore inner) : IDocumentStore
{
    private readonly Dictionary<(Partition, string), StoredDocument?> _before = [];

    public int StaleReads { get; set; }

    public async Task<StoredDocument?> ReadAsync(Partition partition, string id, CancellationToken cancellation)
    {
        if (StaleReads <= 0 || !_before.TryGetValue((partition, id), out var old))
            return await inner.ReadAsync(partition, id, cancellation);
        StaleReads--;
        return old;
    }

    public Task<IReadOnlyList<StoredDocument>> RangeAsync(Partition partition, IdRange range, int limit, CancellationToken cancellation) =>
        inner.RangeAsync(partition, range, limit, cancellation);

    public async Task<StoreAnswer> WriteAsync(Partition partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        var before = new List<(string Id, StoredDocument? Document)>();
        foreach (var write in writes)
            before.Add((write.Id, await inner.ReadAsync(partition, write.Id, cancellation)));
        var answer = await inner.WriteAsync(partition, writes, cancellation);
        foreach (var (id, old) in before)
            if ((await inner.ReadAsync(partition, id, cancellation))?.ETag != old?.ETag)
                _before[(partition, id)] = old;
        return answer;
    }
}
