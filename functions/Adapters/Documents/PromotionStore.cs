using System.Security.Cryptography;
using System.Text;
using Kundli.Features;
using Kundli.Features.Promotions;

namespace Kundli.Adapters.Documents;

/// <summary>Promotions: <c>promotions / {code} / promotion</c>, <c>by|{customer}</c>.</summary>
public sealed class PromotionStore(IDocuments documents) : IPromotionStore
{
    /// <inheritdoc/>
    public async Task<(Promotion Promotion, int UsedByCustomer)?> ReadAsync(string code, string customer, CancellationToken cancellation)
    {
        var partition = new Partition(Containers.Promotions, code);
        var promotion = documents.ReadAsync<Promotion>(partition, "promotion", cancellation);
        var uses = documents.ReadAsync<CustomerUses>(partition, $"by|{customer}", cancellation);
        await Task.WhenAll(promotion, uses);
        return await promotion is { } found ? (found.Value, (await uses)?.Value.Uses ?? 0) : null;
    }

    /// <inheritdoc/>
    public async Task<bool> CreateAsync(Promotion promotion, CancellationToken cancellation) =>
        (await documents.CreateAsync(new Partition(Containers.Promotions, promotion.Code), TypedDocuments.Document("promotion", promotion), cancellation)).IsDone;

    internal sealed record CustomerUses(int Uses)
    {
        public int Schema { get; init; } = 1;
    }
}

/// <summary>Gift cards: <c>giftCards / {hash of the code} / card</c>; no code stands in a key.</summary>
public sealed class GiftCardStore(IDocuments documents) : IGiftCardStore
{
    private const string CodeLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int CodeLength = 20;

    /// <inheritdoc/>
    public async Task<GiftCard?> ReadAsync(string code, CancellationToken cancellation) =>
        (await documents.ReadAsync<GiftCard>(PartitionOf(code), "card", cancellation))?.Value;

    /// <inheritdoc/>
    public async Task<string> IssueAsync(Money amount, DateTimeOffset validTo, CancellationToken cancellation)
    {
        var code = RandomNumberGenerator.GetString(CodeLetters, CodeLength);
        await documents.CreateAsync(PartitionOf(code), TypedDocuments.Document("card", new GiftCard(HashOf(code), amount, amount, validTo)), cancellation);
        return code;
    }

    internal static Partition PartitionOf(string code) => new(Containers.GiftCards, HashOf(code));

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"giftCard|{code}")))[..40];
}
