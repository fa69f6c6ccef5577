using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Yogas;

/// <summary>The five great persons (BPHS 75) and the named yogas of BPHS 36, Phaladeepika 6 and Raman's Three Hundred Important Combinations.</summary>
internal static class FamousYogas
{
    public static IReadOnlyList<YogaRule> Rules { get; } =
    [
        Mahapurusha("ruchaka", "Ruchaka", Graha.Mars),
        Mahapurusha("bhadra", "Bhadra", Graha.Mercury),
        Mahapurusha("hamsa", "Hamsa", Graha.Jupiter),
        Mahapurusha("malavya", "Malavya", Graha.Venus),
        Mahapurusha("sasa", "Sasa", Graha.Saturn),
        Rule("guruMangala", "Guru-Mangala", "Raman", chart => chart.From(Graha.Jupiter, Graha.Mars) is 1 or 7, Graha.Jupiter, Graha.Mars),
        Rule("chatussagara", "Chatussagara", "Raman 8", chart => (chart.HouseMask & YogaChart.Mask(1, 4, 7, 10)) == YogaChart.Mask(1, 4, 7, 10)),
        Kartari("subhaKartari", "Subha Kartari", true),
        Kartari("papaKartari", "Papa Kartari", false),
        Rule("subha", "Subha", "BPHS 36.2", chart => Any(chart, chart.Benefics, 1)),
        Rule("asubha", "Asubha", "BPHS 36.2", chart => Any(chart, chart.Malefics, 1)),
        Rule("parvata", "Parvata", "BPHS 36.7-8", chart => Any(chart, chart.Benefics, 1, 4, 7, 10) && !Any(chart, chart.Malefics, 1, 4, 7, 10) && !Any(chart, chart.Malefics, 7, 8)),
        Lords("kahala", "Kahala", "BPHS 36.9-10", chart => chart.MutualKendras(chart.Lord(4), chart.Lord(9)) && chart.IsStrong(chart.Lord(1)), 4, 9, 1),
        Lords("chamara", "Chamara", "BPHS 36.11-12", chart => (chart.IsExalted(chart.Lord(1)) && chart.InKendra(chart.Lord(1)) && chart.Looks(Graha.Jupiter, chart.Lord(1)))
            || chart.Benefics.Count(graha => chart.H(graha) is 1 or 7 or 9 or 10) >= 2 && chart.Benefics.Where(graha => chart.H(graha) is 1 or 7 or 9 or 10).Select(chart.H).Distinct().Count() == 1, 1),
        Lords("sankha", "Sankha", "BPHS 36.13-14", chart => (chart.MutualKendras(chart.Lord(5), chart.Lord(6)) && chart.IsStrong(chart.Lord(1)))
            || (chart.Together(chart.Lord(1), chart.Lord(10)) && chart.Sign(chart.Lord(1)).Mode() == Mode.Movable && chart.IsStrong(chart.Lord(9))), 5, 6, 1),
        Lords("bheri", "Bheri", "BPHS 36.15-16", chart => chart.IsStrong(chart.Lord(9)) && (chart.AllIn(YogaChart.Mask(1, 2, 7, 12))
            || (YogaChart.IsKendra(chart.From(chart.Lord(1), Graha.Jupiter)) && YogaChart.IsKendra(chart.From(chart.Lord(1), Graha.Venus)) && YogaChart.IsKendra(chart.From(Graha.Jupiter, Graha.Venus)))), 9, 1),
        Lords("mridanga", "Mridanga", "BPHS 36.17", chart => chart.IsDignified(chart.Lord(1)) && Grahas.Seven.Count(graha => chart.InGood(graha) && chart.IsDignified(graha)) >= 2, 1),
        Lords("srinatha", "Srinatha", "BPHS 36.18", chart => chart.IsExalted(chart.Lord(7)) && chart.H(chart.Lord(7)) == 10 && chart.Together(chart.Lord(9), chart.Lord(10)), 7, 9, 10),
        Rule("matsya", "Matsya", "BPHS 36.21-22", chart => Any(chart, chart.Benefics, 1) && Any(chart, chart.Benefics, 9) && Any(chart, chart.Benefics, 5) && Any(chart, chart.Malefics, 5) && Any(chart, chart.Malefics, 4) && Any(chart, chart.Malefics, 8)),
        Rule("kurma", "Kurma", "BPHS 36.23-24", chart => chart.Benefics.All(graha => chart.H(graha) is 5 or 6 or 7 && Friendly(chart, graha)) && chart.Malefics.All(graha => chart.H(graha) is 1 or 3 or 11 && chart.IsDignified(graha))),
        Lords("khadga", "Khadga", "BPHS 36.25-26", chart => chart.H(chart.Lord(2)) == 9 && chart.H(chart.Lord(9)) == 2 && chart.InGood(chart.Lord(1)), 2, 9, 1),
        Lords("lakshmi", "Lakshmi", "BPHS 36.27-28", chart => chart.IsDignified(chart.Lord(9)) && chart.InGood(chart.Lord(9)) && chart.IsStrong(chart.Lord(1)), 9, 1),
        Rule("kusuma", "Kusuma", "BPHS 36.29-30", chart => chart.InKendra(Graha.Venus) && chart.HouseSign(1).Mode() == Mode.Fixed && chart.InTrikona(Graha.Moon) && chart.H(Graha.Saturn) == 10, Graha.Venus, Graha.Moon, Graha.Saturn),
        Rule("kalanidhi", "Kalanidhi", "BPHS 36.31-32", chart => chart.H(Graha.Jupiter) is 2 or 5 && Meets(chart, Graha.Mercury, Graha.Jupiter) && Meets(chart, Graha.Venus, Graha.Jupiter), Graha.Jupiter, Graha.Mercury, Graha.Venus),
        Lords("kalpadruma", "Kalpadruma (Parijata)", "BPHS 36.33-34", Kalpadruma, 1),
        Lords("hari", "Hari", "BPHS 36.35-36", chart => AllFrom(chart, chart.Lord(2), 2, 8, 12), 2),
        Lords("hara", "Hara", "BPHS 36.35-36", chart => AllFrom(chart, chart.Lord(7), 4, 8, 9), 7),
        Lords("brahma", "Brahma", "BPHS 36.35-36", chart => AllFrom(chart, chart.Lord(1), 4, 10, 11), 1),
        Rule("saraswati", "Saraswati", "Phaladeepika 6.26; Raman", chart => Learned(chart, Graha.Jupiter) && Learned(chart, Graha.Venus) && Learned(chart, Graha.Mercury) && Friendly(chart, Graha.Jupiter), Graha.Jupiter, Graha.Venus, Graha.Mercury),
        Lords("sarada", "Sarada", "BPHS 36.19-20", chart => chart.H(chart.Lord(10)) == 5 && chart.InKendra(Graha.Mercury) && chart.IsDignified(Graha.Sun), 10),
        Lords("akhandaSamrajya", "Akhanda Samrajya", "Raman", chart => (chart.Lord(2) == Graha.Jupiter || chart.Lord(5) == Graha.Jupiter || chart.Lord(11) == Graha.Jupiter)
            && ((int[])[2, 9, 11]).Any(house => YogaChart.IsKendra(chart.From(Graha.Moon, chart.Lord(house)))), 2, 9, 11),
        Lords("indra", "Indra", "Raman", chart => chart.Exchange(chart.Lord(5), chart.Lord(11)) && chart.H(Graha.Moon) == 5, 5, 11),
        Lords("ravi", "Ravi", "Raman", chart => chart.H(Graha.Sun) == 10 && chart.H(chart.Lord(10)) == 3 && chart.Together(chart.Lord(10), Graha.Saturn), 10),
        Rule("bhaskara", "Bhaskara", "Raman", chart => chart.From(Graha.Sun, Graha.Mercury) == 2 && chart.From(Graha.Mercury, Graha.Moon) == 11 && chart.From(Graha.Moon, Graha.Jupiter) is 5 or 9, Graha.Sun, Graha.Mercury, Graha.Moon, Graha.Jupiter),
        Lords("siva", "Siva", "Raman", chart => chart.H(chart.Lord(5)) == 9 && chart.H(chart.Lord(9)) == 10 && chart.H(chart.Lord(10)) == 5, 5, 9, 10),
        Lords("vidyut", "Vidyut", "Raman", chart => chart.IsExalted(chart.Lord(11)) && chart.Together(chart.Lord(11), Graha.Venus) && YogaChart.IsKendra(chart.From(chart.Lord(1), chart.Lord(11))), 11),
        Lords("go", "Go", "Raman", chart => chart.Sign(Graha.Jupiter) == Rashi.Sagittarius && chart.Together(Graha.Jupiter, chart.Lord(2)) && chart.IsExalted(chart.Lord(1)), 2, 1),
        Lords("jaya", "Jaya", "Raman", chart => chart.IsExalted(chart.Lord(10)) && chart.IsDebilitated(chart.Lord(6)), 10, 6),
        Lords("makuta", "Makuta", "Raman", chart => chart.From(chart.Lord(9), Graha.Jupiter) == 9 && chart.Within(chart.Benefics, Graha.Jupiter, 9).Length > 0 && chart.H(Graha.Saturn) == 10, 9),
        Lords("pushkala", "Pushkala", "Raman", chart => chart.Together(chart.Sign(Graha.Moon).Lord(), chart.Lord(1)) && chart.InKendra(chart.Lord(1)) && Grahas.Seven.Any(graha => chart.IsStrong(graha) && Aspects.Looks(graha, chart.Sign(graha), chart.HouseSign(1))), 1),
        Lords("gandharva", "Gandharva", "Raman", chart => chart.H(chart.Lord(10)) is 3 or 7 or 11 && chart.Together(chart.Lord(1), Graha.Jupiter) && chart.IsExalted(Graha.Sun) && chart.H(Graha.Moon) == 9, 10, 1),
    ];

    private static YogaRule Mahapurusha(string id, string name, Graha graha) => new(id, name, "BPHS 75.1-2", YogaNeeds.Lagna,
        chart => chart.IsDignified(graha) && chart.InKendra(graha) ? new([graha], chart.IsCombust(graha) ? ["combust"] : []) : null);

    private static YogaRule Rule(string id, string name, string source, Func<YogaChart, bool> holds, params Graha[] grahas) =>
        new(id, name, source, YogaNeeds.Lagna, chart => holds(chart) ? new(grahas.Length > 0 ? grahas : chart.Within(YogaChart.Mask(1, 4, 7, 10)), []) : null);

    private static YogaRule Lords(string id, string name, string source, Func<YogaChart, bool> holds, params int[] houses) =>
        new(id, name, source, YogaNeeds.Lagna, chart => holds(chart) ? new([.. houses.Select(chart.Lord).Distinct()], []) : null);

    private static YogaRule Kartari(string id, string name, bool benefic) => new(id, name, "BPHS 36.2", YogaNeeds.Lagna, chart =>
    {
        var there = chart.Within(YogaChart.Mask(2, 12));
        return there.Length > 0 && there.Any(graha => chart.H(graha) == 2) && there.Any(graha => chart.H(graha) == 12) && there.All(graha => chart.IsBenefic(graha) == benefic)
            ? YogaFormation.Of(there) : null;
    });

    private static bool Any(YogaChart chart, IReadOnlyList<Graha> grahas, params int[] houses) => grahas.Any(graha => houses.Contains(chart.H(graha)));

    private static bool AllFrom(YogaChart chart, Graha from, params int[] houses) =>
        houses.All(house => chart.Within(chart.Benefics, from, house).Length > 0);

    private static bool Meets(YogaChart chart, Graha graha, Graha at) => chart.Together(graha, at) || chart.Looks(graha, at);

    private static bool Learned(YogaChart chart, Graha graha) => chart.InGood(graha) || chart.H(graha) == 2;

    private static bool Friendly(YogaChart chart, Graha graha) =>
        chart.IsDignified(graha) || Friendships.Natural(graha, chart.Sign(graha).Lord()) == Friendship.Friend;

    private static bool Kalpadruma(YogaChart chart)
    {
        var first = chart.Lord(1);
        var second = chart.Sign(first).Lord();
        var third = chart.Sign(second).Lord();
        var navamsa = Vargas.VargaRules.Sign(Vargas.Varga.D9, chart.Chart[third].Longitude).Lord();
        return ((Graha[])[first, second, third, navamsa]).All(graha => chart.InGood(graha) || chart.IsExalted(graha));
    }
}
