using System.Globalization;
using System.Text;

namespace Kundli.Features.Pictures;

/// <summary>A drawing of 160 by 160 units that grows shape by shape; everything in it comes from our own tables, nothing from outside.</summary>
internal sealed class Svg(Palette palette)
{
    private readonly StringBuilder _shapes = new();

    public Palette Palette { get; } = palette;

    public Svg Path(string d, string fill, double line = 1.4, string? transform = null)
    {
        _shapes.Append($"<path d=\"{d}\" fill=\"{fill}\" stroke=\"{(line > 0 ? Palette.OutlineOf(fill) : "none")}\" stroke-width=\"{N(line)}\"{At(transform)}/>");
        return this;
    }

    /// <summary>A line without a fill: a stem, a vein, a thread.</summary>
    public Svg Stroke(string d, string colour, double width, string? transform = null)
    {
        _shapes.Append($"<path d=\"{d}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{N(width)}\"{At(transform)}/>");
        return this;
    }

    public Svg Circle(double x, double y, double radius, string fill, double line = 1.4)
    {
        _shapes.Append($"<circle cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\" fill=\"{fill}\" stroke=\"{(line > 0 ? Palette.OutlineOf(fill) : "none")}\" stroke-width=\"{N(line)}\"/>");
        return this;
    }

    public Svg Oval(double x, double y, double width, double height, string fill, double line = 1.4, string? transform = null)
    {
        _shapes.Append($"<ellipse cx=\"{N(x)}\" cy=\"{N(y)}\" rx=\"{N(width)}\" ry=\"{N(height)}\" fill=\"{fill}\" stroke=\"{(line > 0 ? Palette.OutlineOf(fill) : "none")}\" stroke-width=\"{N(line)}\"{At(transform)}/>");
        return this;
    }

    public byte[] Finish(string title) => Encoding.UTF8.GetBytes(
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 160 160\" width=\"320\" height=\"320\" role=\"img\" stroke-linecap=\"round\" stroke-linejoin=\"round\"><title>{Escaped(title)}</title>{_shapes}</svg>");

    public static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Turned(double x, double y, double degrees, double scale = 1) => $"translate({N(x)} {N(y)}) rotate({N(degrees)}) scale({N(scale)})";

    private static string At(string? transform) => transform is null ? "" : $" transform=\"{transform}\"";

    private static string Escaped(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
