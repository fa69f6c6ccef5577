using Kundli.Jyotish.Zodiac;
using static Kundli.Jyotish.Yogas.YogaChart;

namespace Kundli.Jyotish.Yogas;

/// <summary>The 32 nabhasa yogas, by the pattern of Sun … Saturn: BPHS 35. The nodes are not read.</summary>
internal static class NabhasaYogas
{
    private const int Benefic = 0b0011_1010; // Moon, Mercury, Jupiter, Venus

    private static readonly int[] Kendras = [1, 4, 7, 10];

    public static IReadOnlyList<YogaRule> Rules { get; } =
    [
        ByMode("rajju", "Rajju", "BPHS 35.7", Mode.Movable),
        ByMode("musala", "Musala", "BPHS 35.7", Mode.Fixed),
        ByMode("nala", "Nala", "BPHS 35.7", Mode.Dual),
        ByDala("mala", "Mala (Srak)", [Astronomy.Sky.Graha.Mercury, Astronomy.Sky.Graha.Jupiter, Astronomy.Sky.Graha.Venus]),
        ByDala("sarpa", "Sarpa (Bhujanga)", [Astronomy.Sky.Graha.Sun, Astronomy.Sky.Graha.Mars, Astronomy.Sky.Graha.Saturn]),
        ByHouses("gada", "Gada", "BPHS 35.9", Mask(1, 4), Mask(4, 7), Mask(7, 10), Mask(10, 1)),
        ByHouses("sakata", "Sakata", "BPHS 35.9", Mask(1, 7)),
        ByHouses("vihanga", "Vihanga (Pakshi)", "BPHS 35.9", Mask(4, 10)),
        ByHouses("sringataka", "Sringataka", "BPHS 35.10", Mask(1, 5, 9)),
        ByHouses("hala", "Hala", "BPHS 35.10", Mask(2, 6, 10), Mask(3, 7, 11), Mask(4, 8, 12)),
        ByNature("vajra", "Vajra", "BPHS 35.11", Mask(1, 7), Mask(4, 10)),
        ByNature("yava", "Yava", "BPHS 35.11", Mask(4, 10), Mask(1, 7)),
        ByHouses("kamala", "Kamala (Padma)", "BPHS 35.12", Mask(1, 4, 7, 10)),
        new("vapi", "Vapi", "BPHS 35.12", YogaNeeds.Lagna, chart => chart.AllIn(Mask(2, 5, 8, 11)) || chart.AllIn(Mask(3, 6, 9, 12)) ? All(chart) : null),
        ByHouses("yupa", "Yupa", "BPHS 35.13", Run(1, 4)),
        ByHouses("sara", "Sara (Ishu)", "BPHS 35.13", Run(4, 4)),
        ByHouses("sakti", "Sakti", "BPHS 35.13", Run(7, 4)),
        ByHouses("danda", "Danda", "BPHS 35.13", Run(10, 4)),
        ByHouses("nauka", "Nauka", "BPHS 35.14", Run(1, 7)),
        ByHouses("kuta", "Kuta", "BPHS 35.14", Run(4, 7)),
        ByHouses("chatra", "Chatra", "BPHS 35.14", Run(7, 7)),
        ByHouses("chapa", "Chapa (Dhanus)", "BPHS 35.14", Run(10, 7)),
        ByHouses("ardhaChandra", "Ardha Chandra", "BPHS 35.15", [.. Enumerable.Range(1, 12).Where(house => !Kendras.Contains(house)).Select(house => Run(house, 7))]),
        ByHouses("chakra", "Chakra", "BPHS 35.15", Mask(1, 3, 5, 7, 9, 11)),
        ByHouses("samudra", "Samudra", "BPHS 35.15", Mask(2, 4, 6, 8, 10, 12)),
        ByCount("vina", "Vina (Vallaki)", 7),
        ByCount("dama", "Dama (Damini)", 6),
        ByCount("pasa", "Pasa", 5),
        ByCount("kedara", "Kedara", 4),
        ByCount("sula", "Sula", 3),
        ByCount("yuga", "Yuga", 2),
        ByCount("gola", "Gola", 1),
    ];

    private static YogaRule ByMode(string id, string name, string source, Mode mode) =>
        new(id, name, source, YogaNeeds.Grahas, chart => Grahas.Seven.All(graha => chart.Sign(graha).Mode() == mode) ? All(chart) : null);

    private static YogaRule ByHouses(string id, string name, string source, params int[] masks) =>
        new(id, name, source, YogaNeeds.Lagna, chart => masks.Contains(chart.HouseMask) ? All(chart) : null);

    /// <summary>Three kendras held by the three given.</summary>
    private static YogaRule ByDala(string id, string name, Astronomy.Sky.Graha[] three) => new(id, name, "BPHS 35.8", YogaNeeds.Lagna, chart =>
        three.All(chart.InKendra) && three.Select(chart.H).Distinct().Count() == three.Length ? YogaFormation.Of(three) : null);

    /// <summary>Moon, Mercury, Jupiter and Venus in some houses, Sun, Mars and Saturn in others.</summary>
    private static YogaRule ByNature(string id, string name, string source, int benefics, int malefics) => new(id, name, source, YogaNeeds.Lagna, chart =>
        Grahas.Seven.All(graha => (Mask(chart.H(graha)) & ((Benefic & (1 << (int)graha)) != 0 ? benefics : malefics)) != 0) ? All(chart) : null);

    /// <summary>Sankhya: the number of signs that are taken. It gives way to any other nabhasa yoga (BPHS 35.17), which is then its exception.</summary>
    private static YogaRule ByCount(string id, string name, int signs) => new(id, name, "BPHS 35.16-17", YogaNeeds.Grahas, chart =>
    {
        if (System.Numerics.BitOperations.PopCount((uint)chart.HouseMask) != signs)
            return null;
        var stronger = Rules!.Take(25).Where(rule => (rule.Needs == YogaNeeds.Grahas || chart.HasLagna) && rule.Form(chart) is not null).Select(rule => rule.Id).ToList();
        return new(All(chart).Grahas, [.. stronger.Select(other => $"givesWayTo:{other}")]);
    });

    private static YogaFormation All(YogaChart chart) => chart.HouseMask == 0 ? new([], []) : new(Grahas.Seven, []);
}
