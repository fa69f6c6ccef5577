using Kundli.Features;
using Kundli.Features.Plants;

namespace Kundli.Adapters.Documents;

/// <summary>
/// Identifications: <c>identifications / {id} / identification</c>, which expires with its photos; a customer's list is
/// <c>customers / {userId} / identification|{inverted time}|{id}</c>.
/// </summary>
public sealed class IdentificationStore(IDocuments documents) : IIdentificationStore
{
    private const string DocumentId = "identification";
    private const string ListPrefix = "identification|";

    /// <inheritdoc/>
    public async Task<StoredIdentification?> FindAsync(string id, CancellationToken cancellation) =>
        await documents.ReadAsync<Identification>(PartitionOf(id), DocumentId, cancellation) is { } stored ? new(stored.Value, stored.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> AddAsync(Identification identification, CancellationToken cancellation)
    {
        // The line first: what is in no list could not be handed over or erased.
        if (identification.Owner is { } owner)
        {
            var entry = new IdentificationEntry(identification.Id, identification.CreatedAt);
            await documents.CreateAsync(ListOf(owner), TypedDocuments.Document(EntryId(entry), entry, identification.ExpiresAt), cancellation);
        }
        return (await documents.CreateAsync(PartitionOf(identification.Id), Document(identification), cancellation)).IsDone;
    }

    /// <inheritdoc/>
    public async Task<Page<IdentificationEntry>> ListAsync(string owner, int limit, string? after, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(ListOf(owner), IdRange.Prefix(ListPrefix), limit, after, cancellation);
        return new([.. page.Items.Select(item => item.Value<IdentificationEntry>())], page.Next);
    }

    /// <inheritdoc/>
    public async Task RemoveEntryAsync(string owner, IdentificationEntry entry, CancellationToken cancellation)
    {
        if (await documents.ReadAsync(ListOf(owner), EntryId(entry), cancellation) is { } stored)
            await documents.DeleteAsync(ListOf(owner), stored.Id, stored.ETag, cancellation);
    }

    /// <inheritdoc/>
    public async Task<StoredIdentification?> SaveAsync(Identification identification, string etag, CancellationToken cancellation)
    {
        var written = await documents.ReplaceAsync(PartitionOf(identification.Id), Document(identification), etag, cancellation);
        return written.IsDone ? new(identification, written.ETag!) : null;
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string id, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(PartitionOf(id), IdRange.All, DocumentLimits.PageMax, null, cancellation);
        foreach (var document in page.Items)
            await documents.DeleteAsync(PartitionOf(id), document.Id, document.ETag, cancellation);
    }

    private static NewDocument Document(Identification identification) => TypedDocuments.Document(DocumentId, identification, identification.ExpiresAt);

    private static Partition ListOf(string owner) => new(Containers.Customers, owner);

    private static string EntryId(IdentificationEntry entry) => $"{ListPrefix}{DateTimeOffset.MaxValue.UtcTicks - entry.CreatedAt.UtcTicks:D19}|{entry.Id}";

    private static Partition PartitionOf(string id) => new(Containers.Identifications, id);
}
