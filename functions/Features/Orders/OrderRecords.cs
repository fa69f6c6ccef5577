using System.Runtime.CompilerServices;
using Kundli.Features.Notices;
using Kundli.Features.Pricing;
using Kundli.Features.Privacy;

namespace Kundli.Features.Orders;

/// <summary>What erasing a person needs of the order store beside reading and saving.</summary>
public interface IOrderTraces
{
    /// <summary>The mails of an order, sent or not.</summary>
    Task<IReadOnlyList<Notice>> NoticesAsync(string orderId, CancellationToken cancellation);

    /// <summary>Removes the mails of an order.</summary>
    Task RemoveNoticesAsync(string orderId, CancellationToken cancellation);

    /// <summary>Takes an order off its member's list.</summary>
    Task UnlistAsync(string customerId, OrderEntry entry, CancellationToken cancellation);
}

/// <summary>
/// The orders of a member, in export and erasure. An order is the shop's book-keeping, so it stays, without the person: at once where nothing was invoiced; where
/// an invoice was issued its name and addresses stay until tax law lets them go; where it is under way it is left alone until it has arrived.
/// </summary>
public sealed class OrderRecords(IOrderStore orders, IOrderTraces traces, ChangeOrder change, TimeProvider time) : IPersonalRecords
{
    /// <summary>How often an order that is under way is looked at again.</summary>
    public static readonly TimeSpan UnderWayPause = TimeSpan.FromDays(1);

    private const string Law = "CGST Act 2017, section 36: 72 months from the due date of the annual return of the year";

    /// <inheritdoc/>
    public string Section => "orders";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var entry in EntriesAsync(userId, cancellation))
            if (await orders.ReadAsync(entry.OrderId, cancellation) is { Order: var order } && order.CustomerId == userId)
                yield return new ExportedOrder(OrderView.Of(order), await traces.NoticesAsync(order.Id, cancellation));
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        var result = Erasure.Done;
        await foreach (var entry in EntriesAsync(userId, cancellation))
            result = result.And(await EraseAsync(userId, entry, cancellation));
        return result;
    }

    /// <summary>Until when the law keeps an invoice: the annual return of a financial year is due on 31 December after its end.</summary>
    public static DateTimeOffset HeldUntil(DateOnly invoiced)
    {
        var yearEnds = invoiced.Month >= 4 ? invoiced.Year + 1 : invoiced.Year;
        return new DateTimeOffset(yearEnds + 7, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    private async Task<Erasure> EraseAsync(string userId, OrderEntry entry, CancellationToken cancellation)
    {
        if (await orders.ReadAsync(entry.OrderId, cancellation) is { Order: var order } && order.CustomerId == userId)
        {
            if (order.IsUnderWay)
                return Erasure.Unfinished(time.GetUtcNow() + UnderWayPause);
            var until = order.InvoiceNumber is null ? null : (DateTimeOffset?)HeldUntil(Days.Of(order.History.First(step => step.State == OrderState.Packed).At));
            var isHeld = until > time.GetUtcNow();
            await traces.RemoveNoticesAsync(order.Id, cancellation);
            await change.RunAsync(order.Id, now => (now.WithoutPerson(isHeld), OrderEffects.None), cancellation);
            if (isHeld)
                return Erasure.Held(new StatutoryHold("name and addresses on an invoice", Law, until!.Value));
        }
        await traces.UnlistAsync(userId, entry, cancellation);
        return Erasure.Done;
    }

    private async IAsyncEnumerable<OrderEntry> EntriesAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        do
        {
            var page = await orders.ListAsync(userId, Page.LimitMax, after, cancellation);
            foreach (var entry in page.Items)
                yield return entry;
            after = page.Next;
        }
        while (after is not null);
    }

    private sealed record ExportedOrder(OrderView Order, IReadOnlyList<Notice> Mails);
}
