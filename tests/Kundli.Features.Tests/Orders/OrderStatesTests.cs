using CsCheck;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;
using Xunit;

namespace Kundli.Features.Tests.Orders;

public sealed class OrderStatesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    /// <summary>The machine of the contract, written down a second time.</summary>
    private static readonly HashSet<(OrderState, OrderState)> Legal =
    [
        (OrderState.Placing, OrderState.AwaitingPayment), (OrderState.Placing, OrderState.Confirmed), (OrderState.Placing, OrderState.Cancelled),
        (OrderState.AwaitingPayment, OrderState.Confirmed), (OrderState.AwaitingPayment, OrderState.Cancelled),
        (OrderState.Confirmed, OrderState.Packed), (OrderState.Confirmed, OrderState.Cancelled),
        (OrderState.Packed, OrderState.Shipped), (OrderState.Shipped, OrderState.Delivered), (OrderState.Delivered, OrderState.ReturnRequested),
        (OrderState.ReturnRequested, OrderState.Returned), (OrderState.ReturnRequested, OrderState.Delivered), (OrderState.Returned, OrderState.Refunded),
        (OrderState.Cancelled, OrderState.Refunded),
    ];

    [Fact]
    public void A_random_walk_never_leaves_the_machine() => Gen.Enum<OrderState>().Array[0, 30].Sample(
        wanted =>
        {
            var (order, model) = (Blank(), OrderState.Placing);
            foreach (var next in wanted)
            {
                var moved = order.Move(next, Now);
                var legal = Legal.Contains((model, next));
                Assert.Equal(legal || model == next, moved.IsOk);
                if (!moved.IsOk)
                {
                    Assert.Equal("order-state-conflict", moved.Problem.Name);
                    continue;
                }
                (order, model) = (moved.Value, next);
                Assert.Equal(model, order.State);
            }
            Assert.All(order.History.Zip(order.History.Skip(1)), step => Assert.Contains((step.First.State, step.Second.State), Legal));
            Assert.Equal(order.State, order.History[^1].State);
        },
        iter: 20_000);

    [Fact]
    public void A_number_is_stable_and_holds_no_letters_that_look_alike()
    {
        var number = Order.NumberOf(Order.IdOf("cart", 0));
        Assert.Equal(number, Order.NumberOf(Order.IdOf("cart", 0)));
        Assert.Matches("^K[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$", number);
        Assert.NotEqual(Order.IdOf("cart", 0), Order.IdOf("cart", 1));
    }

    internal static Order Blank()
    {
        var (_, totals) = SummaryArithmetic.Calculate(new PriceInput([], Money.Zero, Money.Zero, Money.Zero, Money.Zero, true));
        return new Order
        {
            Id = "a", Number = "b", CartId = "c", Attempt = 0, KeyHash = "", BodyHash = "", State = OrderState.Placing, PlacedAt = Now, PayBy = Now,
            History = [new OrderEvent(OrderState.Placing, Now, null)], Lines = [],
            Payment = new OrderPayment(PaymentMethod.Cod, PaymentState.None, null, null, Money.Zero, Money.Zero),
            Summary = new OrderSummary
            {
                Status = "cart", Items = [], Adjustments = [], Totals = totals, Terms = new SaleTerms("1", true),
                Fulfilment = new FulfilmentTerms(FulfilmentKind.Ship, "", null, Money.Zero), Payment = new PaymentTerms(PaymentMethod.Cod, null, null, Money.Zero),
            },
        };
    }
}
