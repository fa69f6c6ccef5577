using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Yogas;

/// <summary>Yogas of the lords of houses: raja (BPHS 39), dhana (BPHS 41), viparita (Phaladeepika 6.57-64), exchanges (Phaladeepika 6.32) and the ending of debility (Phaladeepika 7.26-30).</summary>
internal static class LordYogas
{
    private static readonly int[] Kendras = [1, 4, 7, 10];
    private static readonly int[] Trikonas = [1, 5, 9];
    private static readonly string[] Ordinals = ["", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth"];
    private static readonly (int, int)[] Wealth = [(1, 2), (1, 5), (1, 9), (1, 11), (2, 5), (2, 9), (2, 11), (5, 9), (5, 11), (9, 11)];

    public static IReadOnlyList<YogaRule> Rules { get; } =
    [
        Raja("rajaConjunction", "Raja: lords of kendra and trikona together", (chart, one, other) => chart.Together(one, other)),
        Raja("rajaAspect", "Raja: lords of kendra and trikona in mutual aspect", (chart, one, other) => chart.Looks(one, other) && chart.Looks(other, one)),
        Raja("rajaExchange", "Raja: lords of kendra and trikona in exchange", (chart, one, other) => chart.Exchange(one, other)),
        new("dharmaKarmadhipati", "Dharma-Karmadhipati", "BPHS 39; Raman", YogaNeeds.Lagna, chart => chart.Linked(chart.Lord(9), chart.Lord(10)) ? YogaFormation.Of(chart.Lord(9), chart.Lord(10)) : null),
        new("yogakaraka", "Yogakaraka", "BPHS 34.13", YogaNeeds.Lagna, Yogakaraka),
        .. Wealth.Select(pair => new YogaRule(
            $"dhana{Ordinals[pair.Item1]}{Ordinals[pair.Item2]}", $"Dhana: lords of {pair.Item1} and {pair.Item2}", "BPHS 41", YogaNeeds.Lagna,
            chart => chart.Linked(chart.Lord(pair.Item1), chart.Lord(pair.Item2)) ? YogaFormation.Of(chart.Lord(pair.Item1), chart.Lord(pair.Item2)) : null)),
        Viparita("harsha", "Harsha", 6),
        Viparita("sarala", "Sarala", 8),
        Viparita("vimala", "Vimala", 12),
        Parivartana("mahaParivartana", "Maha Parivartana", (one, other) => !IsHard(one) && !IsHard(other) && one != 3 && other != 3),
        Parivartana("khalaParivartana", "Khala Parivartana", (one, other) => !IsHard(one) && !IsHard(other) && (one == 3 || other == 3)),
        Parivartana("dainyaParivartana", "Dainya Parivartana", (one, other) => IsHard(one) || IsHard(other)),
        new("neechaBhanga", "Neecha Bhanga Raja", "Phaladeepika 7.26-30", YogaNeeds.Lagna, NeechaBhanga),
    ];

    private static bool IsHard(int house) => house is 6 or 8 or 12;

    private static YogaRule Raja(string id, string name, Func<YogaChart, Graha, Graha, bool> linked) => new(id, name, "BPHS 39.35-37", YogaNeeds.Lagna, chart =>
    {
        var found = new HashSet<Graha>();
        foreach (var kendra in Kendras)
            foreach (var trikona in Trikonas)
                if (chart.Lord(kendra) is var one && chart.Lord(trikona) is var other && one != other && kendra != trikona && linked(chart, one, other))
                    found.UnionWith([one, other]);
        return found.Count == 0 ? null : new([.. found.Order()], []);
    });

    private static YogaFormation? Yogakaraka(YogaChart chart)
    {
        foreach (var kendra in (int[])[4, 7, 10])
            foreach (var trikona in (int[])[5, 9])
                if (chart.Lord(kendra) == chart.Lord(trikona) && chart.InGood(chart.Lord(kendra)))
                    return YogaFormation.Of(chart.Lord(kendra));
        return null;
    }

    private static YogaRule Viparita(string id, string name, int house) => new(id, name, "Phaladeepika 6.57-64", YogaNeeds.Lagna,
        chart => IsHard(chart.H(chart.Lord(house))) ? YogaFormation.Of(chart.Lord(house)) : null);

    private static YogaRule Parivartana(string id, string name, Func<int, int, bool> fits) => new(id, name, "Phaladeepika 6.32", YogaNeeds.Lagna, chart =>
    {
        var found = new HashSet<Graha>();
        for (var one = 1; one <= Rashis.Count; one++)
            for (var other = one + 1; other <= Rashis.Count; other++)
                if (fits(one, other) && chart.Lord(one) is var first && chart.Lord(other) is var second && first != second && chart.H(first) == other && chart.H(second) == one)
                    found.UnionWith([first, second]);
        return found.Count == 0 ? null : new([.. found.Order()], []);
    });

    /// <summary>
    /// A debilitated graha whose dispositor, or whose lord of exaltation, stands in a kendra from lagna or Moon; or which its dispositor looks at or
    /// joins; or which is exalted in the navamsa.
    /// </summary>
    private static YogaFormation? NeechaBhanga(YogaChart chart)
    {
        var saved = Grahas.Seven.Where(graha => chart.IsDebilitated(graha) && IsSaved(chart, graha)).ToList();
        return saved.Count == 0 ? null : new(saved, []);
    }

    private static bool IsSaved(YogaChart chart, Graha graha)
    {
        var sign = chart.Sign(graha);
        var dispositor = sign.Lord();
        var exaltationLord = Charts.Dignities.ExaltationSign(graha).Lord();
        var exaltedHere = Grahas.Seven.Where(other => Charts.Dignities.ExaltationSign(other) == sign);
        return Stands(chart, dispositor) || Stands(chart, exaltationLord) || exaltedHere.Any(other => Stands(chart, other))
            || (dispositor != graha && (chart.Looks(dispositor, graha) || chart.Together(dispositor, graha)))
            || Vargas.VargaRules.Sign(Vargas.Varga.D9, chart.Chart[graha].Longitude) == Charts.Dignities.ExaltationSign(graha);
    }

    private static bool Stands(YogaChart chart, Graha graha) => chart.InKendra(graha) || YogaChart.IsKendra(chart.From(Graha.Moon, graha));
}
