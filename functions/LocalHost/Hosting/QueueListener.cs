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
    private static readonly TimeSpan PollMin = TimeSpan.FromMilliseconds(50);

    private readonly SemaphoreSlim _free = new(settings.ConcurrentMax, settings.ConcurrentMax);

    private bool IsServiceBus => function.Trigger is ServiceBusTriggerAttribute;

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
                var taken = await TakeAsync(stopping, aborting);
                wait = taken > 0 ? PollMin : TimeSpan.FromTicks(Math.Min(wait.Ticks * 2, settings.PollMax.Ticks));
                if (taken == 0)
                    await Task.Delay(wait, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (RequestFailedException error)
            {
                logger.LogWarning("Queue {Queue} did not answer: {Code}", QueueName, error.ErrorCode);
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
        catch (RequestFailedException error)
        {
            // The message comes back by itself when its hiding ends: every function bears that.
            logger.LogWarning("{Function}: message {Message} could not be settled: {Code}", function.Name, message.MessageId, error.ErrorCode);
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
        catch (RequestFailedException error)
        {
            logger.LogWarning("{Function}: message {Message} could not be kept hidden: {Code}", function.Name, message.MessageId, error.ErrorCode);
        }
    }

    private async Task SettleAsync(QueueClient queue, QueueMessage message, Receipt receipt, string? failure)
    {
        if (failure is not null && message.DequeueCount < (IsServiceBus ? settings.DeliveryCountMax : settings.DequeueCountMax))
        {
            await queue.UpdateMessageAsync(message.MessageId, receipt.Value, visibilityTimeout: IsServiceBus ? TimeSpan.Zero : settings.RetryAfter);
            return;
        }
        if (failure is not null)
        {
            logger.LogError("Message {Message} of {Queue} has reached MaxDequeueCount {Count} and is kept aside.", message.MessageId, QueueName, message.DequeueCount);
            await KeepAsideAsync(message, failure);
        }
        await queue.DeleteMessageAsync(message.MessageId, receipt.Value);
    }

    private async Task KeepAsideAsync(QueueMessage message, string failure)
    {
        if (!IsServiceBus)
        {
            var poison = await queues.OpenRawAsync($"{QueueName}-poison", CancellationToken.None);
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
