using System.Globalization;
using System.Xml.Linq;
using Kundli.Adapters.Text;
using SkiaSharp;

namespace Kundli.Adapters.Drawings;

/// <summary>
/// Draws the part of SVG that our drawings are made of: rectangles, circles, lines, polygons, groups and lines of text, each with its own attributes. Anything
/// else is a fault of ours and thrown, so that a picture never lacks what its drawing has.
/// </summary>
internal static class SvgCanvas
{
    /// <summary>The space that a drawing takes.</summary>
    public static SKRect ViewBox(XElement root)
    {
        var numbers = ((string?)root.Attribute("viewBox") ?? throw new InvalidOperationException("The drawing has no viewBox.")).Split(' ').Select(Number).ToArray();
        return SKRect.Create(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /// <summary>Draws an element and what is in it, in the drawing's own units.</summary>
    public static void Draw(SKCanvas canvas, XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "svg" or "g":
                foreach (var child in element.Elements())
                    Draw(canvas, child);
                break;
            case "rect":
                var corner = Number(element, "rx");
                Shape(element, paint => canvas.DrawRoundRect(Number(element, "x"), Number(element, "y"), Number(element, "width"), Number(element, "height"), corner, corner, paint));
                break;
            case "circle":
                Shape(element, paint => canvas.DrawCircle(Number(element, "cx"), Number(element, "cy"), Number(element, "r"), paint));
                break;
            case "line":
                Shape(element, paint => canvas.DrawLine(Number(element, "x1"), Number(element, "y1"), Number(element, "x2"), Number(element, "y2"), paint));
                break;
            case "polygon":
                using (var path = Polygon(element))
                    Shape(element, paint => canvas.DrawPath(path, paint));
                break;
            case "text":
                Text(canvas, element);
                break;
            case "title" or "desc":
                break;
            default:
                throw new InvalidOperationException($"A drawing holds <{element.Name.LocalName}>, which can't be drawn.");
        }
    }

    private static SKPath Polygon(XElement element)
    {
        var path = new SKPath();
        path.AddPoly([.. ((string)element.Attribute("points")!).Split(' ').Select(pair => pair.Split(',')).Select(pair => new SKPoint(Number(pair[0]), Number(pair[1])))]);
        return path;
    }

    private static void Shape(XElement element, Action<SKPaint> draw)
    {
        using var paint = new SKPaint { IsAntialias = true, StrokeJoin = SKStrokeJoin.Round };
        if (Colour(element, "fill") is { } fill && element.Name.LocalName != "line")
        {
            paint.Color = fill;
            draw(paint);
        }
        if (Colour(element, "stroke") is not { } stroke)
            return;
        paint.Style = SKPaintStyle.Stroke;
        paint.Color = stroke;
        paint.StrokeWidth = element.Attribute("stroke-width") is null ? 1 : Number(element, "stroke-width");
        draw(paint);
    }

    private static void Text(SKCanvas canvas, XElement element)
    {
        using var text = new ShapedText(element.Value, Number(element, "font-size"), (string?)element.Attribute("font-weight") == "bold");
        using var paint = new SKPaint { IsAntialias = true, Color = Colour(element, "fill") ?? SKColors.Black };
        var x = Number(element, "x") - (text.Width * ((string?)element.Attribute("text-anchor") switch { "middle" => 0.5f, "end" => 1, _ => 0 }));
        text.Draw(canvas, x, Number(element, "y"), paint);
    }

    private static SKColor? Colour(XElement element, string name) => (string?)element.Attribute(name) is { } value and not "none" ? SKColor.Parse(value) : null;

    private static float Number(XElement element, string name) => (string?)element.Attribute(name) is { } value ? Number(value) : 0;

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
