using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;
using static Kundli.Jyotish.Muhurtas.Verdict;

namespace Kundli.Jyotish.Muhurtas;

/// <summary>What the five limbs of a day say: panchanga shuddhi.</summary>
internal static class LimbMarks
{
    private const string General = "Muhurta Chintamani, Shubhashubha Prakarana";
    private const int Amavasya = 30;
    private const int HalfMonth = 15;
    private const double GhatisOfYoga = 60;

    /// <summary>The empty tithis, rikta.</summary>
    private static readonly int[] Rikta = [4, 9, 14];

    /// <summary>The bad yogas and how many of their sixty ghatis are shunned.</summary>
    private static readonly Dictionary<int, double> BadYogas = new() { [1] = 3, [6] = 6, [9] = 5, [10] = 6, [13] = 9, [15] = 9, [17] = 60, [19] = 30, [27] = 60 };

    // The stars that hide a hard edge: the first quarter of Magha and Mula, the last of Revati (Raman, Muhurtha).
    private static readonly Dictionary<Nakshatra, int> SharpPadas = new() { [Nakshatra.Magha] = 1, [Nakshatra.Mula] = 1, [Nakshatra.Revati] = 4 };

    /// <summary>The marks of the limbs over a day.</summary>
    public static IEnumerable<MuhurtaMark> Of(PurposeRules rules, AlmanacDay day, PlaceAlmanac almanac)
    {
        var whole = day.Whole;
        return
        [
            .. Vara(rules, day),
            .. almanac.Limbs(Limb.Tithi, whole).SelectMany(tithi => Tithi(rules, tithi)),
            .. almanac.Limbs(Limb.Nakshatra, whole).SelectMany(star => Star(rules, star)),
            .. almanac.Limbs(Limb.Yoga, whole).SelectMany(Yoga),
            .. almanac.Limbs(Limb.Karana, whole).SelectMany(Karana),
        ];
    }

    private static IEnumerable<MuhurtaMark> Vara(PurposeRules rules, AlmanacDay day)
    {
        var name = AlmanacNames.Of(day.Vara);
        if (rules.GoodVaras.Contains(day.Vara))
            yield return new(new("vara", For, MuhurtaWords.Good(name, rules.Name), rules.Source), day.Whole);
        else if (rules.PoorVaras.Contains(day.Vara))
            yield return new(new("vara", Against, MuhurtaWords.Poor(name, rules.Name), rules.Source), day.Whole);
    }

    private static IEnumerable<MuhurtaMark> Tithi(PurposeRules rules, LimbSpan tithi)
    {
        var inHalf = (tithi.Number - 1) % HalfMonth + 1;
        var name = MuhurtaWords.Tithi(tithi.Number);
        if (tithi.Number == Amavasya)
            yield return new(new("amavasya", Forbids, new("On the new moon nothing is begun.", "अमावस्या में कार्य आरम्भ नहीं होता।"), General), tithi.Period);
        else if (Rikta.Contains(inHalf))
            yield return new(new("rikta", Forbids, new($"{name.En} is an empty (rikta) tithi.", $"{name.Hi} रिक्ता तिथि है।"), General), tithi.Period);
        else if (rules.GoodTithis.Contains(inHalf))
            yield return new(new("tithi", For, MuhurtaWords.Good(name, rules.Name), rules.Source), tithi.Period);
        else if (rules.PoorTithis.Contains(inHalf))
            yield return new(new("tithi", Against, MuhurtaWords.Poor(name, rules.Name), rules.Source), tithi.Period);
    }

    private static IEnumerable<MuhurtaMark> Star(PurposeRules rules, LimbSpan limb)
    {
        var nakshatra = (Nakshatra)(limb.Number - 1);
        var name = Names.Of(nakshatra);
        if (rules.Good.Contains(nakshatra))
            yield return new(new("nakshatra", For, MuhurtaWords.Good(name, rules.Name), rules.Source), limb.Period);
        else if (!rules.Middling.Contains(nakshatra))
            yield return new(new("nakshatra", Forbids, new($"{name.En} is not among the stars of {rules.Name.En}.", $"{name.Hi} {rules.Name.Hi} का नक्षत्र नहीं है।"), rules.Source), limb.Period);
        if (rules.Purpose == Purpose.Marriage && SharpPadas.TryGetValue(nakshatra, out var pada))
            yield return new(
                new("pada", Against, new($"Quarter {pada} of {name.En} is avoided.", $"{name.Hi} का चरण {pada} वर्जित है।"), "Raman, Muhurtha, Marriage"),
                // The Moon's pace within a quarter of a day is even enough for a quarter of a star.
                limb.Period.Part(pada, 4));
    }

    private static IEnumerable<MuhurtaMark> Yoga(LimbSpan yoga)
    {
        if (!BadYogas.TryGetValue(yoga.Number, out var ghatis))
            yield break;
        var name = AlmanacNames.Yoga(yoga.Number);
        var text = ghatis < GhatisOfYoga
            ? new LocalName($"The first {ghatis:0} of 60 parts of {name.En} are avoided.", $"{name.Hi} योग के आरम्भ के 60 में {ghatis:0} भाग वर्जित हैं।")
            : new LocalName($"{name.En} yoga is avoided.", $"{name.Hi} योग वर्जित है।");
        yield return new(new("yoga", Forbids, text, General), new(yoga.Start, yoga.Start + (yoga.Period.Days * ghatis / GhatisOfYoga)));
    }

    private static IEnumerable<MuhurtaMark> Karana(LimbSpan karana)
    {
        if (FiveLimbs.KaranaKey(karana.Number) == "vishti")
            yield return new(new("bhadra", Forbids, new("Vishti karana (Bhadra) runs.", "विष्टि करण (भद्रा) है।"), General), karana.Period);
    }
}
