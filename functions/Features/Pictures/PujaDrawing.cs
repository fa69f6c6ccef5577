namespace Kundli.Features.Pictures;

/// <summary>Draws goods for puja and garden, each by the slug of its product.</summary>
internal static class PujaDrawing
{
    private static readonly Dictionary<string, Action<Svg>> Things = new(StringComparer.Ordinal)
    {
        ["brass-bell"] = svg => svg.Path("M80 40C104 44 100 84 112 108H48C60 84 56 44 80 40Z", svg.Palette.Brass).Path("M44 108H116V116H44Z", svg.Palette.BrassShade).Circle(80, 122, 7, svg.Palette.BrassShade).Path("M76 16H84V40H76Z", svg.Palette.Brass).Circle(80, 16, 7, svg.Palette.BrassShade).Stroke("M66 60Q62 84 58 100", svg.Palette.Paper, 2.4),
        ["brass-diya"] = svg => Lamp(svg, svg.Palette.Brass, svg.Palette.BrassShade),
        ["clay-diya"] = svg => Lamp(svg, svg.Palette.Clay, svg.Palette.ClayShade),
        ["copper-kalash"] = svg => svg.Path("M80 138C48 138 40 108 50 88C54 78 62 74 64 66H96C98 74 106 78 110 88C120 108 112 138 80 138Z", svg.Palette.Copper).Path("M58 56H102V66H58Z", svg.Palette.ClayShade).Stroke("M48 98Q80 112 112 98", svg.Palette.Brass, 3).Circle(80, 40, 17, svg.Palette.Wood).Path("M80 56C60 52 50 44 48 32C60 36 72 44 80 56C88 44 100 36 112 32C110 44 100 52 80 56Z", svg.Palette.Leaf, 1.2),
        ["copper-shri-yantra"] = Yantra,
        ["cotton-wicks"] = svg => { for (var wick = 0; wick < 7; wick++) svg.Path("M0 0C5 -14 4 -34 0 -52C-4 -34 -5 -14 0 0Z", svg.Palette.Paper, 1.1, Svg.Turned(80, 122, -54 + (wick * 18))); svg.Path("M60 112H100L96 138H64Z", svg.Palette.ClayShade); },
        ["agarbatti-sandal"] = svg => { svg.Path("M38 128H122L116 142H44Z", svg.Palette.Wood); foreach (var (x, turn) in new[] { (68, -12), (80, 0), (92, 12) }) svg.Stroke("M0 0V-46", svg.Palette.ClayShade, 2, Svg.Turned(x, 128, turn)).Stroke("M0 -46V-74", svg.Palette.Soil, 4, Svg.Turned(x, 128, turn)); svg.Stroke("M80 50C70 40 92 34 82 20C78 14 84 10 84 8", svg.Palette.Line, 1.4).Circle(80, 54, 2.6, svg.Palette.Glow, 0); },
        ["dhoop-guggal"] = svg => svg.Path("M46 112H114L104 138H56Z", svg.Palette.Brass).Path("M62 112L80 70L98 112Z", svg.Palette.Soil).Stroke("M80 66C70 54 92 46 80 32C74 24 84 18 82 12", svg.Palette.Line, 1.6).Circle(80, 72, 4, svg.Palette.Glow, 0),
        ["havan-samagri"] = svg => { svg.Path("M32 92H128L114 140H46Z", svg.Palette.Copper).Path("M38 92Q80 64 122 92Z", svg.Palette.Soil); foreach (var (x, y) in new[] { (62, 84), (80, 78), (98, 84), (72, 88), (90, 88) }) svg.Circle(x, y, 4, x % 4 == 2 ? svg.Palette.Young : svg.Palette.Glow, 0.8); Flame(svg, 80, 62, 1.1); },
        ["navagraha-samidha"] = svg => { for (var stick = 0; stick < 9; stick++) svg.Path("M-3 0H3V-96H-3Z", stick % 2 == 0 ? svg.Palette.Wood : svg.Palette.Soil, 1, Svg.Turned(60 + (stick * 5), 136, -16 + (stick * 4))); svg.Path("M46 84H114V98H46Z", svg.Palette.Glow); },
        ["sacred-thread"] = svg => { foreach (var radius in new[] { 44, 39, 34 }) svg.Stroke($"M{80 - radius} 80A{radius} {radius} 0 1 1 {80 + radius} 80A{radius} {radius} 0 1 1 {80 - radius} 80", svg.Palette.Glow, 2.6); svg.Circle(80, 122, 6, svg.Palette.Brass).Stroke("M80 128V150M75 127L70 148M85 127L90 148", svg.Palette.Glow, 2.4); },
        ["terracotta-pot"] = svg => svg.Path("M42 62H118L106 138Q105 142 100 142H60Q55 142 54 138Z", svg.Palette.Clay).Path("M36 46H124V62H36Z", svg.Palette.ClayShade).Stroke("M50 82Q65 92 80 82T110 82M53 96Q66 106 80 96T107 96", svg.Palette.ClayShade, 2.4),
        ["brass-mister"] = svg => { svg.Path("M50 70Q50 62 58 62H96Q104 62 104 70V132Q104 142 94 142H60Q50 142 50 132Z", svg.Palette.Brass).Path("M66 44H88V62H66Z", svg.Palette.BrassShade).Path("M60 32H96L104 40H88V46H66Z", svg.Palette.Brass); foreach (var (x, y) in new[] { (120, 34), (130, 26), (132, 40), (124, 46) }) svg.Circle(x, y, 2.6, "#7fb6e0", 0); },
        ["cocopeat-block"] = svg => svg.Path("M30 74L86 56L132 74V116L76 138L30 116Z", svg.Palette.Wood).Path("M30 74L76 92L132 74L86 56Z", svg.Palette.Soil).Stroke("M76 92V138M40 88L66 98M44 104L68 114M92 100L120 88M90 118L122 104", svg.Palette.Line, 1),
        ["garden-trowel"] = svg => svg.Path("M80 150C64 132 62 104 68 88H92C98 104 96 132 80 150Z", svg.Palette.Young).Path("M76 62H84V88H76Z", svg.Palette.BrassShade).Path("M70 14Q80 6 90 14V62H70Z", svg.Palette.Wood).Stroke("M80 96V136", svg.Palette.Line, 1.2),
        ["neem-cake"] = svg => Sack(svg, svg.Palette.Young, Leaf.Pinnate),
        ["vermicompost"] = svg => Sack(svg, svg.Palette.Soil, Leaf.Ovate),
    };

    /// <summary>Draws a thing; false where there is no drawing of it.</summary>
    public static bool Draw(Svg svg, string slug)
    {
        if (!Things.TryGetValue(slug, out var draw))
            return false;
        draw(svg);
        return true;
    }

    private static void Lamp(Svg svg, string body, string shade)
    {
        svg.Path("M26 96C40 92 60 98 80 98C104 98 122 92 138 84C134 118 110 132 78 132C48 132 30 118 26 96Z", body).Path("M56 132H104L112 144H48Z", shade).Stroke("M44 104Q80 116 118 100", shade, 2.4).Stroke("M128 90L134 80", svg.Palette.Paper, 4);
        Flame(svg, 134, 78, 1.2);
    }

    private static void Flame(Svg svg, double x, double y, double size) =>
        svg.Path("M0 0C-14 -8 -8 -26 0 -40C8 -26 14 -8 0 0Z", svg.Palette.Glow, 1, Svg.Turned(x, y, 0, size)).Path("M0 -2C-6 -7 -4 -16 0 -22C4 -16 6 -7 0 -2Z", "#fff3c4", 0, Svg.Turned(x, y, 0, size));

    /// <summary>Four triangles up and five down in two rings of petals: the figure as temples draw it, without its finest inner cuts.</summary>
    private static void Yantra(Svg svg)
    {
        svg.Path("M24 24H136V136H24Z", svg.Palette.Copper, 2).Circle(80, 80, 50, "none");
        for (var petal = 0; petal < 16; petal++)
            svg.Path("M-7 -42Q0 -54 7 -42Z", svg.Palette.Brass, 0.8, Svg.Turned(80, 80, petal * 22.5));
        for (var petal = 0; petal < 8; petal++)
            svg.Path("M-11 -33Q0 -47 11 -33Z", svg.Palette.Brass, 0.8, Svg.Turned(80, 80, petal * 45));
        svg.Circle(80, 80, 34, svg.Palette.Paper, 1);
        foreach (var (top, half, bottom) in new[] { (48, 28, 96), (56, 22, 104), (62, 15, 92), (70, 10, 86) })
            svg.Stroke($"M80 {top}L{80 + half} {bottom}H{80 - half}Z", "#a3401f", 1.2);
        foreach (var (top, half, bottom) in new[] { (64, 28, 112), (56, 22, 102), (66, 17, 98), (74, 12, 94), (76, 7, 88) })
            svg.Stroke($"M80 {bottom}L{80 + half} {top}H{80 - half}Z", "#a3401f", 1.2);
        svg.Circle(80, 80, 1.8, "#a3401f", 0);
    }

    private static void Sack(Svg svg, string colour, Leaf leaf)
    {
        svg.Path("M44 52C36 90 36 120 44 144H116C124 120 124 90 116 52Z", svg.Palette.Wood).Path("M44 52L52 30H108L116 52Z", svg.Palette.ClayShade).Stroke("M48 48H112", svg.Palette.Paper, 2.4);
        svg.Circle(80, 98, 26, svg.Palette.Paper, 1.2);
        LeafShapes.Draw(svg, leaf, colour, 80, 120, 0, 1);
    }
}
