using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Kundli.Features.Due;

/// <summary>
/// Finds what a dead process, a lost message or a patient date left over, and has it done. Runs by a timer; two runs at once do the same work
/// twice, which every work bears.
/// </summary>
public sealed partial class RedriveDue(IDueMarkers markers, IEnumerable<IDueWork> works, TimeProvider time, ILogger<RedriveDue> logger)
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Kundli.Due";

    /// <summary>Markers of one shard that one run looks at; the rest waits for the next run.</summary>
    public const int PerShardMax = 50;

    /// <summary>A target whose work failed is looked at again after this.</summary>
    public static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(2);

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Lateness = Meter.CreateHistogram(
        "kundli.due.lateness", "s", "How long after its time due work was begun.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 5, 10, 30, 60, 300, 900, 3600, 86400] });

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("kundli.due.failures", description: "Due work that failed and is tried again.");

    /// <summary>Works off every kind once.</summary>
    /// <returns>How many markers were worked off.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var count = 0;
        foreach (var work in works)
            for (var shard = 0; shard < DueMarker.Shards; shard++)
                count += await RunAsync(work, shard, cancellation);
        return count;
    }

    private async Task<int> RunAsync(IDueWork work, int shard, CancellationToken cancellation)
    {
        var due = await markers.DueAsync(work.Kind, shard, time.GetUtcNow(), PerShardMax, cancellation);
        foreach (var marker in due)
        {
            var again = await RunAsync(work, marker, cancellation);
            // The next marker before the old one goes: a death between the two leaves both, never none.
            if (again is { } at)
                await markers.SetAsync(marker with { DueAt = at }, cancellation);
            await markers.ClearAsync(marker, cancellation);
        }
        return due.Count;
    }

    private async Task<DateTimeOffset?> RunAsync(IDueWork work, DueMarker marker, CancellationToken cancellation)
    {
        Lateness.Record((time.GetUtcNow() - marker.DueAt).TotalSeconds, new KeyValuePair<string, object?>("kind", work.Kind));
        try
        {
            return await work.RunAsync(marker.TargetId, cancellation);
        }
        // One target's fault must not hold up the others; its marker moves on and the fault is told.
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            Failures.Add(1, new KeyValuePair<string, object?>("kind", work.Kind));
            LogFailure(work.Kind, error.GetType().Name);
            return time.GetUtcNow() + AfterFailure;
        }
    }

    // The target's id may grant access, so it is not logged.
    [LoggerMessage(Level = LogLevel.Error, Message = "Due work of kind {Kind} failed with {Error}; it is tried again later.")]
    private partial void LogFailure(string kind, string error);
}
