namespace Kundli.Features.Drawings;

/// <summary>The cells of the three styles on a square of <see cref="Side"/> units.</summary>
internal static class Cells
{
    /// <summary>Width and height of a drawing.</summary>
    public const double Side = 420;

    /// <summary>How large names are written.</summary>
    /// <param name="Size">Height of the letters.</param>
    /// <param name="Width">Room for one name with its star and a space.</param>
    /// <param name="Line">From line to line.</param>
    internal sealed record Lettering(double Size, double Width, double Line)
    {
        /// <summary>For most houses.</summary>
        public static Lettering Normal { get; } = new(16, 30, 19);

        /// <summary>For a house that would not hold its grahas otherwise; every cell holds thirteen names in it.</summary>
        public static Lettering Small { get; } = new(13.5, 23, 16.5);
    }

    /// <summary>The cells of a style, house by house, for a chart with this lagna.</summary>
    public static IReadOnlyList<Cell> Of(ChartStyle style, ChartPicture picture, Lettering letters) => style switch
    {
        ChartStyle.North => new NorthCells(letters).All(),
        ChartStyle.South => [.. Enumerable.Range(1, 12).Select(house => new SquareCells(letters).South(picture.RashiOf(house), house))],
        _ => [.. Enumerable.Range(1, 12).Select(house => new SquareCells(letters).East(picture.RashiOf(house), house))],
    };

    /// <summary>A line of names; a line too short for one name holds none.</summary>
    public static TextRow Row(double x, double y, double width, Lettering letters) => new(new(x, y), Math.Max((int)(width / letters.Width), 0));
}
