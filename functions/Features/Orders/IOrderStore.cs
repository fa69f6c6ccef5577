using Kundli.Features.Notices;

namespace Kundli.Features.Orders;

/// <summary>An order in a member's list.</summary>
/// <param name="OrderId">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="PlacedAt">When.</param>
/// <param name="Total">Its total.</param>
public sealed record OrderEntry(string OrderId, string Number, DateTimeOffset PlacedAt, Money Total)
{
    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;
}

/// <summary>What is written together with an order's new state: all of it, or nothing.</summary>
/// <param name="EventId">Id of the outside event that caused it, kept so that the same one has no second effect; or null.</param>
/// <param name="Notices">Mails to send; one of each kind in the life of an order.</param>
public sealed record OrderEffects(string? EventId, IReadOnlyList<Notice> Notices)
{
    /// <summary>Nothing else.</summary>
    public static OrderEffects None { get; } = new(null, []);
}

/// <summary>The orders.</summary>
public interface IOrderStore
{
    /// <summary>The order with its version, or null.</summary>
    Task<(Order Order, string Tag)?> ReadAsync(string orderId, CancellationToken cancellation);

    /// <summary>Creates it; false if it exists already. The version that it then has spares the next change a look; null where it is not known.</summary>
    Task<(bool IsDone, string? Tag)> CreateAsync(Order order, CancellationToken cancellation);

    /// <summary>Replaces the version that was read, together with its effects in one batch.</summary>
    /// <returns>False if the order has changed or the event has had its effect before.</returns>
    Task<bool> SaveAsync(Order order, string tag, OrderEffects effects, CancellationToken cancellation);

    /// <summary>Whether an outside event has had its effect.</summary>
    Task<bool> HasEventAsync(string orderId, string eventId, CancellationToken cancellation);

    /// <summary>Enters an order under its number, into the list of its day, and of its member where it has one; twice is once.</summary>
    Task ListAsync(Order order, CancellationToken cancellation);

    /// <summary>The orders of a day in India, newest first.</summary>
    Task<Page<OrderEntry>> ListDayAsync(DateOnly day, int limit, string? after, CancellationToken cancellation);

    /// <summary>A member's orders, newest first.</summary>
    Task<Page<OrderEntry>> ListAsync(string customerId, int limit, string? after, CancellationToken cancellation);

    /// <summary>Notices of an order that are not sent yet, with their versions.</summary>
    Task<IReadOnlyList<(Notice Notice, string Tag)>> UnsentAsync(string orderId, CancellationToken cancellation);

    /// <summary>Notes that notices were sent.</summary>
    Task MarkSentAsync(string orderId, IReadOnlyList<(Notice Notice, string Tag)> sent, DateTimeOffset at, CancellationToken cancellation);
}
