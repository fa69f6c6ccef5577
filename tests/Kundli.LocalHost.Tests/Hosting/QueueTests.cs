using System.Text.Json.Nodes;

using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

using Kundli.LocalHost.Azurite;
using Kundli.LocalHost.Hosting;
using Kundli.LocalHost.Tests.Samples;
using Kundli.Testing;

using Xunit;

namespace Kundli.LocalHost.Tests.Hosting;

public sealed class QueueTests(SampleHost host) : IClassFixture<SampleHost>
{
    private const int DequeueCountMax = 3;
    private const int DeliveryCountMax = 5;

    [Fact]
    public async Task A_message_is_taken_once_and_is_gone()
    {
        var queue = await host.QueueAsync("parcels");

        await queue.SendMessageAsync("""{"id":"p-1","grams":120}""");

        await host.Journal.AtLeastAsync(1, "parcel:p-1:120:1");
        await EmptyAsync(queue);
        Assert.Equal(1, host.Journal.Count("parcel:p-1"));
    }

    [Fact]
    public async Task A_poison_message_goes_aside_after_its_last_try_and_the_others_are_unharmed()
    {
        var queue = await host.QueueAsync("trials");
        var poison = await host.QueueAsync("trials-poison");
        string[] all = ["good-1", "bad-poison", "good-2", "good-3", "good-4", "good-5"];

        foreach (var text in all)
            await queue.SendMessageAsync(text);

        Assert.Equal("bad-poison", (await ReceiveAsync(poison)).MessageText);
        var tries = host.Journal.Of("trial:bad-poison");
        Assert.Equal(DequeueCountMax, tries.Count);
        Assert.All(tries.Zip(tries.Skip(1)), pair => Assert.True(pair.First.Until(pair.Second) > TimeSpan.FromMilliseconds(700), "It came back before its visibility time-out."));
        Assert.All(all.Where(text => text.StartsWith("good", StringComparison.Ordinal)), text => Assert.Equal(1, host.Journal.Count($"trial:{text}")));
        await EmptyAsync(queue);
    }

    [Fact]
    public async Task A_malformed_message_counts_as_a_failure()
    {
        var queue = await host.QueueAsync("parcels");
        var poison = await SampleHost.QueueAsync(host.ConnectionString, "parcels-poison", QueueMessageEncoding.None);

        await queue.SendMessageAsync("{ this is no parcel");
        await (await SampleHost.QueueAsync(host.ConnectionString, "parcels", QueueMessageEncoding.None)).SendMessageAsync("not base64!");
        await queue.SendMessageAsync("""{"id":"p-2","grams":5}""");

        await host.Journal.AtLeastAsync(1, "parcel:p-2");
        string[] aside = [(await ReceiveAsync(poison)).MessageText, (await ReceiveAsync(poison)).MessageText];
        Assert.Equal([Convert.ToBase64String("{ this is no parcel"u8), "not base64!"], aside.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_message_whose_tries_are_used_up_is_not_run_again()
    {
        // The host died in every earlier try, so nobody could put it aside.
        using var folder = new TemporaryFolder();
        await using var store = await AzuriteStore.HoldAsync(folder.Path, preferWellKnownPorts: false, TextWriter.Null, CancellationToken.None);
        var queue = await SampleHost.QueueAsync(store.ConnectionString, "trials");
        await queue.SendMessageAsync("bad-deadly");
        for (var i = 0; i < DequeueCountMax; i++)
        {
            var taken = await ReceiveAsync(queue, delete: false);
            await queue.UpdateMessageAsync(taken.MessageId, taken.PopReceipt, visibilityTimeout: TimeSpan.Zero);
        }
        var journal = new Journal();

        await using var late = await KundliHost.StartAsync(SampleHost.Options(folder.Path, journal));

        Assert.Equal("bad-deadly", (await ReceiveAsync(await SampleHost.QueueAsync(store.ConnectionString, "trials-poison"))).MessageText);
        Assert.Equal(0, journal.Count("trial:"));
    }

    [Fact]
    public async Task Long_work_keeps_its_message_hidden()
    {
        Assert.True(QueueFunctions.LongWork > 2 * SampleHost.Lease);
        var queue = await host.QueueAsync("longs");

        await queue.SendMessageAsync("renewed");

        await host.Journal.AtLeastAsync(1, "long:renewed:finished");
        await EmptyAsync(queue);
        Assert.Equal(1, host.Journal.Count("long:renewed:started"));
    }

    [Fact]
    public async Task Work_over_the_time_limit_is_cancelled_and_counts_as_a_failure()
    {
        var queue = await host.QueueAsync("too-longs");

        await queue.SendMessageAsync("slow");

        var tries = await host.Journal.AtLeastAsync(2, "too-long:slow:started");
        Assert.InRange(tries[0].Until(tries[1]), TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task A_thrown_letter_comes_back_at_once_and_is_a_dead_letter_with_its_reason_in_the_end()
    {
        var queue = await host.QueueAsync("letters");
        var dead = await host.QueueAsync("letters-deadletter");

        await queue.SendMessageAsync("bad-letter");
        await queue.SendMessageAsync("fine-letter");

        var letter = JsonNode.Parse((await ReceiveAsync(dead)).MessageText)!;
        Assert.Equal("MaxDeliveryCountExceeded", (string)letter["deadLetterReason"]!);
        Assert.Contains("It can't be read.", (string)letter["deadLetterErrorDescription"]!, StringComparison.Ordinal);
        Assert.Equal("bad-letter", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String((string)letter["body"]!)));
        var tries = host.Journal.Of("letter:bad-letter");
        Assert.Equal(Enumerable.Range(1, DeliveryCountMax).Select(count => $"letter:bad-letter:{count}"), tries.Select(entry => entry.Text));
        Assert.True(tries[0].Until(tries[^1]) < DeliveryCountMax * SampleHost.Lease, "It waited for a lease to end.");
        Assert.Equal(1, host.Journal.Count("letter:fine-letter"));
        await EmptyAsync(queue);
    }

    private static async Task EmptyAsync(QueueClient queue)
    {
        for (var i = 0; i < 300; i++)
        {
            QueueProperties properties = await queue.GetPropertiesAsync();
            if (properties.ApproximateMessagesCount == 0)
                return;
            await Task.Delay(50);
        }
        Assert.Fail($"{queue.Name} still holds messages.");
    }

    private static async Task<QueueMessage> ReceiveAsync(QueueClient queue, bool delete = true)
    {
        for (var i = 0; i < 600; i++)
        {
            QueueMessage? message = await queue.ReceiveMessageAsync();
            if (message is null)
            {
                await Task.Delay(50);
                continue;
            }
            if (delete)
                await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt);
            return message;
        }
        throw new TimeoutException($"Nothing came to {queue.Name}.");
    }
}
