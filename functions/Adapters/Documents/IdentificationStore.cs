using Kundli.Features.Plants;

namespace Kundli.Adapters.Documents;

/// <summary>Identifications: <c>identifications / {id} / identification</c>, which expires with its photos.</summary>
public sealed class IdentificationStore(IDocuments documents) : IIdentificationStore
{
    private const string DocumentId = "identification";

    /// <inheritdoc/>
    public async Task<StoredIdentification?> FindAsync(string id, CancellationToken cancellation) =>
        await documents.ReadAsync<Identification>(PartitionOf(id), DocumentId, cancellation) is { } stored ? new(stored.Value, stored.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> AddAsync(Identification identification, CancellationToken cancellation) =>
        (await documents.CreateAsync(PartitionOf(identification.Id), Document(identification), cancellation)).IsDone;

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

    private static Partition PartitionOf(string id) => new(Containers.Identifications, id);
}
