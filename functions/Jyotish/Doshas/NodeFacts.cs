using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;

namespace Kundli.Jyotish.Doshas;

/// <summary>Plain facts about grahas that share a sign with a node, each under the name that custom gives. Definitions differ; the reasons say which held.</summary>
public static class NodeFacts
{
    /// <summary>Pitra: the Sun with Rahu, Ketu or Saturn; Rahu in the ninth; the ninth lord with a node. By name; null when too little is known.</summary>
    public static IReadOnlyList<string>? Pitra(BirthChart chart)
    {
        if (!chart.Has(Graha.Sun) || !chart.Has(Graha.Rahu) || !chart.Has(Graha.Saturn))
            return null;
        var reasons = new List<string>();
        foreach (var graha in (Graha[])[Graha.Rahu, Graha.Ketu, Graha.Saturn])
            if (Aspects.Together(chart, Graha.Sun, graha))
                reasons.Add($"sunWith{graha}");
        if (chart.Lagna is not null)
        {
            if (chart.SignHouse(Graha.Rahu) == 9)
                reasons.Add("rahuInNinth");
            if (chart.HouseLord(9) is var lord && lord != Graha.Sun && chart.Has(lord) && (Aspects.Together(chart, lord, Graha.Rahu) || Aspects.Together(chart, lord, Graha.Ketu)))
                reasons.Add("ninthLordWithNode");
        }
        return reasons;
    }

    /// <summary>Guru Chandal: Jupiter with Rahu; some count Ketu too. By name; null when too little is known.</summary>
    public static IReadOnlyList<string>? GuruChandal(BirthChart chart) => With(chart, Graha.Jupiter);

    /// <summary>Grahan: Sun or Moon with a node. By name; null when too little is known.</summary>
    public static IReadOnlyList<string>? Grahan(BirthChart chart) =>
        With(chart, Graha.Sun) is { } sun && With(chart, Graha.Moon) is { } moon ? [.. sun, .. moon] : null;

    private static List<string>? With(BirthChart chart, Graha graha)
    {
        if (!chart.Has(graha) || !chart.Has(Graha.Rahu))
            return null;
        var reasons = new List<string>();
        foreach (var node in (Graha[])[Graha.Rahu, Graha.Ketu])
            if (Aspects.Together(chart, graha, node))
                reasons.Add($"{char.ToLowerInvariant(graha.ToString()[0])}{graha.ToString()[1..]}With{node}");
        return reasons;
    }
}
