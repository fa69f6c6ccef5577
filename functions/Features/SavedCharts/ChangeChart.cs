using FluentValidation;

namespace Kundli.Features.SavedCharts;

/// <summary>Another name for a chart. Whoever wants another birth saves another chart: readings and links belong to the birth.</summary>
/// <param name="Name">The name.</param>
public sealed record RenameChartRequest(string Name);

/// <summary>What a name must keep.</summary>
public sealed class RenameChartRules : AbstractValidator<RenameChartRequest>
{
    /// <summary>The rules.</summary>
    public RenameChartRules() => RuleFor(request => request.Name)
        .Must(name => name.Trim().Length is > 0 and <= Charts.Limits.NameLengthMax && !name.Any(char.IsControl)).WithMessage($"must have 1 to {Charts.Limits.NameLengthMax} characters.");
}

/// <summary>Renames and deletes a customer's chart.</summary>
/// <param name="charts">Where charts are kept.</param>
/// <param name="shares">The links to them.</param>
/// <param name="attachments">What else belongs to a chart.</param>
/// <param name="time">When it was changed.</param>
public sealed class ChangeChart(ISavedCharts charts, IShares shares, IEnumerable<IChartAttachments> attachments, TimeProvider time)
{
    /// <summary>The renamed chart; <c>stale-version</c> where the client saw another version, <c>not-found</c>.</summary>
    public async Task<Outcome<SavedChart>> RenameAsync(string userId, string chartId, string? seen, RenameChartRequest request, CancellationToken cancellation)
    {
        if (!SavedChart.IsId(chartId) || await charts.ReadAsync(userId, chartId, cancellation) is not { } read)
            return Problem.NotFound();
        var renamed = read.Chart.Rename(request.Name.Trim(), seen, time.GetUtcNow());
        if (!renamed.IsOk)
            return renamed.Problem;
        return await charts.SaveAsync(renamed.Value, read.Version, cancellation) ? renamed : SavedChart.Stale;
    }

    /// <summary>Deletes a chart with its readings, reports and links; <c>stale-version</c> where the client saw another version, <c>not-found</c>.</summary>
    public async Task<Outcome<SavedChart>> DeleteAsync(string userId, string chartId, string? seen, CancellationToken cancellation)
    {
        if (!SavedChart.IsId(chartId) || await charts.ReadAsync(userId, chartId, cancellation) is not { } read)
            return Problem.NotFound();
        if (seen is not null && seen != read.Chart.Tag)
            return SavedChart.Stale;
        await RemoveAsync(userId, chartId, cancellation);
        return read.Chart;
    }

    /// <summary>Removes a chart with everything that hangs on it; the chart itself goes last, so that a second call finds what a killed one left.</summary>
    public async Task RemoveAsync(string userId, string chartId, CancellationToken cancellation)
    {
        foreach (var share in await shares.ListAsync(userId, chartId, cancellation))
            await shares.RemoveAsync(share, cancellation);
        foreach (var attachment in attachments)
            await attachment.RemoveAllAsync(userId, chartId, cancellation);
        await charts.RemoveAsync(userId, chartId, cancellation);
    }
}
