namespace Kundli.Features.Pictures;

/// <summary>Draws plants: a stem with the leaves of the species, its flower or fruit, in a pot or in the ground.</summary>
internal static class PlantDrawing
{
    /// <summary>Where leaves sit on the stem: place, turn and size, from the lowest up.</summary>
    private static readonly (double X, double Y, double Turn, double Scale)[] Places =
    [
        (79, 100, -68, 1.05), (81, 98, 66, 1.05), (79, 84, -55, 1.1), (81, 82, 57, 1.1), (79, 68, -40, 1), (81, 66, 42, 1), (80, 56, 0, 1),
    ];

    /// <summary>A sapling in a pot.</summary>
    public static void Potted(Svg svg, PlantForm form)
    {
        Plant(svg, form);
        svg.Path("M52 112H108L101 150Q100 153 97 153H63Q60 153 59 150Z", svg.Palette.Clay).Path("M48 104H112V114H48Z", svg.Palette.ClayShade).Stroke("M58 124H102", svg.Palette.ClayShade, 2.5);
    }

    /// <summary>The same plant in open ground under the sun: somebody plants it for the customer.</summary>
    public static void Planted(Svg svg, PlantForm form)
    {
        svg.Circle(131, 30, 12, svg.Palette.Glow, 0);
        for (var ray = 0; ray < 8; ray++)
            svg.Stroke("M0 -17V-22", svg.Palette.Glow, 2.5, Svg.Turned(131, 30, ray * 45));
        Plant(svg, form);
        svg.Path("M20 118Q50 100 80 104Q112 100 140 118V128H20Z", svg.Palette.Soil).Stroke("M14 128H146", svg.Palette.Line, 2);
        svg.Path("M108 128L116 152L124 144L133 150L126 128Z", svg.Palette.Brass).Circle(118, 130, 10, svg.Palette.Brass).Circle(118, 130, 5.5, svg.Palette.Paper);
    }

    /// <summary>A packet of seeds with the leaf of its plant.</summary>
    public static void Seeds(Svg svg, PlantForm form)
    {
        svg.Path("M42 26H118V140Q118 144 114 144H46Q42 144 42 140Z", svg.Palette.Paper).Path("M42 26L46 18H114L118 26Z", svg.Palette.ClayShade).Stroke("M42 40H118", svg.Palette.Line, 1.2);
        One(svg, form, 80, 112, 0, 1.5);
        BloomShapes.Draw(svg, form.Bloom, form.Colour, 104, 56, 0.9);
        foreach (var (x, y, turn) in new[] { (58, 128, 30), (72, 132, -20), (88, 130, 45), (102, 127, 0) })
            svg.Oval(0, 0, 4.5, 2.8, svg.Palette.Wood, 1, Svg.Turned(x, y, turn));
    }

    private static void Plant(Svg svg, PlantForm form)
    {
        switch (form.Leaf)
        {
            case Leaf.Blades:
                Fanned(svg, form, -46, 46, 9, 104, 1.35);
                break;
            case Leaf.Feather or Leaf.Fan or Leaf.Paddle or Leaf.Needles:
                svg.Stroke("M80 106V74", svg.Palette.Wood, form.Leaf == Leaf.Paddle ? 9 : 6);
                Fanned(svg, form, -92, 92, form.Leaf == Leaf.Paddle ? 5 : 7, 76, form.Leaf == Leaf.Needles ? 1.2 : 1.15);
                break;
            case Leaf.Pad:
                foreach (var (x, y, scale) in new[] { (52.0, 92.0, 1.1), (110.0, 94.0, 1.0), (84.0, 100.0, 0.8) })
                    One(svg, form, x, y, 0, scale);
                svg.Stroke("M80 104Q78 80 80 60", svg.Palette.Leaf, 3);
                break;
            default:
                svg.Stroke("M80 108Q78 84 80 54", svg.Palette.Wood, 3.5);
                foreach (var (x, y, turn, scale) in Places)
                    One(svg, form, x, y, turn, scale);
                break;
        }
        Blooms(svg, form);
    }

    private static void Fanned(Svg svg, PlantForm form, double from, double to, int count, double y, double scale)
    {
        // From the outside in, so that the middle stands in front.
        var turns = Enumerable.Range(0, count).Select(index => from + ((to - from) * index / (count - 1))).OrderByDescending(Math.Abs);
        foreach (var turn in turns)
            One(svg, form, 80 + (turn / 12), y, turn, scale);
    }

    private static void One(Svg svg, PlantForm form, double x, double y, double turn, double scale) =>
        LeafShapes.Draw(svg, form.Leaf, form.Shaded(form.IsPale ? svg.Palette.Young : svg.Palette.Leaf), x, y, turn, scale);

    private static void Blooms(Svg svg, PlantForm form)
    {
        (double X, double Y, double Size)[] places = form.Bloom switch
        {
            Bloom.None => [],
            Bloom.Lotus => [(80, 46, 1.5)],
            Bloom.Spike or Bloom.Ear => [(80, 40, 1.2), (66, 50, 0.9), (94, 50, 0.9)],
            Bloom.Fruit => [(64, 78, 1), (97, 74, 1), (80, 62, 1.1)],
            _ => [(80, 38, 1.15), (60, 58, 0.95), (101, 56, 0.95)],
        };
        foreach (var (x, y, size) in places)
            BloomShapes.Draw(svg, form.Bloom, form.Colour, x, y, size);
    }
}
