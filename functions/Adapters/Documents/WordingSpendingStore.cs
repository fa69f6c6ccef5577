using Kundli.Features.Readings;

namespace Kundli.Adapters.Documents;

/// <summary>What an account spends on a model, in its customer's partition.</summary>
public sealed class WordingSpendingStore(IDocuments documents) : IWordingSpendings
{
    private const string Id = "wordings";

    /// <inheritdoc/>
    public async Task<(WordingSpending Spending, string? Version)> ReadAsync(string userId, CancellationToken cancellation) =>
        await documents.ReadAsync<WordingSpending>(new Partition(Containers.Customers, userId), Id, cancellation) is { } read
            ? (read.Value, read.ETag)
            : (new(userId, DateOnly.MinValue, 0), null);

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(WordingSpending spending, string? version, CancellationToken cancellation) =>
        (await documents.SaveAsync(new Partition(Containers.Customers, spending.UserId), TypedDocuments.Document(Id, spending), version, cancellation)).IsDone;

    /// <inheritdoc/>
    public Task RemoveAsync(string userId, CancellationToken cancellation) => documents.RemoveAsync(new Partition(Containers.Customers, userId), Id, cancellation);
}
