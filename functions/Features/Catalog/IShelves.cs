namespace Kundli.Features.Catalog;

/// <summary>How many of a SKU can be had now.</summary>
public interface IShelves
{
    /// <summary>Units available, SKU by SKU; 0 for an unknown one.</summary>
    Task<IReadOnlyDictionary<string, int>> AvailableAsync(IReadOnlyCollection<string> skus, CancellationToken cancellation);
}
