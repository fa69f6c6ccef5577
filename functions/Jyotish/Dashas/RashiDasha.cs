using Kundli.Astronomy.Time;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Dashas;

/// <summary>The years of a sign.</summary>
/// <param name="Sign">Which.</param>
/// <param name="Years">How many; none in a second cycle when the first took twelve.</param>
public sealed record RashiYears(Rashi Sign, int Years);

/// <summary>A dasha of signs: twelve of them with years that follow from the places of their lords. Each period has twelve equal parts, at every level.</summary>
/// <param name="Name">Its name in answers.</param>
/// <param name="School">Whose rules it follows.</param>
/// <param name="Cycle">The twelve signs in order with their years, from the birth.</param>
/// <param name="Parts">The order of the twelve parts of a sign's period.</param>
public sealed record RashiDasha(string Name, string School, Func<BirthChart, IReadOnlyList<RashiYears>> Cycle, Func<BirthChart, Rashi, IReadOnlyList<Rashi>> Parts)
{
    /// <summary>The years of both cycles of a sign.</summary>
    private const int YearsOfBoth = 12;

    /// <summary>The periods of two cycles, 144 years together: in the second each sign has what it lacked of twelve in the first.</summary>
    /// <param name="chart">A chart in which the lagna and Sun … Ketu are known.</param>
    /// <param name="birth">The instant of birth.</param>
    /// <param name="year">How long a year is.</param>
    /// <param name="span">Which levels and which part of the life.</param>
    public IReadOnlyList<DashaPeriod<Rashi>> Periods(BirthChart chart, JulianDayUt birth, DashaYear year, DashaSpan span)
    {
        var first = Cycle(chart);
        var periods = new List<DashaPeriod<Rashi>>(2 * first.Count);
        var start = birth.Value;
        foreach (var sign in first.Concat(first.Select(sign => sign with { Years = YearsOfBoth - sign.Years })).Where(sign => sign.Years > 0))
        {
            var end = start + sign.Years * year.Days();
            if (span.Touches(start, end))
                periods.Add(Period(chart, sign.Sign, start, end, 1, span));
            start = end;
        }
        return periods;
    }

    private DashaPeriod<Rashi> Period(BirthChart chart, Rashi sign, double start, double end, int level, DashaSpan span) => new(
        sign, new JulianDayUt(start), new JulianDayUt(end), level, level < span.Depth ? PartsOf(chart, sign, start, end, level + 1, span) : []);

    private List<DashaPeriod<Rashi>> PartsOf(BirthChart chart, Rashi sign, double start, double end, int level, DashaSpan span)
    {
        var order = Parts(chart, sign);
        var parts = new List<DashaPeriod<Rashi>>(order.Count);
        var from = start;
        for (var i = 0; i < order.Count; i++)
        {
            var to = i == order.Count - 1 ? end : start + (end - start) * (i + 1) / order.Count;
            if (span.Touches(from, to))
                parts.Add(Period(chart, order[i], from, to, level, span));
            from = to;
        }
        return parts;
    }
}
