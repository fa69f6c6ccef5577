using System.Runtime.CompilerServices;
using Kundli.Features.Privacy;
using Kundli.Features.SavedCharts;

namespace Kundli.Features.Notes;

/// <summary>A customer's notes for export and erasure, and those of a chart that is deleted.</summary>
/// <param name="notes">Where they are kept.</param>
public sealed class NoteRecords(INotes notes) : IPersonalRecords, IChartAttachments
{
    /// <inheritdoc/>
    public string Section => "notes";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> ExportAsync(string userId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var wish in await notes.WishesAsync(userId, cancellation))
            yield return wish.ToView();
        string? after = null;
        do
        {
            var page = await notes.ListAsync(userId, Page.LimitMax, after, cancellation);
            foreach (var note in page.Items)
                yield return note.ToView();
            after = page.Next;
        }
        while (after is not null);
    }

    /// <inheritdoc/>
    public async Task<Erasure> EraseAsync(string userId, CancellationToken cancellation)
    {
        foreach (var wish in await notes.WishesAsync(userId, cancellation))
            await notes.RemoveAsync(userId, wish.ChartId, cancellation);
        // What a timer wrote between the two steps of an earlier removal has no wish any more.
        while ((await notes.ListAsync(userId, Page.LimitMax, null, cancellation)).Items is { Count: > 0 } left)
            foreach (var chartId in left.Select(note => note.ChartId).Distinct(StringComparer.Ordinal))
                await notes.RemoveAsync(userId, chartId, cancellation);
        return Erasure.Done;
    }

    /// <inheritdoc/>
    public Task RemoveAllAsync(string userId, string chartId, CancellationToken cancellation) => notes.RemoveAsync(userId, chartId, cancellation);
}
