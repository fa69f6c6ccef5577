using Kundli.Features.Journal;

namespace Kundli.Adapters.Documents;

/// <summary>Journals in their owner's partition: <c>customers / {userId} / journal|{id}</c>.</summary>
public sealed class JournalStore(IDocuments documents) : IJournals
{
    private const string Prefix = "journal|";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<JournalEntry>> ListAsync(string userId, CancellationToken cancellation) =>
        [.. (await documents.PageAsync(PartitionOf(userId), IdRange.Prefix(Prefix), DocumentLimits.PageMax, null, cancellation)).Items.Select(item => item.Value<JournalEntry>())];

    /// <inheritdoc/>
    public async Task<JournalEntry?> ReadAsync(string userId, string id, CancellationToken cancellation) =>
        IsId(id) && await documents.ReadAsync<JournalEntry>(PartitionOf(userId), Prefix + id, cancellation) is { } read ? read.Value : null;

    /// <inheritdoc/>
    public async Task<bool> AddAsync(string userId, JournalEntry entry, CancellationToken cancellation) =>
        (await documents.CreateAsync(PartitionOf(userId), TypedDocuments.Document(Prefix + entry.Id, entry), cancellation)).IsDone;

    /// <inheritdoc/>
    public Task RemoveAsync(string userId, string id, CancellationToken cancellation) => documents.RemoveAsync(PartitionOf(userId), Prefix + id, cancellation);

    /// <summary>Ids come from routes; what is none finds nothing.</summary>
    private static bool IsId(string text) => text.Length is > 0 and <= 64 && text.All(char.IsAsciiLetterOrDigit);

    private static Partition PartitionOf(string userId) => new(Containers.Customers, userId);
}
