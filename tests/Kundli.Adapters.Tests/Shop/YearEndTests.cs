using Kundli.Adapters.Documents;
using Kundli.Features;
using Kundli.Features.Checkout;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Xunit;

namespace Kundli.Adapters.Tests.Shop;

public sealed class YearEndTests
{
    [Fact]
    public async Task A_process_that_dies_on_31_march_with_a_refund_half_done_leaves_one_note_of_that_year()
    {
        var kills = 0;
        for (var step = 1; ; step++)
        {
            var world = new ShopWorld();
            await world.SeedAsync(("A-1", 10));
            var process = world.Start();
            var placed = await process.Place.RunAsync(Caller.Guest, "key", await process.FillAsync(new PaymentChoice(PaymentMethod.Cod), ("A-1", 2)), default);
            await world.Start().QuietAsync();
            var read = (await process.Orders.ReadAsync(placed.Value.OrderId, default))!.Value;
            var delivered = read.Order.Move(OrderState.Delivered, world.Time.GetUtcNow()).Value;
            Assert.True(await process.Orders.SaveAsync(delivered, read.Tag, OrderEffects.None, default));
            // One minute before midnight in India.
            world.Time.SetUtcNow(new DateTimeOffset(2027, 3, 31, 18, 29, 0, TimeSpan.Zero));
            world.Killer.Arm(step);
            var isOver = true;
            try
            {
                await world.Start().Refund.RunAsync(placed.Value.OrderId, "refund", new RefundRequest(100), default);
            }
            catch (KilledException)
            {
                (isOver, kills) = (false, kills + 1);
            }
            world.Killer.Disarm();
            await world.Start().QuietAsync();

            var order = world.Orders().Single();
            var issued = world.Store.All.Where(entry => entry.Partition.Container == Containers.Invoices && entry.Partition.Key.StartsWith("CRN-", StringComparison.Ordinal) && entry.Document.Id.StartsWith("n|", StringComparison.Ordinal)).ToArray();
            // A process that died before the grant was written has granted nothing.
            Assert.Equal(order.Refunds.Count, issued.Length);
            Assert.All(issued, entry => Assert.Equal("CRN-26-27", entry.Partition.Key));
            Assert.All(order.Refunds, refund => Assert.Equal((true, "KC26-27/000001"), (refund.IsDone, refund.CreditNote)));
            if (isOver)
                break;
        }
        Assert.InRange(kills, 8, 100);
    }
}
