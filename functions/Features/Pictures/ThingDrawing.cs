namespace Kundli.Features.Pictures;

/// <summary>Draws what is no plant: gems, beads, puja goods, garden goods, reports. Each by the name of its product.</summary>
internal static class ThingDrawing
{
    private static readonly Dictionary<string, (string Colour, string Light, bool IsRound)> Gems = new(StringComparer.Ordinal)
    {
        ["ruby"] = ("#c2243f", "#e8637a", false), ["pearl"] = ("#efe9de", "#ffffff", true), ["red-coral"] = ("#d9573c", "#f08c73", true), ["emerald"] = ("#1f9b62", "#5fcf97", false),
        ["yellow-sapphire"] = ("#e6bf2e", "#f7e07a", false), ["diamond"] = ("#cfe3ee", "#ffffff", false), ["blue-sapphire"] = ("#2a4fb0", "#6f8fe0", false),
        ["hessonite"] = ("#c0652a", "#e79a5f", false), ["cats-eye"] = ("#8f9a4b", "#d8dfa0", true),
    };

    /// <summary>Draws the thing of a product; a parcel where there is no drawing of it.</summary>
    public static void Draw(Svg svg, string slug, string category)
    {
        if (Gems.TryGetValue(slug, out var gem))
            Gem(svg, slug, gem.Colour, gem.Light, gem.IsRound);
        else if (slug.StartsWith("rudraksha-", StringComparison.Ordinal) && slug.Split('-') is [_, var count, "mukhi"] && int.TryParse(count, out var faces))
            Bead(svg, faces);
        else if (slug.EndsWith("-mala", StringComparison.Ordinal))
            Mala(svg, slug.StartsWith("sphatik", StringComparison.Ordinal) ? "#d9ecf2" : slug.StartsWith("tulsi", StringComparison.Ordinal) ? svg.Palette.Wood : "#7c4a2c");
        else if (category == "reports")
            Report(svg, slug);
        else if (!PujaDrawing.Draw(svg, slug))
            Parcel(svg);
    }

    private static void Gem(Svg svg, string slug, string colour, string light, bool isRound)
    {
        if (!isRound)
        {
            svg.Path("M44 62L62 40H98L116 62L80 122Z", colour).Path("M62 40L70 62H90L98 40Z", light, 1).Path("M70 62H90L80 122Z", light, 1).Stroke("M44 62H116M62 40L56 62L80 122L104 62L98 40", svg.Palette.Line, 1.2);
            svg.Stroke("M126 36V48M120 42H132", svg.Palette.Glow, 2.2).Stroke("M34 92V100M30 96H38", svg.Palette.Glow, 2);
            return;
        }
        svg.Oval(80, 82, 40, slug == "pearl" ? 40 : 32, colour).Oval(66, 68, 11, 7, light, 0, "rotate(-30 66 68)");
        if (slug == "cats-eye")
            svg.Path("M80 52C85 72 85 92 80 112C75 92 75 72 80 52Z", light, 0);
    }

    /// <summary>A bead with as many lines as it has faces, seen from where the thread goes in.</summary>
    private static void Bead(Svg svg, int faces)
    {
        svg.Circle(80, 82, 42, "#9a5b34", 1.8);
        for (var face = 0; face < faces; face++)
        {
            var turn = face * 360.0 / faces;
            svg.Stroke("M0 -8Q6 -24 0 -42", "#5b3118", 2.4, Svg.Turned(80, 82, turn));
            for (var knob = 0; knob < 3; knob++)
                svg.Circle(80 + ((16 + (knob * 9)) * Math.Sin((turn + (180.0 / faces)) * Math.PI / 180)), 82 - ((16 + (knob * 9)) * Math.Cos((turn + (180.0 / faces)) * Math.PI / 180)), 2.6, "#b9764a", 0.6);
        }
        svg.Circle(80, 82, 7, "#4a2815").Stroke("M80 40C80 26 96 22 108 16", svg.Palette.ClayShade, 2.6);
    }

    private static void Mala(Svg svg, string colour)
    {
        for (var bead = 0; bead < 27; bead++)
        {
            var angle = bead * 2 * Math.PI / 27;
            svg.Circle(80 + (44 * Math.Sin(angle)), 70 - (44 * Math.Cos(angle)), 5.6, colour, 1);
        }
        svg.Circle(80, 121, 7.5, colour).Path("M75 128H85L88 152H72Z", svg.Palette.ClayShade).Stroke("M76 134V151M80 134V151M84 134V151", svg.Palette.Line, 0.8);
    }

    private static void Report(Svg svg, string slug)
    {
        svg.Path("M38 18H104L122 36V144H38Z", svg.Palette.Paper).Path("M104 18V36H122Z", svg.Palette.ClayShade);
        svg.Stroke("M50 124H110M50 132H96", "#9a938a", 2.4);
        const string chart = "M0 0H52V52H0ZM0 0L52 52M52 0L0 52M26 0L52 26L26 52L0 26Z";
        switch (slug)
        {
            case "matching-report":
                svg.Stroke(chart, "#8a5a2b", 1.4, "translate(46 52) scale(.62)").Stroke(chart, "#8a5a2b", 1.4, "translate(82 52) scale(.62)");
                svg.Path("M80 112C70 104 66 98 71 94C75 91 79 94 80 97C81 94 85 91 89 94C94 98 90 104 80 112Z", "#d8433b", 1);
                break;
            case "year-report":
                svg.Circle(80, 76, 30, svg.Palette.Glow, 1.2);
                for (var month = 0; month < 12; month++)
                    svg.Stroke("M0 -20V-29", "#8a5a2b", 1.6, Svg.Turned(80, 76, month * 30));
                break;
            case "star-garden-plan":
                svg.Path("M52 48H108V112H52Z", "#cfe6c5", 1.2).Stroke("M80 48V112M52 80H108", "#7c9a6b", 1);
                foreach (var (x, y) in new[] { (66, 64), (94, 64), (66, 96), (94, 96) })
                    svg.Circle(x, y, 8, svg.Palette.Leaf, 1);
                break;
            default:
                svg.Stroke(chart, "#8a5a2b", 1.4, "translate(48 46) scale(1.22)").Circle(80, 62, 3.4, svg.Palette.Glow, 0.8).Circle(96, 78, 3, "#5b74d6", 0.8).Circle(64, 90, 2.6, "#d8433b", 0.8);
                break;
        }
    }

    private static void Parcel(Svg svg) => svg.Path("M30 56L80 32L130 56V116L80 142L30 116Z", svg.Palette.Wood).Stroke("M30 56L80 82L130 56M80 82V142", svg.Palette.Line, 1.4).Path("M54 44L104 69V84L95 80V65L45 49Z", svg.Palette.Paper, 1);
}
