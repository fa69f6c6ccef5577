using Kundli.Adapters.Blobs;
using Kundli.Features.Reports;
using Kundli.Features.SavedCharts;

namespace Kundli.Adapters.Documents;

/// <summary>Reports: <c>charts / {userId} / report|{chartId}|{id}</c>, and the file as blob <c>reports/{userId}/{chartId}/{id}.pdf</c>.</summary>
public sealed class ReportStore(IDocuments documents, ReportBlobs files) : IReportStore, IChartAttachments
{
    /// <inheritdoc/>
    public async Task<(Report Report, string Version)?> ReadAsync(string userId, string chartId, string reportId, CancellationToken cancellation) =>
        await documents.ReadAsync<Report>(PartitionOf(userId), Prefix(chartId) + reportId, cancellation) is { } read ? (read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public Task AddAsync(Report report, CancellationToken cancellation) =>
        documents.CreateAsync(PartitionOf(report.UserId), TypedDocuments.Document(Prefix(report.ChartId) + report.Id, report), cancellation);

    /// <inheritdoc/>
    public async Task<string?> SaveAsync(Report report, string version, CancellationToken cancellation) =>
        (await documents.ReplaceAsync(PartitionOf(report.UserId), TypedDocuments.Document(Prefix(report.ChartId) + report.Id, report), version, cancellation)).ETag;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Report>> ListAsync(string userId, string chartId, CancellationToken cancellation)
    {
        var page = await documents.PageAsync(PartitionOf(userId), IdRange.Prefix(Prefix(chartId)), DocumentLimits.PageMax, null, cancellation);
        return [.. page.Items.Select(item => item.Value<Report>())];
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(Report report, CancellationToken cancellation)
    {
        await files.RemoveAsync(NameOf(report), cancellation);
        await documents.RemoveAllAsync(PartitionOf(report.UserId), IdRange.Prefix(Prefix(report.ChartId) + report.Id), cancellation);
    }

    /// <inheritdoc/>
    public async Task RemoveAllAsync(string userId, string chartId, CancellationToken cancellation)
    {
        foreach (var report in await ListAsync(userId, chartId, cancellation))
            await RemoveAsync(report, cancellation);
    }

    /// <inheritdoc/>
    public Task PutFileAsync(Report report, byte[] pdf, CancellationToken cancellation) => files.PutAsync(NameOf(report), pdf, cancellation);

    /// <inheritdoc/>
    public Task<byte[]?> GetFileAsync(Report report, CancellationToken cancellation) => files.GetAsync(NameOf(report), cancellation);

    private static string NameOf(Report report) => $"{report.UserId}/{report.ChartId}/{report.Id}.pdf";

    private static string Prefix(string chartId) => $"report|{chartId}|";

    private static Partition PartitionOf(string userId) => new(Containers.Charts, userId);
}
