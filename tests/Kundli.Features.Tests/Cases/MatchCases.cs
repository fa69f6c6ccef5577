using Kundli.Features.Matching;
using Kundli.Jyotish.Compatibility;
using Kundli.Jyotish.Zodiac;
using static Kundli.Features.Tests.Cases.CaseWords;

namespace Kundli.Features.Tests.Cases;

/// <summary>The eight kutas. A case gives stars, signs, ganas or varnas; the Moons are put where these are.</summary>
internal static class MatchCases
{
    public static IEnumerable<string?> Attributes(PublishedCase one)
    {
        var facts = one.Text("nakshatra").Star().Facts();
        yield return Same("gana", one.Expected.Text("gana"), facts.Gana.ToString());
        yield return Same("nadi", one.Expected.Text("nadi"), facts.Nadi.ToString());
        yield return Same("yoni", one.Expected.Text("yoni"), facts.Yoni.ToString());
    }

    public static IEnumerable<string?> ByStar(PublishedCase one)
    {
        yield return Score(one, Star(one.Text("girl_nakshatra")), Star(one.Text("boy_nakshatra")));
    }

    public static IEnumerable<string?> BySign(PublishedCase one)
    {
        yield return Score(one, Middle(one.Text("girl_sign")), Middle(one.Text("boy_sign")));
    }

    public static IEnumerable<string?> ByGana(PublishedCase one)
    {
        yield return Score(one, Gana(one.Text("girl_gana")), Gana(one.Text("boy_gana")));
    }

    public static IEnumerable<string?> ByVarna(PublishedCase one)
    {
        yield return Score(one, Varna(one.Text("girl_varna")), Varna(one.Text("boy_varna")));
    }

    private static string? Score(PublishedCase one, double girl, double boy)
    {
        var answer = Verbs.Match.Run(new MatchRequest(Person(girl), Person(boy))).Value;
        var kuta = answer.Kutas.Single(found => found.Name.ToString().Equals(one.Kind.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
        return Same(one.Kind, one.Expected.Number(one.Expected.Has("score") ? "score" : "score_without_exceptions"), kuta.RawScore);
    }

    private static MatchPerson Person(double moon) => new(Longitudes: new Dictionary<string, double> { ["moon"] = moon });

    private static double Star(string nakshatra) => (int)nakshatra.Star() * 360.0 / 27 + 1;

    private static double Middle(string sign) => 30 * (int)sign.Sign() + 15;

    private static double Gana(string gana) => (int)Nakshatras.All.First(nakshatra => nakshatra.Facts().Gana.ToString() == gana) * 360.0 / 27 + 1;

    private static double Varna(string varna) => 30 * (int)Rashis.All.First(rashi => KutaTables.VarnaRank(rashi) == varna switch { "Brahmin" => 4, "Kshatriya" => 3, "Vaishya" => 2, _ => 1 }) + 15;
}
