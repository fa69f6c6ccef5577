using System.Text.RegularExpressions;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Readings;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Tests.Readings;

/// <summary>Finds what a text names, with lists of its own: it shares nothing with the composer or the verifier.</summary>
internal static class SpokenEntities
{
    private static readonly string[] EnglishHouses = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
    private static readonly string[] HindiHouses = ["पहल", "दूसर", "तीसर", "चौथ", "पाँचव", "छठ", "सातव", "आठव", "नव", "दसव", "ग्यारहव", "बारहव"];
    private static readonly string[] EnglishMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] HindiMonths = ["जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितम्बर", "अक्टूबर", "नवम्बर", "दिसम्बर"];

    /// <summary>Entities as <c>kind:key</c>.</summary>
    public static IReadOnlyList<string> In(string text, string language)
    {
        var hindi = language == "hi";
        var found = new List<string>();
        foreach (var graha in Grahas.Nine)
            Find(found, text, hindi ? Names.Of(graha).Hi : Names.Of(graha).En, $"graha:{Words.Key(graha)}");
        foreach (var sign in Rashis.All)
            Find(found, text, hindi ? Names.Of(sign).Hi : Names.Of(sign).En, $"sign:{Words.Key(sign)}");
        foreach (var star in Nakshatras.All)
            Find(found, text, hindi ? Names.Of(star).Hi : Names.Of(star).En, $"star:{Words.Key(star)}");
        for (var house = 1; house <= 12; house++)
            if (Regex.IsMatch(text, hindi ? $@"(?<![\p{{L}}\p{{M}}]){HindiHouses[house - 1]}[\p{{M}}\p{{L}}]* भाव" : $@"\b{EnglishHouses[house - 1]} house", RegexOptions.IgnoreCase))
                found.Add($"house:{house}");
        foreach (Match date in Regex.Matches(text, $@"(?:(?<day>\d{{1,2}}) )?(?<month>{string.Join('|', hindi ? HindiMonths : EnglishMonths)}) (?<year>\d{{4}})"))
            found.Add($"date:{date.Groups["year"].Value}-{Array.IndexOf(hindi ? HindiMonths : EnglishMonths, date.Groups["month"].Value) + 1:00}{(date.Groups["day"].Success ? $"-{int.Parse(date.Groups["day"].Value, null):00}" : "")}");
        foreach (Match number in Regex.Matches(text, $@"(?<!\d)\d+(?!\d)(?! (?:{string.Join('|', hindi ? HindiMonths : EnglishMonths)}))(?<!(?:{string.Join('|', hindi ? HindiMonths : EnglishMonths)}) \d{{4}})"))
            found.Add($"number:{number.Value}");
        return found;
    }

    /// <summary>Whether facts hold an entity.</summary>
    public static bool IsBackedBy(string entity, IReadOnlyList<Fact> facts)
    {
        var (kind, key) = (entity[..entity.IndexOf(':')], entity[(entity.IndexOf(':') + 1)..]);
        return kind switch
        {
            "graha" => facts.Any(fact => fact.Value == key || fact.Path.Split('.').Contains(key)),
            "sign" or "star" => facts.Any(fact => fact.Value == key),
            "house" => facts.Any(fact => (fact.Path.Contains("ouse", StringComparison.Ordinal) && fact.Value == key) || fact.Path.StartsWith($"houses.{key}.", StringComparison.Ordinal)),
            "date" => facts.Any(fact => fact.Value.StartsWith(key, StringComparison.Ordinal)),
            _ => facts.Any(fact => fact.Value == key),
        };
    }

    /// <summary>The grahas that some evidence rests on; the bindus of ashtakavarga rest on all.</summary>
    public static HashSet<Graha> RestsOn(IEnumerable<Evidence> evidence)
    {
        var grahas = new HashSet<Graha>();
        foreach (var item in evidence)
        {
            grahas.UnionWith(item.Placements.Where(placement => placement != "lagna").Select(placement => Enum.Parse<Graha>(placement, ignoreCase: true)));
            if (item.Facts.Any(fact => fact.Path.StartsWith("ashtakavarga.", StringComparison.Ordinal)))
                grahas.UnionWith(Grahas.Nine);
        }
        return grahas;
    }

    private static void Find(List<string> found, string text, string name, string entity)
    {
        if (Regex.IsMatch(text, $@"(?<![\p{{L}}\p{{M}}]){Regex.Escape(name)}(?![\p{{L}}\p{{M}}])"))
            found.Add(entity);
    }
}
