using System.Text;
using System.Text.Json.Nodes;
using Azure.Storage.Queues;
using Kundli.Features.Orders;
using Kundli.Features.Stock;
using Kundli.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Kundli.EndToEnd.Tests.Shop;

/// <summary>
/// F9 on the shop's own queue: messages that come before their order, five times, late, shuffled, about nobody, or that are no messages at all. <c>KUNDLI_FAULT_ROUNDS</c>
/// sets the number of rounds (the full run has 50).
/// </summary>
[Collection(RunningHost.Name)]
public sealed class FulfilmentQueueTests(RunningHost host)
{
    private const string Queue = "order-fulfilment";
    private const int OrdersEach = 4;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("KUNDLI_FAULT_ROUNDS"), out var rounds) ? rounds : 1;
    private static readonly TimeSpan PatienceMax = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task F9_doubled_early_late_and_poisoned_messages_ship_every_order_once_and_the_poison_is_kept_with_its_reason()
    {
        var (queue, letters) = (Open(Queue), Open($"{Queue}-deadletter"));
        // The shelf holds enough for the short form alone.
        var (_, sku) = await Purchase.CartAsync(host.Http);
        await using (var scope = host.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<ReceiveStock>().RunAsync(sku, Rounds * OrdersEach, "faults", default);
        for (var round = 0; round < Rounds; round++)
        {
            var random = new Random(round);
            var poison = Enumerable.Range(0, 2).Select(index => $"{{ this is no message {round}-{index} of {Environment.ProcessId}").ToArray();
            var carts = await Task.WhenAll(Enumerable.Range(0, OrdersEach).Select(_ => Purchase.CartAsync(host.Http)));
            var ids = carts.Select(cart => Order.IdOf(cart.Cart, 0)).ToArray();

            // Before there is an order: nobody knows it yet, and nobody minds.
            await Task.WhenAll(ids.Select(id => SendAsync(queue, Text(id), TimeSpan.Zero)));
            var placing = carts.Select(cart => Purchase.OrderAsync(host.Http, cart.Cart)).ToArray();
            var sent = ids.SelectMany(id => Enumerable.Repeat(Text(id), 5)).Concat(poison).Append(Text(new string('0', 32))).OrderBy(_ => random.Next()).ToArray();
            await Task.WhenAll(sent.Select(text => SendAsync(queue, text, TimeSpan.FromSeconds(random.Next(3)))));
            Assert.Equal(ids, await Task.WhenAll(placing));

            foreach (var id in ids)
                AssertOnce(await Purchase.ShippedAsync(host.Http, id, PatienceMax));
            await EmptyAsync(queue);
            var kept = await LettersAsync(letters, poison.Length);
            foreach (var text in poison)
            {
                var letter = Assert.Single(kept, letter => (string)letter["body"]! == Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
                Assert.Equal("MaxDeliveryCountExceeded", (string)letter["deadLetterReason"]!);
                Assert.NotEmpty((string)letter["deadLetterErrorDescription"]!);
            }
            foreach (var id in ids)
                AssertOnce(await host.Http.AskAsync(HttpMethod.Get, $"orders/{id}"));
        }
    }

    private static void AssertOnce(JsonNode order)
    {
        Assert.Equal(["confirmed", "packed", "shipped"], order["history"]!.AsArray().Select(step => (string)step!["state"]!));
        Assert.Single(order["tracking"]!.AsArray());
        Assert.NotNull(order["invoiceNumber"]);
    }

    private static async Task EmptyAsync(QueueClient queue)
    {
        using var patience = new CancellationTokenSource(PatienceMax);
        while ((await queue.GetPropertiesAsync(patience.Token)).Value.ApproximateMessagesCount > 0)
            await Task.Delay(100, patience.Token);
    }

    private static async Task<List<JsonNode>> LettersAsync(QueueClient letters, int count)
    {
        using var patience = new CancellationTokenSource(PatienceMax);
        var kept = new List<JsonNode>();
        while (kept.Count < count)
        {
            foreach (var message in (await letters.ReceiveMessagesAsync(32, TimeSpan.FromMinutes(5), patience.Token)).Value)
                kept.Add(JsonNode.Parse(message.MessageText)!);
            if (kept.Count < count)
                await Task.Delay(100, patience.Token);
        }
        return kept;
    }

    private QueueClient Open(string name)
    {
        var queue = new QueueClient(host.ConnectionString, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        queue.CreateIfNotExists();
        return queue;
    }

    private static Task SendAsync(QueueClient queue, string text, TimeSpan delay) => queue.SendMessageAsync(text, delay);

    private static string Text(string id) => $$"""{"v":1,"id":"{{id}}","traceparent":null}""";
}
