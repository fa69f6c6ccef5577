namespace Kundli.Features.Pictures;

/// <summary>Leaves, each with its base at the origin and its tip upwards, about forty units long.</summary>
internal static class LeafShapes
{
    public static void Draw(Svg svg, Leaf leaf, string colour, double x, double y, double turn, double scale)
    {
        var place = Svg.Turned(x, y, turn, scale);
        switch (leaf)
        {
            case Leaf.Trifoliate:
                Around(svg, "M0 0C9 -6 10 -18 0 -27C-10 -18 -9 -6 0 0Z", colour, place, [-62, 62, 0], rise: -8, stalk: 10);
                break;
            case Leaf.Digitate:
                Around(svg, "M0 0C5 -7 5 -18 0 -26C-5 -18 -5 -7 0 0Z", colour, place, [-105, -70, -35, 0, 35, 70, 105], rise: -10, stalk: 12);
                break;
            case Leaf.Pinnate:
                Rows(svg, "M0 0C4 -4 4 -10 0 -15C-4 -10 -4 -4 0 0Z", colour, place, pairs: 5, spread: 62);
                break;
            case Leaf.Bipinnate:
                Rows(svg, "M0 0C1.6 -4 1.6 -11 0 -14C-1.6 -11 -1.6 -4 0 0Z", colour, place, pairs: 9, spread: 72);
                break;
            case Leaf.Feather:
                Rows(svg, "M0 0C2 -6 2 -15 0 -20C-2 -15 -2 -6 0 0Z", colour, place, pairs: 10, spread: 48);
                break;
            case Leaf.Fan:
                svg.Stroke("M0 0V-16", svg.Palette.Wood, 2.5, place);
                Around(svg, "M0 0L4 -24L0 -28L-4 -24Z", colour, place, [-70, -47, -23, 0, 23, 47, 70], rise: -14, stalk: 0);
                break;
            case Leaf.Needles:
                Around(svg, "M0 0L1 -36L-1 -36Z", colour, place, [-30, -15, 0, 15, 30], rise: 0, stalk: 0);
                break;
            default:
                svg.Path(Outline(leaf), colour, 1.2, place).Stroke(Vein(leaf), svg.Palette.Line, 0.8, place);
                break;
        }
    }

    private static string Outline(Leaf leaf) => leaf switch
    {
        Leaf.Lance => "M0 0C8 -9 9 -26 0 -46C-9 -26 -8 -9 0 0Z",
        Leaf.Heart => "M0 -4C8 4 24 -4 18 -18C15 -26 6 -32 0 -40C-6 -32 -15 -26 -18 -18C-24 -4 -8 4 0 -4Z",
        Leaf.TailedHeart => "M0 -4C9 5 25 -4 18 -18C14 -26 6 -28 3 -34Q1 -39 0 -50Q-1 -39 -3 -34C-6 -28 -14 -26 -18 -18C-25 -4 -9 5 0 -4Z",
        Leaf.Blades => "M-1.6 0C-3 -22 -2 -42 2 -58C3 -42 3 -20 1.6 0Z",
        Leaf.Pad => "M0 -2C30 -2 34 -16 22 -22C10 -28 -10 -28 -22 -22C-34 -16 -30 -2 0 -2L0 -14Z",
        Leaf.Paddle => "M-2 0L-2 -10C-16 -18 -17 -48 0 -64C17 -48 16 -18 2 -10L2 0Z",
        Leaf.TwoLobed => "M0 0C14 2 22 -12 17 -26C14 -33 5 -32 0 -20C-5 -32 -14 -33 -17 -26C-22 -12 -14 2 0 0Z",
        Leaf.Toothed => "M0 0L6 -4L8 -9L11 -12L11 -18L13 -22L9 -27L8 -32L4 -36L0 -42L-4 -36L-8 -32L-9 -27L-13 -22L-11 -18L-11 -12L-8 -9L-6 -4Z",
        Leaf.Round => "M0 0C12 -2 20 -14 14 -25C10 -31 4 -32 0 -38C-4 -32 -10 -31 -14 -25C-20 -14 -12 -2 0 0Z",
        Leaf.Oblong => "M0 0C10 -4 13 -14 12 -27C11 -36 5 -40 0 -42C-5 -40 -11 -36 -12 -27C-13 -14 -10 -4 0 0Z",
        _ => "M0 0C13 -8 15 -22 0 -42C-15 -22 -13 -8 0 0Z",
    };

    private static string Vein(Leaf leaf) => leaf switch
    {
        Leaf.Blades => "M0 -4Q-1 -28 1 -50",
        Leaf.Paddle => "M0 0V-58M0 -24L9 -32M0 -24L-9 -32M0 -38L9 -46M0 -38L-9 -46",
        Leaf.Pad => "M0 -14L-14 -8M0 -14L14 -8M0 -14L-16 -19M0 -14L16 -19M0 -14V-24",
        Leaf.TwoLobed => "M0 0V-19M0 0L9 -22M0 0L-9 -22",
        Leaf.Heart or Leaf.TailedHeart => "M0 -3V-36M0 -10L11 -17M0 -10L-11 -17M0 -20L8 -26M0 -20L-8 -26",
        Leaf.Lance => "M0 0V-40",
        _ => "M0 0V-36M0 -12L7 -18M0 -12L-7 -18M0 -22L6 -28M0 -22L-6 -28",
    };

    /// <summary>Leaflets from one point on a stalk.</summary>
    private static void Around(Svg svg, string leaflet, string colour, string place, double[] turns, double rise, double stalk)
    {
        if (stalk > 0)
            svg.Stroke($"M0 0V{Svg.N(-stalk)}", svg.Palette.Wood, 1.6, place);
        foreach (var turn in turns)
            svg.Path(leaflet, colour, 1, $"{place} {Svg.Turned(0, rise, turn)}");
    }

    /// <summary>Leaflets in pairs along a midrib, with one at its end.</summary>
    private static void Rows(Svg svg, string leaflet, string colour, string place, int pairs, double spread)
    {
        const double length = 36;
        svg.Stroke($"M0 0V{Svg.N(-length)}", svg.Palette.Wood, 1.4, place);
        for (var pair = 0; pair < pairs; pair++)
        {
            var along = -6 - ((length - 6) * pair / pairs);
            var size = 1 - (0.35 * pair / pairs);
            foreach (var side in new[] { -1, 1 })
                svg.Path(leaflet, colour, 0.8, $"{place} {Svg.Turned(0, along, side * spread, size)}");
        }
        svg.Path(leaflet, colour, 0.8, $"{place} {Svg.Turned(0, -length, 0, 0.8)}");
    }
}
