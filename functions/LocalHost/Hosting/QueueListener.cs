using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kundli.LocalHost.Hosting;

/// <summary>
/// Serves one storage-queue or Service Bus trigger. A message is hidden while it is worked on, and its hiding is renewed. A failed storage-queue
/// message comes back after <c>visibilityTimeout</c> and goes to <c>&lt;queue&gt;-poison</c> after <c>maxDequeueCount</c> tries; a failed Service Bus
/// message comes back at once and goes to <c>&lt;queue&gt;-deadletter</c>, with the reason, after its last delivery.
/// </summary>
internal sealed class QueueListener(LocalFunction function, FunctionRunner runner, OutputWriter outputs, QueueAccess queues, QueueSettings settings, ILogger logger)
{
    private const string PoisonSuffix = "-poison";
    private static readonly TimeSpan PollMin = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _free = new(settings.ConcurrentMax, settings.ConcurrentMax);

    private bool IsServiceBus => function.Trigger is ServiceBusTriggerAttribute;

    private long TriesMax => IsServiceBus ? settings.DeliveryCountMax : settings.DequeueCountMax;

    private string QueueName => function.Trigger switch
    {
        QueueTriggerAttribute queue => queue.QueueName,
        ServiceBusTriggerAttribute bus => bus.QueueName ?? throw new InvalidOperationException($"{function.Name}: topics are not served locally."),
        var other => throw new InvalidOperationException($"{other.GetType().Name} is no queue."),
    };

    /// <summary>Listens until <paramref name="stopping"/>, then waits for what is running.</summary>
    /// <param name="stopping">Take no further message.</param>
    /// <param name="aborting">Cancel what is running.</param>
    public async Task ListenAsync(CancellationToken stopping, CancellationToken aborting)
    {
        var wait = PollMin;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var sent = queues.NextSendAsync(QueueName);
                var taken = await TakeAsync(stopping, aborting);
                wait = taken > 0 ? PollMin : TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, settings.PollMax.Ticks));
                // As the official listener: what this host itself sends is looked for at once.
                if (taken == 0)
                    await Task.WhenAny(Task.Delay(wait, stopping), sent);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception error) when (IsStorage(error))
            {
                logger.LogWarning("Queue {Queue} did not answer: {Kind}", QueueName, error.GetType().Name);
                await Task.Delay(settings.PollMax, CancellationToken.None);
            }
        }
        for (var i = 0; i < settings.ConcurrentMax; i++)
            await _free.WaitAsync(CancellationToken.None);
    }

    private async Task<int> TakeAsync(CancellationToken stopping, CancellationToken aborting)
    {
        await _free.WaitAsync(stopping);
        var places = 1;
        try
        {
            while (places < settings.BatchMax && _free.Wait(0, CancellationToken.None))
                places++;
            var queue = await queues.OpenRawAsync(QueueName, stopping);
            QueueMessage[] messages = await queue.ReceiveMessagesAsync(places, settings.Lease, stopping);
            foreach (var message in messages)
            {
                places--;
                _ = WorkAsync(queue, message, aborting);
            }
            return messages.Length;
        }
        finally
        {
            if (places > 0)
                _free.Release(places);
        }
    }

    // Runs beside the loop; its place in the semaphore is what the loop waits for at the end.
    private async Task WorkAsync(QueueClient queue, QueueMessage message, CancellationToken aborting)
    {
        var receipt = new Receipt(message.PopReceipt);
        try
        {
            using var renewing = CancellationTokenSource.CreateLinkedTokenSource(aborting);
            var renewal = RenewAsync(queue, message, receipt, renewing.Token);
            string? failure = null;
            try
            {
                // More tries than there are: whoever had it died on it each time, and so would this host.
                if (message.DequeueCount > TriesMax)
                    failure = "Every try ended without an answer.";
                else
                    await RunAsync(message, aborting);
            }
            catch (Exception error)
            {
                failure = $"{error.GetType().Name}: {error.Message}";
                logger.LogError("{Function} failed on message {Message}, try {Count}: {Kind}", function.Name, message.MessageId, message.DequeueCount, error.GetType().Name);
            }
            await renewing.CancelAsync();
            await renewal;
            if (!aborting.IsCancellationRequested)
                await SettleAsync(queue, message, receipt, failure);
        }
        catch (Exception error) when (IsStorage(error))
        {
            // The message comes back by itself when its hiding ends: every function bears that.
            logger.LogWarning("{Function}: message {Message} could not be settled: {Kind}", function.Name, message.MessageId, error.GetType().Name);
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task RunAsync(QueueMessage message, CancellationToken aborting)
    {
        var payload = BinaryData.FromBytes(Convert.FromBase64String(message.MessageText));
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["id"] = message.MessageId,
            ["messageId"] = message.MessageId,
            ["dequeueCount"] = message.DequeueCount,
            ["deliveryCount"] = (int)message.DequeueCount,
        };
        var input = new TriggerInput(payload, data) { RetryCount = (int)message.DequeueCount - 1 };
        var result = await runner.RunAsync(function, input, aborting);
        await outputs.WriteAsync(function, result, aborting);
    }

    private async Task RenewAsync(QueueClient queue, QueueMessage message, Receipt receipt, CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(settings.Lease / 2, done);
                UpdateReceipt renewed = await queue.UpdateMessageAsync(message.MessageId, receipt.Value, visibilityTimeout: settings.Lease, cancellationToken: CancellationToken.None);
                receipt.Value = renewed.PopReceipt;
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception error) when (IsStorage(error))
        {
            logger.LogWarning("{Function}: message {Message} could not be kept hidden: {Kind}", function.Name, message.MessageId, error.GetType().Name);
        }
    }

    private async Task SettleAsync(QueueClient queue, QueueMessage message, Receipt receipt, string? failure)
    {
        if (failure is not null && message.DequeueCount < TriesMax)
        {
            await queue.UpdateMessageAsync(message.MessageId, receipt.Value, visibilityTimeout: IsServiceBus ? TimeSpan.Zero : settings.RetryAfter);
            return;
        }
        // A poison queue has no other behind it: what fails there stays.
        if (failure is not null && !IsServiceBus && QueueName.EndsWith(PoisonSuffix, StringComparison.Ordinal))
            return;
        if (failure is not null)
        {
            logger.LogError("Message {Message} of {Queue} has been tried {Count} times and is kept aside.", message.MessageId, QueueName, message.DequeueCount);
            await KeepAsideAsync(message, failure);
        }
        await queue.DeleteMessageAsync(message.MessageId, receipt.Value);
    }

    // The store answered with an error, or did not answer at any of the client's tries.
    private static bool IsStorage(Exception error) => error is RequestFailedException or AggregateException;

    private async Task KeepAsideAsync(QueueMessage message, string failure)
    {
        if (!IsServiceBus)
        {
            var poison = await queues.OpenRawAsync($"{QueueName}{PoisonSuffix}", CancellationToken.None);
            await poison.SendMessageAsync(message.MessageText);
            return;
        }
        var letter = new DeadLetter(message.MessageId, "MaxDeliveryCountExceeded", failure, message.MessageText);
        await queues.SendAsync($"{QueueName}-deadletter", System.Text.Json.JsonSerializer.Serialize(letter, FunctionRunner.PayloadJson), CancellationToken.None);
    }

    private sealed class Receipt(string value)
    {
        public string Value { get; set; } = value;
    }
}

/// <summary>A message that gave up, with the two properties that Service Bus keeps beside it.</summary>
internal sealed record DeadLetter(string MessageId, string DeadLetterReason, string DeadLetterErrorDescription, string Body);
