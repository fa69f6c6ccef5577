using Kundli.Features;
using Kundli.Features.Grievances;

namespace Kundli.Adapters.Documents;

/// <summary>Complaints: <c>grievances / {ticket} / grievance</c>; those that are open stand in <c>grievances / open / {received}|{ticket}</c>, a member's also in <c>customers / {userId} / grievance|{ticket}</c>.</summary>
public sealed class GrievanceStore(IDocuments documents) : IGrievanceStore
{
    private const string Id = "grievance";
    private const string MemberPrefix = "grievance|";
    private static readonly Partition Open = new(Containers.Grievances, "open");

    /// <inheritdoc/>
    public async Task<(Grievance Grievance, string Tag)?> ReadAsync(string id, CancellationToken cancellation) =>
        await documents.ReadAsync<Grievance>(PartitionOf(id), Id, cancellation) is { } read ? (read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(Grievance grievance, string? tag, CancellationToken cancellation) =>
        (await documents.SaveAsync(PartitionOf(grievance.Id), TypedDocuments.Document(Id, grievance), tag, cancellation)).IsDone;

    /// <inheritdoc/>
    public async Task ListAsync(Grievance grievance, CancellationToken cancellation)
    {
        var id = EntryOf(grievance);
        var known = await documents.ReadAsync(Open, id, cancellation);
        if (grievance.State == GrievanceState.Resolved && known is not null)
            await documents.DeleteAsync(Open, id, known.ETag, cancellation);
        else if (grievance.State != GrievanceState.Resolved && known is null)
            await documents.CreateAsync(Open, TypedDocuments.Document(id, new Entry(grievance.Id)), cancellation);
    }

    /// <inheritdoc/>
    public Task NoteAsync(string userId, string id, CancellationToken cancellation) =>
        documents.CreateAsync(MemberOf(userId), TypedDocuments.Document(MemberPrefix + id, new Entry(id)), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> OfMemberAsync(string userId, CancellationToken cancellation) =>
        [.. (await documents.PageAsync(MemberOf(userId), IdRange.Prefix(MemberPrefix), DocumentLimits.PageMax, null, cancellation)).Items.Select(item => item.Value<Entry>().GrievanceId)];

    /// <inheritdoc/>
    public async Task RemoveAsync(string userId, string id, CancellationToken cancellation)
    {
        if (await ReadAsync(id, cancellation) is { Grievance: var grievance })
        {
            await documents.RemoveAsync(Open, EntryOf(grievance), cancellation);
            await documents.RemoveAsync(PartitionOf(id), Id, cancellation);
        }
        await documents.RemoveAsync(MemberOf(userId), MemberPrefix + id, cancellation);
    }

    /// <inheritdoc/>
    public async Task<Page<string>> OpenAsync(int limit, string? after, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(Open, IdRange.All, limit, after, cancellation);
        return new Page<string>([.. page.Items.Select(item => item.Value<Entry>().GrievanceId)], page.Next);
    }

    private static string EntryOf(Grievance grievance) => $"{grievance.ReceivedAt.UtcTicks:D19}|{grievance.Id}";

    private static Partition MemberOf(string userId) => new(Containers.Customers, userId);

    private static Partition PartitionOf(string id) => new(Containers.Grievances, id);

    private sealed record Entry(string GrievanceId)
    {
        public int Schema { get; init; } = 1;
    }
}
