using Kundli.Features.Idempotency;

namespace Kundli.Features.SavedCharts;

/// <summary>The charts that customers keep. Every call names the customer: another's chart can't be reached.</summary>
public interface ISavedCharts
{
    /// <summary>A customer's chart with the version to save it over, or null.</summary>
    Task<(SavedChart Chart, string Version)?> ReadAsync(string userId, string chartId, CancellationToken cancellation);

    /// <summary>Adds a chart, or finds what the same request added before.</summary>
    Task<Creation> AddAsync(SavedChart chart, Repeat? repeat, CancellationToken cancellation);

    /// <summary>Writes over the version that was read; false when somebody else did meanwhile.</summary>
    Task<bool> SaveAsync(SavedChart chart, string version, CancellationToken cancellation);

    /// <summary>A customer's charts, the newest first.</summary>
    Task<Page<SavedChart>> ListAsync(string userId, int limit, string? after, CancellationToken cancellation);

    /// <summary>Removes a chart with everything that was written about it; the chart itself goes last, so that a second call finds what a killed one left.</summary>
    Task RemoveAsync(string userId, string chartId, CancellationToken cancellation);
}
