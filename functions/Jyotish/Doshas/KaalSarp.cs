using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Doshas;

/// <summary>The twelve kinds, by the house of Rahu from the lagna.</summary>
public enum KaalSarpKind
{
    /// <summary>Rahu in the 1st.</summary>
    Anant = 1,

    /// <summary>Rahu in the 2nd.</summary>
    Kulik,

    /// <summary>Rahu in the 3rd.</summary>
    Vasuki,

    /// <summary>Rahu in the 4th.</summary>
    Shankhpal,

    /// <summary>Rahu in the 5th.</summary>
    Padma,

    /// <summary>Rahu in the 6th.</summary>
    Mahapadma,

    /// <summary>Rahu in the 7th.</summary>
    Takshak,

    /// <summary>Rahu in the 8th.</summary>
    Karkotak,

    /// <summary>Rahu in the 9th.</summary>
    Shankhachud,

    /// <summary>Rahu in the 10th.</summary>
    Ghatak,

    /// <summary>Rahu in the 11th.</summary>
    Vishdhar,

    /// <summary>Rahu in the 12th.</summary>
    Sheshnag,
}

/// <summary>
/// Sun … Saturn all on one side of the axis of the nodes, by degrees; one outside and it is not. A modern rule: it is not in BPHS.
/// </summary>
/// <param name="Present">Whether it is so.</param>
/// <param name="Kind">Which of the twelve; null without a lagna or when not present.</param>
/// <param name="RahuLeads">Whether the grahas stand ahead of Rahu in the zodiac, up to Ketu; otherwise some call it Kaal Amrit.</param>
public sealed record KaalSarp(bool Present, KaalSarpKind? Kind, bool? RahuLeads)
{
    /// <summary>The fact for a chart; null unless Sun … Saturn and a node are known.</summary>
    public static KaalSarp? Of(BirthChart chart)
    {
        if (!chart.Has(Grahas.Seven) || !chart.Has(Graha.Rahu))
            return null;
        var rahu = chart[Graha.Rahu].Longitude;
        var ahead = Grahas.Seven.Count(graha => chart[graha].Longitude.From(rahu) <= 180);
        if (ahead != Grahas.Seven.Count && ahead != 0)
            return new(false, null, null);
        return new(true, chart.Lagna is null ? null : KindOf(chart.SignHouse(Graha.Rahu)), ahead != 0);
    }

    /// <summary>The kind by the house of Rahu, 1 to 12.</summary>
    public static KaalSarpKind KindOf(int rahuHouse) => (KaalSarpKind)rahuHouse;
}
