using Kundli.Features.Plants;

namespace Kundli.Adapters.Documents;

/// <summary>Feedback: <c>identifications / {id} / feedback</c>.</summary>
public sealed class FeedbackStore(IDocuments documents) : IFeedbackStore
{
    private const string DocumentId = "feedback";

    /// <inheritdoc/>
    public async Task<GivenFeedback?> FindAsync(string identificationId, CancellationToken cancellation) =>
        (await documents.ReadAsync<GivenFeedback>(PartitionOf(identificationId), DocumentId, cancellation))?.Value;

    /// <inheritdoc/>
    public async Task PutAsync(Identification identification, GivenFeedback feedback, CancellationToken cancellation)
    {
        var partition = PartitionOf(identification.Id);
        var before = await documents.ReadAsync(partition, DocumentId, cancellation);
        var written = await documents.SaveAsync(partition, TypedDocuments.Document(DocumentId, feedback, identification.ExpiresAt), before?.ETag, cancellation);
        if (!written.IsDone)
            throw new DocumentsUnavailableException("Somebody else gave feedback at the same time.");
    }

    private static Partition PartitionOf(string identificationId) => new(Containers.Identifications, identificationId);
}
