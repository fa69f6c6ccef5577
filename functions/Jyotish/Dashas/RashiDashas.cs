using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Dashas;

/// <summary>The dashas of signs. Schools differ in direction, years and second cycle, so each names its own.</summary>
public static class RashiDashas
{
    /// <summary>Chara dasha (Jaimini 1.1.25-29) in the school of K. N. Rao, Predicting through Jaimini's Chara Dasha: from the lagna, no year for exaltation.</summary>
    public static RashiDasha Chara { get; } = new("chara", "K. N. Rao", CharaCycle, CharaParts);

    /// <summary>Narayana dasha of the birth chart: P. V. R. Narasimha Rao, Vedic Astrology: An Integrated Approach 18.</summary>
    public static RashiDasha Narayana { get; } = new("narayana", "P. V. R. Narasimha Rao", NarayanaCycle, NarayanaParts);

    /// <summary>A dasha by its name, or null.</summary>
    public static RashiDasha? Find(string name) => new[] { Chara, Narayana }.FirstOrDefault(dasha => dasha.Name == name);

    /// <summary>Vishama pada: Aries, Taurus, Gemini and their opposites, whose years are counted forwards.</summary>
    public static bool IsOddFooted(Rashi sign) => (int)sign % 6 < 3;

    private static IReadOnlyList<RashiYears> CharaCycle(BirthChart chart)
    {
        var step = CharaStep(chart);
        return [.. Enumerable.Range(0, Rashis.Count).Select(index => chart.LagnaSign.Plus(step * index)).Select(sign => new RashiYears(sign, CountToLord(chart, sign)))];
    }

    /// <summary>The parts run as the signs do, from the sign after the period's own, which comes last.</summary>
    private static IReadOnlyList<Rashi> CharaParts(BirthChart chart, Rashi sign)
    {
        var step = CharaStep(chart);
        return [.. Enumerable.Range(1, Rashis.Count).Select(index => sign.Plus(step * index))];
    }

    /// <summary>Forwards if the ninth from the lagna is odd-footed.</summary>
    private static int CharaStep(BirthChart chart) => IsOddFooted(chart.LagnaSign.Plus(8)) ? 1 : -1;

    /// <summary>
    /// From the stronger of lagna and seventh: movable signs follow each other, from a fixed one every sixth follows, from a dual one trines from each
    /// kendra. Saturn there makes it run forwards one by one; Ketu there turns it round.
    /// </summary>
    private static IReadOnlyList<RashiYears> NarayanaCycle(BirthChart chart)
    {
        var first = CoLords.Stronger(chart, chart.LagnaSign, chart.LagnaSign.Plus(6));
        var saturn = chart.Sign(Graha.Saturn) == first;
        var forwards = IsOddFooted(first.Plus(8)) != (chart.Sign(Graha.Ketu) == first);
        var mode = saturn ? Mode.Movable : first.Mode();
        return [.. Enumerable.Range(0, Rashis.Count).Select(index => first.Plus((saturn || forwards ? 1 : -1) * Steps(mode, index))).Select(sign => new RashiYears(sign, NarayanaYears(chart, sign)))];
    }

    private static int Steps(Mode mode, int index) => mode switch
    {
        Mode.Movable => index,
        Mode.Fixed => 5 * index,
        // Three trines from the first, the tenth, the seventh and the fourth.
        _ => 9 * (index / 3) + 4 * (index % 3),
    };

    /// <summary>One more when the lord is exalted, one less when he is debilitated.</summary>
    private static int NarayanaYears(BirthChart chart, Rashi sign)
    {
        var lord = CoLords.Of(chart, sign);
        var place = chart.Sign(lord);
        return CountToLord(chart, sign) + (Dignities.ExaltationSign(lord) == place ? 1 : 0) - (Dignities.DebilitationSign(lord) == place ? 1 : 0);
    }

    /// <summary>From the sign of the lord of the period's sign: forwards if that is odd, or has Saturn; Ketu there turns it round.</summary>
    private static IReadOnlyList<Rashi> NarayanaParts(BirthChart chart, Rashi sign)
    {
        var first = chart.Sign(CoLords.Of(chart, sign));
        var forwards = chart.Sign(Graha.Saturn) == first || first.IsOdd() != (chart.Sign(Graha.Ketu) == first);
        return [.. Enumerable.Range(0, Rashis.Count).Select(index => first.Plus(forwards ? index : -index))];
    }

    /// <summary>Signs from a sign to its lord, forwards from an odd-footed one, else backwards; twelve when he is at home (both, where there are two).</summary>
    private static int CountToLord(BirthChart chart, Rashi sign)
    {
        var lord = chart.Sign(CoLords.Of(chart, sign));
        if (lord == sign)
            return Rashis.Count;
        return IsOddFooted(sign) ? lord.HouseFrom(sign) - 1 : sign.HouseFrom(lord) - 1;
    }
}
