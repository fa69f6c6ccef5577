using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Charts;

/// <summary>
/// Jaimini's lords: Scorpio has Mars and Ketu, Aquarius Saturn and Rahu; the stronger one is read (BPHS 46.157-164; P. V. R. Narasimha Rao, Vedic Astrology: An
/// Integrated Approach 15.5). Also which of two signs is the stronger.
/// </summary>
public static class CoLords
{
    /// <summary>The lord of a sign; of two lords the stronger.</summary>
    /// <param name="chart">A chart in which Sun … Ketu are known.</param>
    /// <param name="sign">The sign.</param>
    public static Graha Of(BirthChart chart, Rashi sign) => Both(sign) is var (body, node) ? Stronger(chart, sign, body, node) : sign.Lord();

    /// <summary>The two lords of Scorpio and Aquarius, the one with a body first; null for the others.</summary>
    public static (Graha Body, Graha Node)? Both(Rashi sign) => sign switch
    {
        Rashi.Scorpio => (Graha.Mars, Graha.Ketu),
        Rashi.Aquarius => (Graha.Saturn, Graha.Rahu),
        _ => null,
    };

    /// <summary>
    /// The stronger of two signs: more grahas; more of Jupiter, Mercury and its own lord in it or looking at it; an exalted graha; a lord in a sign of the
    /// other sex; dual before fixed before movable; the lord further in his sign.
    /// </summary>
    public static Rashi Stronger(BirthChart chart, Rashi one, Rashi other)
    {
        var comparison = Compare(
            (Count(chart, one), Count(chart, other)),
            (Supporters(chart, one, one.Lord()), Supporters(chart, other, other.Lord())),
            (HasExalted(chart, one), HasExalted(chart, other)),
            (LordIsOfOtherSex(chart, one), LordIsOfOtherSex(chart, other)),
            ((int)one.Mode(), (int)other.Mode()));
        if (comparison == 0)
            comparison = chart[Of(chart, one)].Longitude.InRashi.CompareTo(chart[Of(chart, other)].Longitude.InRashi);
        return comparison >= 0 ? one : other;
    }

    /// <summary>
    /// One in the sign leaves it to the one that is elsewhere. Then: more grahas with him; more of Jupiter, Mercury and his dispositor with him or looking at
    /// him; exaltation; dual, fixed, movable; the greater degree in his sign.
    /// </summary>
    private static Graha Stronger(BirthChart chart, Rashi sign, Graha body, Graha node)
    {
        var (home, away) = (chart.Sign(body), chart.Sign(node));
        if (home == sign != (away == sign))
            return home == sign ? node : body;
        var comparison = Compare(
            (Count(chart, home), Count(chart, away)),
            (Supporters(chart, home, home.Lord()), Supporters(chart, away, away.Lord())),
            (Dignities.ExaltationSign(body) == home ? 1 : 0, Dignities.ExaltationSign(node) == away ? 1 : 0),
            ((int)home.Mode(), (int)away.Mode()));
        if (comparison == 0)
            comparison = chart[body].Longitude.InRashi.CompareTo(Longitudes.RashiSpan - chart[node].Longitude.InRashi);
        return comparison >= 0 ? body : node;
    }

    private static int Compare(params ReadOnlySpan<(int One, int Other)> pairs)
    {
        foreach (var (one, other) in pairs)
            if (one != other)
                return one.CompareTo(other);
        return 0;
    }

    private static int Count(BirthChart chart, Rashi sign) => Grahas.Nine.Count(graha => chart.Sign(graha) == sign);

    private static int Supporters(BirthChart chart, Rashi sign, Graha lord) =>
        Supports(chart, Graha.Jupiter, sign) + Supports(chart, Graha.Mercury, sign) + Supports(chart, lord, sign);

    private static int Supports(BirthChart chart, Graha graha, Rashi sign) => chart.Sign(graha) == sign || Aspects.Looks(chart.Sign(graha), sign) ? 1 : 0;

    private static int HasExalted(BirthChart chart, Rashi sign) => Grahas.Nine.Any(graha => chart.Sign(graha) == sign && Dignities.ExaltationSign(graha) == sign) ? 1 : 0;

    private static int LordIsOfOtherSex(BirthChart chart, Rashi sign) => chart.Sign(Of(chart, sign)).IsOdd() != sign.IsOdd() ? 1 : 0;
}
