using System.Runtime.CompilerServices;
using Kundli.Features.Privacy;

namespace Kundli.Features.SavedCharts;

/// <summary>The charts of a customer, for export and erasure.</summary>
/// <param name="charts">Where charts are kept.</param>
/// <param name="change">Removes one with what hangs on it.</param>
public sealed class SavedChartRecords(ISavedCharts charts, ChangeChart change) : IPersonalRecords
{
    /// <inheritdoc/>
    public string Section => "charts";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? after = null;
        do
        {
            var page = await charts.ListAsync(userId, Page.LimitMax, after, cancellation);
            foreach (var chart in page.Items)
                yield return new { chart.Id, chart.Chart.Name, chart.Chart.Birth, chart.Chart.Longitudes, chart.Chart.Settings, chart.Subject, chart.ProfileId, chart.Declarations, chart.CreatedAt, chart.ChangedAt };
            after = page.Next;
        }
        while (after is not null);
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        while ((await charts.ListAsync(userId, Page.LimitMax, null, cancellation)).Items is { Count: > 0 } page)
            foreach (var chart in page)
                await change.RemoveAsync(userId, chart.Id, cancellation);
        return Erasure.Done;
    }
}
