using Microsoft.Azure.Functions.Worker;

namespace Kundli.LocalHost.Tests.Samples;

public sealed class QueueFunctions(Journal journal)
{
    public static readonly TimeSpan LongWork = TimeSpan.FromSeconds(7);

    [Function("TakeParcel")]
    public void Take([QueueTrigger("parcels")] Parcel parcel, string id, long dequeueCount) => journal.Write($"parcel:{parcel.Id}:{parcel.Grams}:{dequeueCount}:{id.Length > 0}");

    [Function("Try")]
    public void Try([QueueTrigger("trials")] string text)
    {
        journal.Write($"trial:{text}");
        if (text.StartsWith("bad", StringComparison.Ordinal))
            throw new InvalidOperationException("It is bad.");
    }

    [Function("WorkLong")]
    public async Task WorkLongAsync([QueueTrigger("longs")] string text, CancellationToken cancellation)
    {
        journal.Write($"long:{text}:started");
        await Task.Delay(LongWork, cancellation);
        journal.Write($"long:{text}:finished");
    }

    [Function("WorkTooLong")]
    public async Task WorkTooLongAsync([QueueTrigger("too-longs")] string text, CancellationToken cancellation)
    {
        journal.Write($"too-long:{text}:started");
        await Task.Delay(TimeSpan.FromMinutes(1), cancellation);
    }

    [Function("ReadLetter")]
    public void ReadLetter([ServiceBusTrigger("letters", Connection = "ServiceBus")] string text, int deliveryCount)
    {
        journal.Write($"letter:{text}:{deliveryCount}");
        if (text.StartsWith("bad", StringComparison.Ordinal))
            throw new InvalidOperationException("It can't be read.");
    }

    [Function("Relay")]
    [QueueOutput("relayed")]
    public static string[]? Relay([QueueTrigger("relay")] string text) => text == "nothing" ? null : [.. text.Split(' ')];

    [Function("TakeRelayed")]
    public void TakeRelayed([QueueTrigger("relayed")] string text) => journal.Write($"relayed:{text}");
}
