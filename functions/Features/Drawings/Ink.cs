using System.Globalization;
using System.Xml.Linq;

namespace Kundli.Features.Drawings;

/// <summary>
/// The elements that drawings are made of. Text is text, with title and description for those who don't see it. Colours are presentation attributes, so that a
/// drawing may stand within a page whose policy allows no inline style.
/// </summary>
internal static class Ink
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>An empty sheet.</summary>
    /// <param name="width">Units from side to side; the letters are measured in the same.</param>
    /// <param name="height">Units from top to bottom.</param>
    /// <param name="margin">Units that the ground reaches beyond them on every side.</param>
    /// <param name="language"><c>en</c> or <c>hi</c>.</param>
    /// <param name="title">What a screen reader says first.</param>
    /// <param name="description">In words, what the lines show.</param>
    /// <param name="palette">The colours.</param>
    public static XElement Sheet(double width, double height, double margin, string language, string title, string description, Palette palette) => new(
        Svg + "svg",
        new XAttribute("viewBox", $"{Text(-margin)} {Text(-margin)} {Text(width + (2 * margin))} {Text(height + (2 * margin))}"),
        new XAttribute("role", "img"),
        new XAttribute("lang", language),
        new XAttribute("font-family", "system-ui, 'Noto Sans', 'Noto Sans Devanagari', sans-serif"),
        new XElement(Svg + "title", title),
        new XElement(Svg + "desc", description),
        Box(-margin, -margin, width + (2 * margin), height + (2 * margin), palette.Ground));

    /// <summary>The sheet as a document.</summary>
    public static string Finish(XElement sheet) => sheet.ToString(SaveOptions.DisableFormatting);

    public static XElement Box(double x, double y, double width, double height, string fill, string? stroke = null) => new(
        Svg + "rect",
        new XAttribute("x", Text(x)), new XAttribute("y", Text(y)), new XAttribute("width", Text(width)), new XAttribute("height", Text(height)), new XAttribute("fill", fill),
        stroke is null ? null : new XAttribute("stroke", stroke));

    public static XElement Polygon(IEnumerable<Spot> corners, string fill, string? stroke = null, double thickness = 1) => new(
        Svg + "polygon",
        new XAttribute("points", string.Join(' ', corners.Select(spot => $"{Text(spot.X)},{Text(spot.Y)}"))),
        new XAttribute("fill", fill),
        stroke is null ? null : new object[] { new XAttribute("stroke", stroke), new XAttribute("stroke-width", Text(thickness)), new XAttribute("stroke-linejoin", "round") });

    public static XElement Disc(double x, double y, double radius, string fill, string stroke) => new(
        Svg + "circle", new XAttribute("cx", Text(x)), new XAttribute("cy", Text(y)), new XAttribute("r", Text(radius)), new XAttribute("fill", fill), new XAttribute("stroke", stroke));

    /// <summary>A line of text around its middle.</summary>
    public static XElement Centred(double x, double y, double size, string colour, params object[] content) => Words(x, y, size, colour, "middle", isBold: false, content);

    /// <summary>A line of text from its left end.</summary>
    public static XElement Left(double x, double y, double size, string colour, params object[] content) => Words(x, y, size, colour, "start", isBold: false, content);

    /// <summary>A line of text to its right end.</summary>
    public static XElement Right(double x, double y, double size, string colour, params object[] content) => Words(x, y, size, colour, "end", isBold: false, content);

    /// <summary>A heading from its left end.</summary>
    public static XElement Heading(double x, double y, double size, string colour, params object[] content) => Words(x, y, size, colour, "start", isBold: true, content);

    /// <summary>A number as attributes have it.</summary>
    public static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static XElement Words(double x, double middle, double size, string colour, string anchor, bool isBold, object[] content) => new(
        Svg + "text",
        new XAttribute("x", Text(x)),
        // The middle of the letters, not the line that they stand on.
        new XAttribute("y", Text(middle + (size * 0.35))),
        new XAttribute("text-anchor", anchor),
        new XAttribute("font-size", Text(size)),
        isBold ? new XAttribute("font-weight", "bold") : null,
        new XAttribute("fill", colour),
        content);
}
