using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Charts;

/// <summary>The eight changing significators, greatest degree first.</summary>
public enum CharaKaraka
{
    /// <summary>Atma: the self.</summary>
    Ak,

    /// <summary>Amatya: the minister.</summary>
    Amk,

    /// <summary>Bhratri: brothers and sisters.</summary>
    Bk,

    /// <summary>Matri: the mother.</summary>
    Mk,

    /// <summary>Pitri: the father.</summary>
    Pik,

    /// <summary>Putra: children.</summary>
    Pk,

    /// <summary>Gnati: kinsmen.</summary>
    Gk,

    /// <summary>Dara: the spouse.</summary>
    Dk,
}

/// <summary>Jaimini's points: chara karakas (BPHS 32) and arudha padas (BPHS 29).</summary>
public static class Jaimini
{
    /// <summary>
    /// The grahas by degrees within their signs, greatest first; Rahu, who goes backwards, by what he has left. Equal degrees keep the order of the grahas.
    /// </summary>
    /// <param name="chart">The chart.</param>
    /// <param name="eight">Eight with Rahu, or seven without him and without the father (Pik).</param>
    /// <returns>Null unless all are known.</returns>
    public static IReadOnlyList<(CharaKaraka Karaka, Graha Graha)>? Karakas(BirthChart chart, bool eight)
    {
        if (!chart.Has(Grahas.Seven) || (eight && !chart.Has(Graha.Rahu)))
            return null;
        IEnumerable<Graha> grahas = eight ? [.. Grahas.Seven, Graha.Rahu] : Grahas.Seven;
        var karakas = Enum.GetValues<CharaKaraka>().Where(karaka => eight || karaka != CharaKaraka.Pik);
        return [.. karakas.Zip(grahas.OrderByDescending(graha => Progress(chart[graha])))];
    }

    /// <summary>
    /// The arudha of a house: as far from its lord as the lord is from the house; where that is the house itself or the seventh from it, the tenth from there.
    /// </summary>
    /// <param name="chart">A chart in which the lagna and Sun … Saturn are known.</param>
    /// <param name="house">1 to 12.</param>
    /// <param name="coLords">Whether Scorpio and Aquarius are read by the stronger of their two lords (then the nodes must be known), or by Mars and Saturn alone.</param>
    public static Rashi Arudha(BirthChart chart, int house, bool coLords)
    {
        var sign = chart.HouseSign(house);
        var lord = chart.Sign(coLords ? CoLords.Of(chart, sign) : sign.Lord());
        var arudha = lord.Plus(lord.HouseFrom(sign) - 1);
        return arudha.HouseFrom(sign) is 1 or 7 ? arudha.Plus(9) : arudha;
    }

    private static double Progress(Placement placement) =>
        placement.Graha == Graha.Rahu ? Longitudes.RashiSpan - placement.Longitude.InRashi : placement.Longitude.InRashi;
}
