using System.Globalization;
using Kundli.Features;
using Kundli.Features.Notices;
using Kundli.Features.Orders;
using Kundli.Features.Pricing;

namespace Kundli.Adapters.Documents;

/// <summary>Numbers of orders: <c>orders / number-{number} / order-id</c>.</summary>
public sealed class OrderNumberStore(IDocuments documents) : IOrderNumbers
{
    internal const string Id = "order-id";

    /// <inheritdoc/>
    public async Task<string?> FindAsync(string number, CancellationToken cancellation) =>
        number.Length is > 0 and <= 40 ? (await documents.ReadAsync<Named>(PartitionOf(number), Id, cancellation))?.Value.OrderId : null;

    internal static Partition PartitionOf(string number) => new(Containers.Orders, $"number-{number.Replace("-", "", StringComparison.Ordinal)}");

    internal sealed record Named(string OrderId)
    {
        public int Schema { get; init; } = 1;
    }
}

/// <summary>
/// Orders: <c>orders / {orderId} / order</c>, with the inbox of outside events (<c>event|…</c>) and the outbox of mails (<c>notice|…</c>) in the same batch;
/// lists are <c>customers / {userId}</c> and <c>orders / day-{day}</c>, each with <c>order|{inverted time}|{orderId}</c>.
/// </summary>
public sealed class OrderStore(IDocuments documents, TimeProvider time) : IOrderStore, IOrderTraces
{
    private const string Id = "order";
    private const string ListPrefix = "order|";
    private const string NoticePrefix = "notice|";
    private const int NoticesMax = 100;

    /// <inheritdoc/>
    public async Task<(Order Order, string Tag)?> ReadAsync(string orderId, CancellationToken cancellation) =>
        await documents.ReadAsync<Order>(PartitionOf(orderId), Id, cancellation) is { } read ? (read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<(bool IsDone, string? Tag)> CreateAsync(Order order, CancellationToken cancellation)
    {
        var written = await documents.CreateAsync(PartitionOf(order.Id), TypedDocuments.Document(Id, order), cancellation);
        return (written.IsDone, written.ETag);
    }

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(Order order, string tag, OrderEffects effects, CancellationToken cancellation)
    {
        if (effects is { EventId: null, Notices.Count: 0 })
            return (await documents.ReplaceAsync(PartitionOf(order.Id), TypedDocuments.Document(Id, order), tag, cancellation)).IsDone;
        var writes = new List<DocumentWrite> { TypedDocuments.Write(TypedDocuments.Document(Id, order), tag) };
        if (effects.EventId is { } eventId)
            writes.Add(new DocumentWrite.Create(TypedDocuments.Document(EventId(eventId), new SeenEvent(eventId, time.GetUtcNow()))));
        writes.AddRange(effects.Notices.Select(notice => new DocumentWrite.Create(TypedDocuments.Document(NoticeId(notice), notice))));
        return (await documents.BatchAsync(PartitionOf(order.Id), writes, cancellation)).IsDone;
    }

    /// <inheritdoc/>
    public async Task<bool> HasEventAsync(string orderId, string eventId, CancellationToken cancellation) =>
        await documents.ReadAsync(PartitionOf(orderId), EventId(eventId), cancellation) is not null;

    /// <inheritdoc/>
    public Task ListAsync(Order order, CancellationToken cancellation)
    {
        var id = EntryId(order.PlacedAt, order.Id);
        var entry = new OrderEntry(order.Id, order.Number, order.PlacedAt, order.Summary.Totals.Total);
        Task[] lists =
        [
            documents.CreateAsync(DayOf(Days.Of(order.PlacedAt)), TypedDocuments.Document(id, entry), cancellation),
            documents.CreateAsync(OrderNumberStore.PartitionOf(order.Number), TypedDocuments.Document(OrderNumberStore.Id, new OrderNumberStore.Named(order.Id)), cancellation),
            .. order.CustomerId is { } customer ? new[] { documents.CreateAsync(new Partition(Containers.Customers, customer), TypedDocuments.Document(id, entry), cancellation) } : [],
        ];
        return Task.WhenAll(lists);
    }

    /// <inheritdoc/>
    public async Task<Page<OrderEntry>> ListDayAsync(DateOnly day, int limit, string? after, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(DayOf(day), IdRange.Prefix(ListPrefix), limit, after, cancellation);
        return new Page<OrderEntry>([.. page.Items.Select(item => item.Value<OrderEntry>())], page.Next);
    }

    /// <inheritdoc/>
    public async Task<Page<OrderEntry>> ListAsync(string customerId, int limit, string? after, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(new Partition(Containers.Customers, customerId), IdRange.Prefix(ListPrefix), limit, after, cancellation);
        return new Page<OrderEntry>([.. page.Items.Select(item => item.Value<OrderEntry>())], page.Next);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(Notice Notice, string Tag)>> UnsentAsync(string orderId, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(PartitionOf(orderId), IdRange.Prefix(NoticePrefix), NoticesMax, null, cancellation);
        return [.. page.Items.Select(item => (Notice: item.Value<Notice>(), Tag: item.ETag)).Where(entry => entry.Notice.SentAt is null)];
    }

    /// <inheritdoc/>
    public async Task MarkSentAsync(string orderId, IReadOnlyList<(Notice Notice, string Tag)> sent, DateTimeOffset at, CancellationToken cancellation)
    {
        DocumentWrite[] writes = [.. sent.Select(entry => new DocumentWrite.Replace(Marked(entry.Notice, at), entry.Tag))];
        if ((await documents.BatchAsync(PartitionOf(orderId), writes, cancellation)).IsDone)
            return;
        // Somebody else has marked one of them: the others by themselves. Whoever was quicker has said the same.
        foreach (var (notice, tag) in sent)
            await documents.ReplaceAsync(PartitionOf(orderId), Marked(notice, at), tag, cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Notice>> NoticesAsync(string orderId, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(PartitionOf(orderId), IdRange.Prefix(NoticePrefix), NoticesMax, null, cancellation);
        return [.. page.Items.Select(item => item.Value<Notice>())];
    }

    /// <inheritdoc/>
    public async Task RemoveNoticesAsync(string orderId, CancellationToken cancellation)
    {
        foreach (var notice in await NoticesAsync(orderId, cancellation))
            await documents.RemoveAsync(PartitionOf(orderId), NoticeId(notice), cancellation);
    }

    /// <inheritdoc/>
    public Task UnlistAsync(string customerId, OrderEntry entry, CancellationToken cancellation) =>
        documents.RemoveAsync(new Partition(Containers.Customers, customerId), EntryId(entry.PlacedAt, entry.OrderId), cancellation);

    private static string EntryId(DateTimeOffset placedAt, string orderId) => $"{ListPrefix}{DateTimeOffset.MaxValue.UtcTicks - placedAt.UtcTicks:D19}|{orderId}";

    private static Partition PartitionOf(string orderId) => new(Containers.Orders, orderId);

    private static Partition DayOf(DateOnly day) => new(Containers.Orders, $"day-{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");

    private static string EventId(string eventId) => $"event|{eventId}";

    private static NewDocument Marked(Notice notice, DateTimeOffset at) => TypedDocuments.Document(NoticeId(notice), notice with { SentAt = at });

    private static string NoticeId(Notice notice) => NoticePrefix + notice.Kind;

    private sealed record SeenEvent(string Id, DateTimeOffset At)
    {
        public int Schema { get; init; } = 1;
    }
}
