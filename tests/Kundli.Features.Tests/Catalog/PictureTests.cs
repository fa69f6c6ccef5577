using System.Text;
using System.Xml.Linq;
using Kundli.Features.Catalog;
using Kundli.Features.Pictures;
using Xunit;

namespace Kundli.Features.Tests.Catalog;

public sealed class PictureTests
{
    private static readonly IReadOnlyList<Product> Products = SeedCatalog.ReadProducts();

    [Theory]
    [InlineData(PictureTheme.Light)]
    [InlineData(PictureTheme.Dark)]
    public void Every_product_has_a_small_picture_that_is_well_formed_and_runs_nothing(PictureTheme theme)
    {
        Assert.All(Products, product =>
        {
            var bytes = DrawProduct.Draw(product, theme);
            Assert.InRange(bytes.Length, 300, 40_000);
            var svg = XDocument.Parse(Encoding.UTF8.GetString(bytes));
            Assert.Equal(product.Name.En, svg.Root!.Elements().First().Value);
            Assert.All(svg.Descendants(), element => Assert.Contains(element.Name.LocalName, new[] { "svg", "title", "path", "circle", "ellipse" }));
            Assert.DoesNotContain(svg.Descendants().Attributes(), attribute => attribute.Value.Contains("NaN", StringComparison.Ordinal) || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void No_two_plants_and_no_two_things_look_alike()
    {
        var drawn = Products.GroupBy(product => Shapes(product), StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => string.Join(" = ", group.Select(product => product.Slug))).ToList();
        Assert.Empty(drawn);
    }

    [Fact]
    public void A_picture_is_the_same_each_time_and_another_on_dark_pages()
    {
        Assert.Equal(DrawProduct.Draw(Products[0], PictureTheme.Light), DrawProduct.Draw(Products[0], PictureTheme.Light));
        Assert.NotEqual(DrawProduct.Draw(Products[0], PictureTheme.Light), DrawProduct.Draw(Products[0], PictureTheme.Dark));
    }

    [Theory]
    [InlineData(PictureTheme.Light)]
    [InlineData(PictureTheme.Dark)]
    public void What_is_pale_has_an_outline_that_is_seen(PictureTheme theme)
    {
        var outlined = Products.SelectMany(product => XDocument.Parse(Encoding.UTF8.GetString(DrawProduct.Draw(product, theme))).Root!.Elements())
            .Select(shape => (Fill: (string?)shape.Attribute("fill"), Stroke: (string?)shape.Attribute("stroke"))).Where(shape => IsPale(shape.Fill)).ToList();
        Assert.NotEmpty(outlined);
        Assert.DoesNotContain(outlined, shape => IsPale(shape.Stroke));
    }

    [Fact]
    public void Pictures_can_be_looked_at()
    {
        var folder = Environment.GetEnvironmentVariable("KUNDLI_KEEP_PICTURES");
        foreach (var product in Products.Where(_ => folder is not null))
            File.WriteAllBytes(Path.Combine(folder!, $"{product.Slug}.svg"), DrawProduct.Draw(product, PictureTheme.Light));
        Assert.True(folder is null || Directory.GetFiles(folder, "*.svg").Length >= Products.Count);
    }

    // All three channels near white.
    private static bool IsPale(string? colour) => colour is ['#', ..] && new[] { 1, 3, 5 }.All(at => Convert.ToByte(colour[at..(at + 2)], 16) >= 0xd8);

    /// <summary>The picture without its title.</summary>
    private static string Shapes(Product product) => string.Concat(XDocument.Parse(Encoding.UTF8.GetString(DrawProduct.Draw(product, PictureTheme.Light))).Root!.Elements().Skip(1));
}
