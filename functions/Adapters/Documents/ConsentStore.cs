using Kundli.Features.Privacy;

namespace Kundli.Adapters.Documents;

/// <summary>Consents in their customer's partition.</summary>
public sealed class ConsentStore(IDocuments documents) : IConsentStore
{
    private const string Id = "consents";

    /// <inheritdoc/>
    public async Task<(ConsentRecord Record, string? Version)> ReadAsync(string userId, CancellationToken cancellation) =>
        await documents.ReadAsync<ConsentRecord>(new Partition(Containers.Customers, userId), Id, cancellation) is { } read ? (read.Value, read.ETag) : (ConsentRecord.None(userId), null);

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(ConsentRecord record, string? version, CancellationToken cancellation) =>
        (await documents.SaveAsync(new Partition(Containers.Customers, record.UserId), TypedDocuments.Document(Id, record), version, cancellation)).IsDone;

    /// <inheritdoc/>
    public Task RemoveAsync(string userId, CancellationToken cancellation) => documents.RemoveAsync(new Partition(Containers.Customers, userId), Id, cancellation);
}
