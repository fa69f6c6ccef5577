using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Kundli.Adapters.Documents;

/// <summary>
/// Times every call to a store and makes a span of it. Both name the container and what was done, never a key or an id: those may lead to a person, and an
/// order's id grants access.
/// </summary>
public sealed class MeasuredDocumentStore(IDocumentStore store) : IDocumentStore
{
    /// <summary>The name of the meter and of the spans' source.</summary>
    public const string Name = "Kundli.Documents";

    private const string Unavailable = "unavailable";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "kundli.documents.duration", "s", "How long the document store took to answer.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] });

    /// <inheritdoc/>
    public Task<StoredDocument?> ReadAsync(Partition partition, string id, CancellationToken cancellation) =>
        TimeAsync("read", partition, () => store.ReadAsync(partition, id, cancellation), document => document is null ? "absent" : "done");

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredDocument>> RangeAsync(Partition partition, IdRange range, int limit, CancellationToken cancellation) =>
        TimeAsync("range", partition, () => store.RangeAsync(partition, range, limit, cancellation), _ => "done");

    /// <inheritdoc/>
    public Task<StoreAnswer> WriteAsync(Partition partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation) =>
        TimeAsync("write", partition, () => store.WriteAsync(partition, writes, cancellation), answer => answer.Kind switch
        {
            StoreAnswerKind.Done => "done",
            StoreAnswerKind.Refused => "refused",
            _ => "unknown",
        });

    private static async Task<T> TimeAsync<T>(string operation, Partition partition, Func<Task<T>> call, Func<T, string> outcomeOf)
    {
        using var span = Source.StartActivity($"documents {operation}", ActivityKind.Client);
        span?.SetTag("kundli.container", partition.Container);
        var start = Stopwatch.GetTimestamp();
        var outcome = Unavailable;
        try
        {
            var answer = await call();
            outcome = outcomeOf(answer);
            return answer;
        }
        finally
        {
            if (outcome == Unavailable)
                span?.SetStatus(ActivityStatusCode.Error);
            Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new TagList { { "operation", operation }, { "container", partition.Container }, { "outcome", outcome } });
        }
    }
}
