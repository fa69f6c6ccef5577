using Kundli.Features.Orders;

namespace Kundli.Features.Checkout;

/// <summary>An order that may hold goods without being paid.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Units">Units of all its goods.</param>
/// <param name="NotedAt">When it was noted, a moment before it was made.</param>
/// <param name="Until">When its time to pay ends, and its holds with it.</param>
public sealed record UnpaidOrder(string OrderId, int Units, DateTimeOffset NotedAt, DateTimeOffset Until);

/// <summary>What one person or one address holds unpaid. It is a note: whether an order still holds anything is for the order to say.</summary>
/// <param name="Orders">At most <see cref="OrdersMax"/>.</param>
public sealed record UnpaidOrders(IReadOnlyList<UnpaidOrder> Orders)
{
    /// <summary>Unpaid orders of one person or address.</summary>
    public const int OrdersMax = 6;

    /// <summary>Units that they hold together.</summary>
    public const int UnitsMax = 150;

    /// <summary>Version of this document's shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Nothing held.</summary>
    public static UnpaidOrders None { get; } = new([]);

    /// <summary>The note with one more order; null where that is more than one may hold. The same order again stands once; whose time is over goes.</summary>
    public UnpaidOrders? With(UnpaidOrder order, DateTimeOffset now)
    {
        UnpaidOrder[] all = [.. Orders.Where(other => other.OrderId != order.OrderId && other.Until > now), order];
        return all.Length <= OrdersMax && all.Sum(held => held.Units) <= UnitsMax ? this with { Orders = all } : null;
    }
}

/// <summary>The notes of who holds what, by a hash of the person or address.</summary>
public interface IUnpaidOrderStore
{
    /// <summary>The note with its version; nothing and null where there is none.</summary>
    Task<(UnpaidOrders Held, string? Tag)> ReadAsync(string subject, CancellationToken cancellation);

    /// <summary>Creates (<paramref name="tag"/> null) or replaces the note, which goes by itself when its last order's time is over.</summary>
    /// <returns>False if it exists already or has changed.</returns>
    Task<bool> SaveAsync(string subject, UnpaidOrders held, string? tag, CancellationToken cancellation);
}

/// <summary>
/// Keeps one buyer from emptying the shelves with orders that are never paid: member, mail address, phone number and delivery address each hold so much and no
/// more. What is paid on delivery is sold, not held, and does not count.
/// </summary>
public sealed class LimitHolds(IUnpaidOrderStore store, IOrderStore orders, TimeProvider time)
{
    private const int ConflictsMax = 20;
    private const int PhoneDigits = 10;

    /// <summary>So long an order may be noted and not there: its own request is about to make it, and another must not take its place.</summary>
    private static readonly TimeSpan MadeWithin = TimeSpan.FromMinutes(1);

    /// <summary>Notes the order for everybody whom it names; <c>too-many-unpaid-orders</c> where one of them holds too much.</summary>
    public async Task<Outcome<bool>> RunAsync(Order order, CancellationToken cancellation)
    {
        if (order.Payment.State != PaymentState.Pending)
            return true;
        var noted = await Task.WhenAll(SubjectsOf(order).Select(subject => NoteAsync(subject, order, cancellation)));
        return noted.All(isNoted => isNoted) ? true : CheckoutProblems.TooManyUnpaid;
    }

    private static IEnumerable<string> SubjectsOf(Order order)
    {
        if (order.CustomerId is { } member)
            yield return $"member|{member}";
        if (order.Summary.Email is { } mail)
            yield return $"mail|{mail.Trim().ToLowerInvariant()}";
        if (order.Summary.Phone is { } phone)
            yield return $"phone|{string.Concat(phone.Where(char.IsAsciiDigit).TakeLast(PhoneDigits))}";
        if (order.Summary.DeliveryAddress is { } address)
            yield return $"address|{address.PostalCode}|{string.Concat(address.Line1.Where(char.IsLetterOrDigit)).ToLowerInvariant()}";
    }

    private async Task<bool> NoteAsync(string subject, Order order, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var entry = new UnpaidOrder(order.Id, order.Lines.Sum(line => line.Quantity), now, order.PayBy);
        for (var attempt = 0; attempt < ConflictsMax; attempt++)
        {
            var (held, tag) = await store.ReadAsync(subject, cancellation);
            var next = held.With(entry, now) ?? (await StillUnpaidAsync(held, now, cancellation)).With(entry, now);
            if (next is null)
                return false;
            if (await store.SaveAsync(subject, next, tag, cancellation))
                return true;
        }
        // Somebody sends many orders at the same moment.
        return false;
    }

    /// <summary>The note without orders that were paid, ended or never made: asked only where it is full, so that nobody has to write when an order moves on.</summary>
    private async Task<UnpaidOrders> StillUnpaidAsync(UnpaidOrders held, DateTimeOffset now, CancellationToken cancellation)
    {
        var read = await Task.WhenAll(held.Orders.Select(noted => orders.ReadAsync(noted.OrderId, cancellation)));
        return held with { Orders = [.. held.Orders.Where((noted, index) => read[index] is { } found ? IsUnpaid(found.Order) : now < noted.NotedAt + MadeWithin)] };
    }

    private static bool IsUnpaid(Order order) => order is { State: OrderState.Placing or OrderState.AwaitingPayment, Payment.State: not PaymentState.Captured };
}
