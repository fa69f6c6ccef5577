namespace Kundli.Features.Pictures;

/// <summary>Flowers and fruits around a middle, about twenty units wide.</summary>
internal static class BloomShapes
{
    public static void Draw(Svg svg, Bloom bloom, string colour, double x, double y, double size)
    {
        switch (bloom)
        {
            case Bloom.Five:
                Petals(svg, "M0 0C5 -4 5 -9 0 -12C-5 -9 -5 -4 0 0Z", colour, x, y, size, 5);
                svg.Circle(x, y, 2.6 * size, svg.Palette.Glow, 0.8);
                break;
            case Bloom.Daisy:
                Petals(svg, "M0 0C3 -4 3 -10 0 -12C-3 -10 -3 -4 0 0Z", colour, x, y, size, 12);
                svg.Circle(x, y, 4 * size, svg.Palette.Glow, 0.8);
                break;
            case Bloom.Trumpet:
                Petals(svg, "M0 0C9 -4 9 -12 0 -15C-9 -12 -9 -4 0 0Z", colour, x, y, size, 5);
                svg.Stroke("M0 0Q4 -6 10 -9", svg.Palette.Glow, 2, Svg.Turned(x, y, 0, size));
                break;
            case Bloom.Lotus:
                Petals(svg, "M0 2C6 -4 6 -13 0 -19C-6 -13 -6 -4 0 2Z", colour, x, y, size, [-75, 75, -50, 50, -25, 25, 0]);
                break;
            case Bloom.Rose:
                svg.Circle(x, y, 9 * size, colour).Stroke("M-5 0A5 5 0 1 1 4 3M-2 1A2.4 2.4 0 1 1 2 1M-8 3A8.4 8.4 0 0 0 7 5", svg.Palette.Line, 1, Svg.Turned(x, y, 0, size));
                break;
            case Bloom.Spike:
                for (var row = 0; row < 6; row++)
                    foreach (var side in new[] { -1, 1 })
                        svg.Circle(x + (side * (3.4 - (0.4 * row)) * size), y + ((8 - (row * 4)) * size), 2.6 * size, colour, 0.8);
                break;
            case Bloom.Ear:
                for (var row = 0; row < 5; row++)
                    foreach (var side in new[] { -1, 1 })
                        svg.Oval(0, 0, 1.9 * size, 4.2 * size, colour, 0.8, Svg.Turned(x + (side * 2.6 * size), y + ((8 - (row * 5)) * size), side * 24));
                break;
            case Bloom.Cluster:
                foreach (var (dx, dy) in new[] { (-6, 0), (6, 0), (0, -6), (-4, 6), (4, 6), (0, 1) })
                    svg.Circle(x + (dx * size), y + (dy * size), 4 * size, colour, 0.9);
                break;
            case Bloom.Butterfly:
                svg.Path("M0 6C-13 4 -14 -10 0 -12C14 -10 13 4 0 6Z", colour, 1.2, Svg.Turned(x, y, 0, size)).Path("M0 5C-4 1 -4 -4 0 -6C4 -4 4 1 0 5Z", svg.Palette.Paper, 0.8, Svg.Turned(x, y, 0, size));
                break;
            case Bloom.Fruit:
                svg.Circle(x, y, 6.5 * size, colour).Stroke("M-2.4 -2.4Q-0.6 -4.2 2 -3.8", svg.Palette.Paper, 1.2, Svg.Turned(x, y, 0, size));
                break;
        }
    }

    private static void Petals(Svg svg, string petal, string colour, double x, double y, double size, int count) =>
        Petals(svg, petal, colour, x, y, size, [.. Enumerable.Range(0, count).Select(index => index * 360.0 / count)]);

    private static void Petals(Svg svg, string petal, string colour, double x, double y, double size, double[] turns)
    {
        foreach (var turn in turns)
            svg.Path(petal, colour, 0.9, Svg.Turned(x, y, turn, size));
    }
}
