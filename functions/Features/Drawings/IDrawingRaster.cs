namespace Kundli.Features.Drawings;

/// <summary>Turns a drawing into pixels, for where lines and text can't be shown: messages, previews, widgets.</summary>
public interface IDrawingRaster
{
    /// <summary>The drawing as PNG.</summary>
    /// <param name="svg">A drawing of this feature: lines, shapes and text, each with its own attributes.</param>
    /// <param name="width">Pixels from side to side; the height follows from the drawing.</param>
    byte[] ToPng(string svg, int width);
}
