using System.Text.Json.Nodes;

namespace Kundli.LocalHost.Hosting;

/// <summary>What host.json says, as far as a laptop follows it.</summary>
/// <param name="FunctionTimeMax"><c>functionTimeout</c>.</param>
/// <param name="Queues">The queue and Service Bus extensions.</param>
internal sealed record HostSettings(TimeSpan FunctionTimeMax, QueueSettings Queues)
{
    /// <summary>Reads host.json; what it leaves out has the official default.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lease">How long a message is hidden while it is worked on: the one deliberate difference, officially ten minutes.</param>
    public static HostSettings Read(string path, TimeSpan lease)
    {
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        var queues = json["extensions"]?["queues"];
        var bus = json["extensions"]?["serviceBus"];
        var batch = queues?["batchSize"]?.GetValue<int>() ?? 16;
        return new(
            TimeSpan.Parse(json["functionTimeout"]?.GetValue<string>() ?? "00:30:00"),
            new QueueSettings(
                Lease: lease,
                RetryAfter: TimeSpan.FromTicks(Math.Min(TimeSpan.Parse(queues?["visibilityTimeout"]?.GetValue<string>() ?? "00:00:00").Ticks, lease.Ticks)),
                PollMax: TimeSpan.Parse(queues?["maxPollingInterval"]?.GetValue<string>() ?? "00:00:02"),
                BatchMax: batch,
                ConcurrentMax: Math.Max(batch + (queues?["newBatchThreshold"]?.GetValue<int>() ?? (batch / 2)), bus?["maxConcurrentCalls"]?.GetValue<int>() ?? 1),
                DequeueCountMax: queues?["maxDequeueCount"]?.GetValue<int>() ?? 5,
                DeliveryCountMax: 5));
    }
}

/// <summary>How messages are taken and given back.</summary>
/// <param name="Lease">Hidden for so long while worked on, renewed at half of it.</param>
/// <param name="RetryAfter">A failed storage-queue message comes back after this, never later than a lease.</param>
/// <param name="PollMax">The longest wait between two looks at an empty queue.</param>
/// <param name="BatchMax">Messages of one look.</param>
/// <param name="ConcurrentMax">Messages worked on at once.</param>
/// <param name="DequeueCountMax">Tries of a storage-queue message before it is poison.</param>
/// <param name="DeliveryCountMax">Deliveries of a Service Bus message before it is a dead letter; on Azure a property of the queue (infra).</param>
internal sealed record QueueSettings(TimeSpan Lease, TimeSpan RetryAfter, TimeSpan PollMax, int BatchMax, int ConcurrentMax, long DequeueCountMax, long DeliveryCountMax);
