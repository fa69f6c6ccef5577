using Kundli.Features.SavedCharts;

namespace Kundli.Adapters.Documents;

/// <summary>Links: <c>shares / {token hash} / share</c>, and in the owner's list <c>charts / {userId} / share|{chartId}|{id}</c>. Both end by themselves.</summary>
public sealed class ShareStore(IDocuments documents) : IShares
{
    private const string Id = "share";

    /// <inheritdoc/>
    public async Task AddAsync(Share share, CancellationToken cancellation)
    {
        await documents.CreateAsync(ListOf(share.UserId), TypedDocuments.Document(EntryId(share), share, share.ExpiresAt), cancellation);
        await documents.CreateAsync(PartitionOf(share.TokenHash), TypedDocuments.Document(Id, share, share.ExpiresAt), cancellation);
    }

    /// <inheritdoc/>
    public async Task<Share?> FindAsync(string tokenHash, CancellationToken cancellation) =>
        (await documents.ReadAsync<Share>(PartitionOf(tokenHash), Id, cancellation))?.Value;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Share>> ListAsync(string userId, string chartId, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(ListOf(userId), IdRange.Prefix(Prefix(chartId)), DocumentLimits.PageMax, null, cancellation);
        return [.. page.Items.Select(item => item.Value<Share>())];
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(Share share, CancellationToken cancellation)
    {
        await documents.RemoveAllAsync(PartitionOf(share.TokenHash), IdRange.All, cancellation);
        await documents.RemoveAllAsync(ListOf(share.UserId), IdRange.Prefix(EntryId(share)), cancellation);
    }

    private static string Prefix(string chartId) => $"share|{chartId}|";

    private static string EntryId(Share share) => Prefix(share.ChartId) + share.Id;

    private static Partition PartitionOf(string tokenHash) => new(Containers.Shares, tokenHash);

    private static Partition ListOf(string userId) => new(Containers.Charts, userId);
}
