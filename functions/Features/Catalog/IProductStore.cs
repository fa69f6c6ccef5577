namespace Kundli.Features.Catalog;

/// <summary>The products themselves: what detail pages and checkout read.</summary>
public interface IProductStore
{
    /// <summary>The product with its version, or null.</summary>
    Task<(Product Product, string Tag)?> ReadAsync(string slug, CancellationToken cancellation);

    /// <summary>Creates it (<paramref name="tag"/> null) or replaces the version that was read.</summary>
    /// <returns>False if it exists already or has changed.</returns>
    Task<bool> SaveAsync(Product product, string? tag, CancellationToken cancellation);
}
