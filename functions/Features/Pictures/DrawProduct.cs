using Kundli.Features.Catalog;

namespace Kundli.Features.Pictures;

/// <summary>Draws the picture of a product from its own data: no photo is stored, and no two species look alike.</summary>
public sealed class DrawProduct(ICatalogIndex catalog)
{
    /// <summary>The picture as SVG; a product that is not listed has none.</summary>
    public async Task<Outcome<byte[]>> RunAsync(string slug, PictureTheme theme, CancellationToken cancellation) =>
        ReadProduct.IsSlug(slug) && (await catalog.CurrentAsync(cancellation)).BySlug(slug) is { } product ? Draw(product, theme) : Problem.NotFound();

    /// <summary>The picture of a product: equal products give equal bytes.</summary>
    public static byte[] Draw(Product product, PictureTheme theme)
    {
        var svg = new Svg(Palette.Of(theme));
        var form = PlantForms.Of(product.Attributes.GetValueOrDefault("plant") is [var plant, ..] ? plant : null);
        switch (product.Kind)
        {
            case GoodsKind.LivePlant:
                PlantDrawing.Potted(svg, form);
                break;
            case GoodsKind.Work when product.Attributes.ContainsKey("plant"):
                PlantDrawing.Planted(svg, form);
                break;
            case GoodsKind.Seeds:
                PlantDrawing.Seeds(svg, form);
                break;
            default:
                ThingDrawing.Draw(svg, product.Slug, product.Category);
                break;
        }
        return svg.Finish(product.Name.En);
    }
}
