using Kundli.Astronomy.Ephemeris;

namespace Kundli.EphemerisCompiler;

/// <summary>The table of what is compiled and how finely.</summary>
internal static class Plans
{
    /// <summary>1800-01-01 less 192 days, and 764 times 192 days later: a margin for rises, transits and stations at both ends.</summary>
    public const double Start = 2378304.5;
    public const double End = Start + 764 * 192;

    public static IEnumerable<Plan> All(Heavens heavens, Nutation2000B nutation) =>
    [
        new(SeriesId.Sun, 64, [25, 15, 22], 0.0004, 1e-9, 0.02, heavens.Sun),
        new(SeriesId.Moon, 24, [27, 25, 22], 0.00015, 2e-11, 0.02, heavens.Moon),
        new(SeriesId.Mercury, 32, [23, 20, 17], 0.0003, 1e-9, 0.02, tt => heavens.Planet("mercury", tt)),
        new(SeriesId.Venus, 48, [23, 21, 18], 0.0004, 1e-9, 0.02, tt => heavens.Planet("venus", tt)),
        new(SeriesId.Mars, 48, [21, 18, 17], 0.0003, 1e-9, 0.02, tt => heavens.Planet("mars", tt)),
        new(SeriesId.Jupiter, 64, [21, 14, 18], 0.0005, 1e-8, 0.02, tt => heavens.Planet("jupiter", tt)),
        new(SeriesId.Saturn, 64, [18, 12, 16], 0.0005, 2e-8, 0.02, tt => heavens.Planet("saturn", tt)),
        new(SeriesId.Uranus, 96, [22, 12, 20], 0.0005, 4e-8, 0.02, tt => heavens.Planet("uranus", tt)),
        new(SeriesId.Neptune, 96, [21, 12, 19], 0.0005, 4e-8, 0.02, tt => heavens.Planet("neptune", tt)),
        new(SeriesId.Pluto, 96, [20, 17, 18], 0.0005, 4e-8, 0.02, tt => heavens.Planet("pluto", tt)),
        new(SeriesId.TrueNode, 16, [24, 0, 20], 0.0001, 1e-10, 0.02, heavens.TrueNode),
        Nutation(nutation),
    ];

    public static Plan Nutation(Nutation2000B nutation) => new(SeriesId.Nutation, 32, [16, 16, 0], 0.00005, 1, 0.003, nutation.At);

    /// <summary>The number of segments that cover the span.</summary>
    public static int Segments(Plan plan) => (int)Math.Round((End - Start) / plan.Days);
}
