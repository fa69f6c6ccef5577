using Kundli.Features.Idempotency;

namespace Kundli.Adapters.Documents;

/// <summary>Creations with an idempotency key: the mark of the key (<c>key|{hash}</c>) stands in one batch with what was created.</summary>
internal static class RepeatableCreations
{
    private const string KeyPrefix = "key|";

    /// <summary>Creates a document, or finds what the same request created before.</summary>
    /// <param name="documents">The store.</param>
    /// <param name="partition">Where.</param>
    /// <param name="document">What.</param>
    /// <param name="resourceId">The id that the client gets.</param>
    /// <param name="repeat">The key; null where none was sent.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DocumentsUnavailableException">Somebody else wrote the very same id.</exception>
    public static async Task<Creation> CreateAsync(this IDocuments documents, Partition partition, NewDocument document, string resourceId, Repeat? repeat, CancellationToken cancellation)
    {
        var writes = new List<DocumentWrite> { new DocumentWrite.Create(document) };
        if (repeat is not null)
            writes.Insert(0, new DocumentWrite.Create(TypedDocuments.Document(KeyPrefix + repeat.KeyHash, new Mark(repeat.BodyHash, resourceId), repeat.ExpiresAt)));
        if ((await documents.BatchAsync(partition, writes, cancellation)).IsDone)
            return new(resourceId, IsNew: true);
        if (repeat is not null && await documents.ReadAsync<Mark>(partition, KeyPrefix + repeat.KeyHash, cancellation) is { } first)
            return new(first.Value.BodyHash == repeat.BodyHash ? first.Value.ResourceId : null, IsNew: false);
        throw new DocumentsUnavailableException($"{partition.Container}: the new document was refused.");
    }

    private sealed record Mark(string BodyHash, string ResourceId)
    {
        public int Schema { get; init; } = 1;
    }
}
