using Kundli.Features.Catalog;

namespace Kundli.Adapters.Documents;

/// <summary>Products: <c>products / {slug} / product</c>.</summary>
public sealed class ProductStore(IDocuments documents) : IProductStore
{
    private const string Id = "product";

    /// <inheritdoc/>
    public async Task<(Product Product, string Tag)?> ReadAsync(string slug, CancellationToken cancellation) =>
        await documents.ReadAsync<Product>(PartitionOf(slug), Id, cancellation) is { } read ? (read.Value, read.ETag) : null;

    /// <inheritdoc/>
    public async Task<bool> SaveAsync(Product product, string? tag, CancellationToken cancellation) =>
        (await documents.SaveAsync(PartitionOf(product.Slug), TypedDocuments.Document(Id, product), tag, cancellation)).IsDone;

    private static Partition PartitionOf(string slug) => new(Containers.Products, slug);
}
