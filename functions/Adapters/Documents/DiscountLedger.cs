using Kundli.Features;
using Kundli.Features.Promotions;

namespace Kundli.Adapters.Documents;

/// <summary>
/// Promotions: <c>promotions / {code} / promotion</c>, <c>by|{customer}</c>, <c>use|{orderId}</c> in one batch. Gift cards: <c>giftCards / {hash} / card</c>,
/// <c>entry|{orderId}</c> and <c>back|{orderId}|{refund}</c> in one batch: what was issued is the balance and the entries that are taken, less what came back of them.
/// </summary>
public sealed class DiscountLedger(IDocuments documents, TimeProvider time) : IDiscountLedger
{
    private const int ConflictsMax = 64;
    private const int PauseMillisecondsMax = 50;

    /// <inheritdoc/>
    public async Task<Outcome<bool>> TakeAsync(DiscountUse use, CancellationToken cancellation)
    {
        if (use.Promotion is { } code)
        {
            var taken = await RetryAsync(() => TakePromotionAsync(code, use, cancellation), cancellation);
            if (!taken.IsOk)
                return taken;
        }
        foreach (var card in use.GiftCards.OrderBy(card => card.Code, StringComparer.Ordinal))
        {
            var taken = await RetryAsync(() => TakeCardAsync(card, use.OrderId, cancellation), cancellation);
            if (!taken.IsOk)
                return taken;
        }
        return true;
    }

    /// <inheritdoc/>
    public async Task ReleaseAsync(DiscountUse use, CancellationToken cancellation)
    {
        if (use.Promotion is { } code)
            await RetryAsync(() => ReleasePromotionAsync(code, use, cancellation), cancellation);
        foreach (var card in use.GiftCards.OrderBy(card => card.Code, StringComparer.Ordinal))
            await RetryAsync(() => ReleaseCardAsync(card, use.OrderId, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task GiveBackAsync(string orderId, string refundId, GiftCardUse back, CancellationToken cancellation) =>
        RetryAsync(() => GiveBackOnceAsync(orderId, refundId, back, cancellation), cancellation);

    private async Task<Outcome<bool>?> TakePromotionAsync(string code, DiscountUse use, CancellationToken cancellation)
    {
        var partition = new Partition(Containers.Promotions, code);
        var entry = await documents.ReadAsync<Entry>(partition, $"use|{use.OrderId}", cancellation);
        if (entry is not null)
            return entry.Value.IsTaken ? true : DiscountProblems.Gone($"The code {code} was given back.");
        if (await documents.ReadAsync<Promotion>(partition, "promotion", cancellation) is not { } promotion)
            return DiscountProblems.Gone($"There is no code {code}.");
        var by = await documents.ReadAsync<PromotionStore.CustomerUses>(partition, $"by|{use.Customer}", cancellation);
        var used = by?.Value.Uses ?? 0;
        // What the goods cost was judged with the price; here only the limits count.
        if (promotion.Value.Refuses(promotion.Value.Minimum, used, time.GetUtcNow()) is { } refusal)
            return DiscountProblems.Gone(refusal.En);
        return await BatchAsync(partition, cancellation,
            TypedDocuments.Write(TypedDocuments.Document("promotion", promotion.Value with { Uses = promotion.Value.Uses + 1 }), promotion.ETag),
            TypedDocuments.Write(TypedDocuments.Document($"by|{use.Customer}", new PromotionStore.CustomerUses(used + 1)), by?.ETag),
            TypedDocuments.Write(TypedDocuments.Document($"use|{use.OrderId}", new Entry(true, Money.Zero)), null));
    }

    private async Task<Outcome<bool>?> ReleasePromotionAsync(string code, DiscountUse use, CancellationToken cancellation)
    {
        var partition = new Partition(Containers.Promotions, code);
        var entry = await documents.ReadAsync<Entry>(partition, $"use|{use.OrderId}", cancellation);
        if (entry is { Value.IsTaken: false })
            return true;
        var closed = TypedDocuments.Write(TypedDocuments.Document($"use|{use.OrderId}", new Entry(false, Money.Zero)), entry?.ETag);
        if (entry is null)
            return await BatchAsync(partition, cancellation, closed);
        var promotion = await documents.ReadAsync<Promotion>(partition, "promotion", cancellation);
        var by = await documents.ReadAsync<PromotionStore.CustomerUses>(partition, $"by|{use.Customer}", cancellation);
        return await BatchAsync(partition, cancellation, closed,
            TypedDocuments.Write(TypedDocuments.Document("promotion", promotion!.Value with { Uses = promotion.Value.Uses - 1 }), promotion.ETag),
            TypedDocuments.Write(TypedDocuments.Document($"by|{use.Customer}", new PromotionStore.CustomerUses(by!.Value.Uses - 1)), by.ETag));
    }

    private async Task<Outcome<bool>?> TakeCardAsync(GiftCardUse use, string orderId, CancellationToken cancellation)
    {
        var partition = GiftCardStore.PartitionOf(use.Code);
        var entry = await documents.ReadAsync<Entry>(partition, $"entry|{orderId}", cancellation);
        if (entry is not null)
            return entry.Value.IsTaken ? true : DiscountProblems.Gone("The gift card's amount was given back.");
        var card = await documents.ReadAsync<GiftCard>(partition, "card", cancellation);
        if (card is null || card.Value.Balance.Amount < use.Amount.Amount || time.GetUtcNow() >= card.Value.ValidTo)
            return DiscountProblems.Gone("A gift card no longer holds its amount.");
        return await BatchAsync(partition, cancellation,
            TypedDocuments.Write(TypedDocuments.Document("card", card.Value with { Balance = card.Value.Balance - use.Amount }), card.ETag),
            TypedDocuments.Write(TypedDocuments.Document($"entry|{orderId}", new Entry(true, use.Amount)), null));
    }

    private async Task<Outcome<bool>?> ReleaseCardAsync(GiftCardUse use, string orderId, CancellationToken cancellation)
    {
        var partition = GiftCardStore.PartitionOf(use.Code);
        var entry = await documents.ReadAsync<Entry>(partition, $"entry|{orderId}", cancellation);
        if (entry is { Value.IsTaken: false })
            return true;
        var closed = TypedDocuments.Write(TypedDocuments.Document($"entry|{orderId}", entry is null ? new Entry(false, Money.Zero) : entry.Value with { IsTaken = false }), entry?.ETag);
        if (entry is null)
            return await BatchAsync(partition, cancellation, closed);
        var card = await documents.ReadAsync<GiftCard>(partition, "card", cancellation);
        return await BatchAsync(partition, cancellation, closed,
            TypedDocuments.Write(TypedDocuments.Document("card", card!.Value with { Balance = card.Value.Balance + entry.Value.Amount - entry.Value.Back }), card.ETag));
    }

    private async Task<Outcome<bool>?> GiveBackOnceAsync(string orderId, string refundId, GiftCardUse back, CancellationToken cancellation)
    {
        var (partition, mark) = (GiftCardStore.PartitionOf(back.Code), $"back|{orderId}|{refundId}");
        if (await documents.ReadAsync(partition, mark, cancellation) is not null)
            return true;
        var entry = await documents.ReadAsync<Entry>(partition, $"entry|{orderId}", cancellation);
        if (entry is not { Value.IsTaken: true })
            return true;
        var card = await documents.ReadAsync<GiftCard>(partition, "card", cancellation);
        return await BatchAsync(partition, cancellation,
            TypedDocuments.Write(TypedDocuments.Document(mark, new GivenBack(back.Amount)), null),
            TypedDocuments.Write(TypedDocuments.Document($"entry|{orderId}", entry.Value with { Back = entry.Value.Back + back.Amount }), entry.ETag),
            TypedDocuments.Write(TypedDocuments.Document("card", card!.Value with { Balance = card.Value.Balance + back.Amount }), card.ETag));
    }

    /// <summary>True when it was written; null when somebody else was quicker.</summary>
    private async Task<Outcome<bool>?> BatchAsync(Partition partition, CancellationToken cancellation, params DocumentWrite[] writes) =>
        (await documents.BatchAsync(partition, writes, cancellation)).IsDone ? true : null;

    private async Task<Outcome<bool>> RetryAsync(Func<Task<Outcome<bool>?>> step, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < ConflictsMax; attempt++)
        {
            if (await step() is { } done)
                return done;
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(1 << Math.Min(attempt, 10), PauseMillisecondsMax)), time, cancellation);
        }
        throw new TimeoutException($"A promotion or gift card was busy for {ConflictsMax} attempts.");
    }

    private sealed record GivenBack(Money Amount)
    {
        public int Schema { get; init; } = 1;
    }

    private sealed record Entry(bool IsTaken, Money Amount)
    {
        public Money Back { get; init; } = Money.Zero;

        public int Schema { get; init; } = 1;
    }
}
