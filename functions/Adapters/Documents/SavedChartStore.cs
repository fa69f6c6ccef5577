using Kundli.Features;
using Kundli.Features.Idempotency;
using Kundli.Features.SavedCharts;

namespace Kundli.Adapters.Documents;

/// <summary>Charts: <c>charts / {userId} / chart|{id}</c>; what was written about one is <c>{kind}|{chartId}|…</c> in the same partition.</summary>
public sealed class SavedChartStore(IDocuments documents) : ISavedCharts
{
    private const string Prefix = "chart|";

    /// <summary>Kinds of documents that belong to a chart and go with it.</summary>
    private static readonly string[] Dependents = ["reading|"];

    /// <inheritdoc/>
    public async Task<(SavedChart Chart, string Version)?> ReadAsync(string userId, string chartId, CancellationToken cancellation) =>
        await documents.ReadAsync<SavedChart>(PartitionOf(userId), Prefix + chartId, cancellation) is { } read ? (read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public Task<Creation> AddAsync(SavedChart chart, Repeat? repeat, CancellationToken cancellation) =>
        documents.CreateAsync(PartitionOf(chart.UserId), TypedDocuments.Document(Prefix + chart.Id, chart), chart.Id, repeat, cancellation);

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(SavedChart chart, string version, CancellationToken cancellation) =>
        (await documents.ReplaceAsync(PartitionOf(chart.UserId), TypedDocuments.Document(Prefix + chart.Id, chart), version, cancellation)).IsDone;

    /// <inheritdoc/>
    public async Task<Page<SavedChart>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(PartitionOf(userId), IdRange.Prefix(Prefix), limit, after, cancellation);
        return new Page<SavedChart>([.. page.Items.Select(item => item.Value<SavedChart>())], page.Next);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string userId, string chartId, CancellationToken cancellation)
    {
        foreach (var kind in Dependents)
            await documents.RemoveAllAsync(PartitionOf(userId), IdRange.Prefix($"{kind}{chartId}|"), cancellation);
        await documents.RemoveAllAsync(PartitionOf(userId), IdRange.Prefix(Prefix + chartId), cancellation);
    }

    private static Partition PartitionOf(string userId) => new(Containers.Charts, userId);
}
