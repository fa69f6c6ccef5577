namespace Kundli.Adapters.Reports;

/// <summary>
/// Divides strips into pages. Of all divisions the cheapest is taken, as good typesetting does with the lines of a paragraph: full pages, broken where a reader
/// pauses, none less than half full but the last, and never a heading at the foot or a row torn from its table.
/// </summary>
internal static class PageBreaks
{
    /// <summary>So full must every page be but the last.</summary>
    public const double FillMin = 0.5;

    /// <summary>What a wholly empty page costs; what is left over counts by its square.</summary>
    private const double Waste = 100;

    private const double UnderHalf = 1e5;

    // The last page may be short, but not a few lines.
    private const double LastFill = 0.3;

    /// <summary>The strips that begin a page.</summary>
    /// <param name="strips">What is divided.</param>
    /// <param name="height">Of a page, in points.</param>
    /// <param name="pagesMin">So many pages at least, where that leaves none of them under half full.</param>
    /// <param name="pagesMax">So many at most; more are taken only where the strips do not fit.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<Strip> strips, double height, int pagesMin, int pagesMax)
    {
        // Everything must fit, whatever it costs: a page holds at least a strip.
        var most = Math.Max(pagesMax, (int)Math.Ceiling(2 * strips.Sum(strip => strip.HeightAtTop + strip.Above) / height));
        var costs = new double[strips.Count + 1, most + 1];
        var ends = new int[strips.Count, most + 1];
        for (var first = strips.Count; first >= 0; first--)
            for (var pages = 0; pages <= most; pages++)
                costs[first, pages] = first == strips.Count && pages == 0 ? 0 : double.PositiveInfinity;
        for (var first = strips.Count - 1; first >= 0; first--)
            Look(strips, first, height, most, costs, ends);
        return Follow(ends, Cheapest(costs, pagesMin, pagesMax, most), strips.Count);
    }

    /// <summary>Every page that can begin with a strip, and the cheapest division of what follows it.</summary>
    private static void Look(IReadOnlyList<Strip> strips, int first, double height, int most, double[,] costs, int[,] ends)
    {
        var used = 0.0;
        for (var end = first + 1; end <= strips.Count; end++)
        {
            used += end == first + 1 ? strips[first].HeightAtTop : strips[end - 1].Above + strips[end - 1].Height;
            if (used > height && end > first + 1)
                return;
            var isLast = end == strips.Count;
            var cost = Of(1 - (used / height), isLast) + (isLast ? 0 : strips[end].Cut);
            for (var pages = 1; pages <= most; pages++)
                if (cost + costs[end, pages - 1] < costs[first, pages])
                    (costs[first, pages], ends[first, pages]) = (cost + costs[end, pages - 1], end);
        }
    }

    private static double Of(double empty, bool isLast) => isLast
        ? Waste * Math.Max(0, empty - (1 - LastFill))
        : (Waste * empty * empty) + (empty > 1 - FillMin ? UnderHalf : 0);

    private static int Cheapest(double[,] costs, int pagesMin, int pagesMax, int most)
    {
        var all = Enumerable.Range(1, most).Where(pages => costs[0, pages] < double.PositiveInfinity).ToList();
        var wanted = all.Where(pages => pages >= pagesMin && pages <= pagesMax && costs[0, pages] < UnderHalf).ToList();
        return (wanted.Count > 0 ? wanted : all).MinBy(pages => costs[0, pages]);
    }

    private static List<int> Follow(int[,] ends, int pages, int count)
    {
        var firsts = new List<int>();
        for (var first = 0; first < count; first = ends[first, pages--])
            firsts.Add(first);
        return firsts;
    }
}
