using System.Xml.Linq;
using Kundli.Features.Drawings;
using SkiaSharp;

namespace Kundli.Adapters.Drawings;

/// <summary>Pictures of our own drawings through Skia.</summary>
public sealed class SkiaDrawingRaster : IDrawingRaster
{
    private const int PngQuality = 100;

    /// <inheritdoc/>
    public byte[] ToPng(string svg, int width)
    {
        // The space between two names is all that parts them.
        var root = XElement.Parse(svg, LoadOptions.PreserveWhitespace);
        var box = SvgCanvas.ViewBox(root);
        var scale = width / box.Width;
        using var bitmap = new SKBitmap(new SKImageInfo(width, (int)Math.Ceiling(box.Height * scale), SKColorType.Rgba8888, SKAlphaType.Premul));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Scale(scale);
            canvas.Translate(-box.Left, -box.Top);
            SvgCanvas.Draw(canvas, root);
        }
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, PngQuality);
        return data.ToArray();
    }
}
