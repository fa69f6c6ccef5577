using System.Collections.Concurrent;

using Azure.Storage.Queues;

namespace Kundli.LocalHost.Hosting;

/// <summary>The queues of the local store, made when they are first named. Service Bus queues are served from queues of the same name.</summary>
internal sealed class QueueAccess(string connectionString)
{
    private readonly QueueServiceClient _service = new(connectionString, Options(messageDecoding: true));
    private readonly QueueServiceClient _raw = new(connectionString, Options(messageDecoding: false));
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _sent = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task<QueueClient>> _queues = new(StringComparer.Ordinal);

    /// <summary>The queue whose messages are base64 text, as the official trigger has it by default.</summary>
    public Task<QueueClient> OpenAsync(string name, CancellationToken cancellation) => OpenAsync(_service, name, cancellation);

    /// <summary>The same queue with its messages as they lie there: what can't be decoded must not stop the others.</summary>
    public Task<QueueClient> OpenRawAsync(string name, CancellationToken cancellation) => OpenAsync(_raw, name, cancellation);

    /// <summary>Sends one message, and wakes this host's own listener of the queue.</summary>
    public async Task SendAsync(string queue, string message, CancellationToken cancellation)
    {
        await (await OpenAsync(queue, cancellation)).SendMessageAsync(message, cancellation);
        if (_sent.TryRemove(queue, out var waiting))
            waiting.TrySetResult();
    }

    /// <summary>Done when this host has sent a message to the queue after the call.</summary>
    public Task NextSendAsync(string queue) => _sent.GetOrAdd(queue, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private async Task<QueueClient> OpenAsync(QueueServiceClient service, string name, CancellationToken cancellation)
    {
        var key = $"{(service == _raw ? "raw" : "text")}:{name}";
        var open = _queues.GetOrAdd(key, _ => CreateAsync(service.GetQueueClient(name)));
        try
        {
            return await open.WaitAsync(cancellation);
        }
        catch when (open.IsFaulted)
        {
            // A store that was not there a moment ago must not be remembered as missing.
            _queues.TryRemove(new(key, open));
            throw;
        }
    }

    private static async Task<QueueClient> CreateAsync(QueueClient queue)
    {
        await queue.CreateIfNotExistsAsync();
        return queue;
    }

    private static QueueClientOptions Options(bool messageDecoding) =>
        new() { MessageEncoding = messageDecoding ? QueueMessageEncoding.Base64 : QueueMessageEncoding.None, Retry = { MaxRetries = 3, Delay = TimeSpan.FromMilliseconds(100), MaxDelay = TimeSpan.FromSeconds(2) } };
}
