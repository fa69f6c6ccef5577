using Kundli.Features;
using Kundli.Features.Audit;

namespace Kundli.Adapters.Documents;

/// <summary>What people with a role did: <c>audit / {day} / {id}</c>.</summary>
public sealed class AuditBook(IDocuments documents) : IAuditBook
{
    private const int ConflictsMax = 5;

    /// <inheritdoc/>
    public async Task WriteAsync(AuditEntry entry, CancellationToken cancellation)
    {
        var partition = PartitionOf(DateOnly.FromDateTime(entry.At.UtcDateTime));
        for (var attempt = 0; attempt < ConflictsMax; attempt++)
        {
            var known = await documents.ReadAsync(partition, entry.Id, cancellation);
            if ((await documents.SaveAsync(partition, TypedDocuments.Document(entry.Id, entry), known?.ETag, cancellation)).IsDone)
                return;
        }
        throw new DocumentsUnavailableException("An entry of the audit book could not be written.");
    }

    /// <inheritdoc/>
    public async Task<Page<AuditEntry>> ListAsync(DateOnly day, int limit, string? after, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(PartitionOf(day), IdRange.All, limit, after, cancellation);
        return new Page<AuditEntry>([.. page.Items.Select(item => item.Value<AuditEntry>())], page.Next);
    }

    private static Partition PartitionOf(DateOnly day) => new(Containers.Audit, day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
