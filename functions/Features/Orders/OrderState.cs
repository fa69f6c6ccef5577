namespace Kundli.Features.Orders;

/// <summary>Where an order stands.</summary>
public enum OrderState
{
    /// <summary>Written down, its goods not all held yet: nobody sees it.</summary>
    Placing,

    /// <summary>Goods are held, the payment is not there yet.</summary>
    AwaitingPayment,

    /// <summary>Paid, or to be paid at the door.</summary>
    Confirmed,

    /// <summary>Committed to fulfilment: it can't be cancelled any more.</summary>
    Packed,

    /// <summary>With the carrier.</summary>
    Shipped,

    /// <summary>With the customer.</summary>
    Delivered,

    /// <summary>Ended before it was packed.</summary>
    Cancelled,

    /// <summary>The customer wants to send goods back.</summary>
    ReturnRequested,

    /// <summary>The goods came back.</summary>
    Returned,

    /// <summary>The money went back.</summary>
    Refunded,
}

/// <summary>The state machine of an order: what may follow what, and what a customer can do.</summary>
public static class OrderStates
{
    private static readonly Dictionary<OrderState, OrderState[]> Next = new()
    {
        [OrderState.Placing] = [OrderState.AwaitingPayment, OrderState.Confirmed, OrderState.Cancelled],
        [OrderState.AwaitingPayment] = [OrderState.Confirmed, OrderState.Cancelled],
        [OrderState.Confirmed] = [OrderState.Packed, OrderState.Cancelled],
        [OrderState.Packed] = [OrderState.Shipped],
        [OrderState.Shipped] = [OrderState.Delivered],
        [OrderState.Delivered] = [OrderState.ReturnRequested],
        [OrderState.ReturnRequested] = [OrderState.Returned, OrderState.Delivered],
        [OrderState.Returned] = [OrderState.Refunded],
        [OrderState.Cancelled] = [OrderState.Refunded],
        [OrderState.Refunded] = [],
    };

    /// <summary>Whether one state may follow another.</summary>
    public static bool CanFollow(OrderState from, OrderState to) => Next[from].Contains(to);

    /// <summary>What the customer can do in a state.</summary>
    public static IReadOnlyList<string> ActionsOf(OrderState state) => state switch
    {
        OrderState.AwaitingPayment => ["pay", "cancel"],
        OrderState.Confirmed => ["cancel"],
        OrderState.Packed or OrderState.Shipped => ["track"],
        OrderState.Delivered => ["return", "track"],
        _ => [],
    };
}
