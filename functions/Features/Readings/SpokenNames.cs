using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Kundli.Features.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Readings;

/// <summary>Finds everything astrological that a text names, in either language and under any usual name, so that it can be compared with facts.</summary>
internal static partial class SpokenNames
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
    private static readonly string[] Numbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    private static readonly string[] HindiOrdinals = ["पहल", "दूसर", "तीसर", "चौथ", "पाँचव", "छठ", "सातव", "आठव", "नव", "दसव", "ग्यारहव", "बारहव", "प्रथम", "द्वितीय", "तृतीय", "चतुर्थ", "पंचम", "षष्ठ", "सप्तम", "अष्टम", "नवम", "दशम", "एकादश", "द्वादश"];
    private static readonly string[] Sanskrit =
    [
        "Surya|Ravi|sun", "Chandra|Soma|चन्द्रमा|चंद्र|चंद्रमा|सोम|moon", "Mangala|Mangal|Kuja|मङ्गल|mars", "Budha|Budh|mercury", "Guru|Brihaspati|बृहस्पति|jupiter", "Shukra|venus", "Shani|saturn", "Uranus|यूरेनस|uranus", "Neptune|नेपच्यून|neptune", "Pluto|प्लूटो|pluto",
        "Mesha|aries", "Vrishabha|Vrishabh|taurus", "Mithuna|Mithun|gemini", "Karka|Kark|cancer", "Simha|Singh|leo", "Kanya|virgo", "Tula|libra", "Vrishchika|scorpio", "Dhanu|sagittarius", "Makara|Makar|capricorn", "Kumbha|कुंभ|aquarius", "Meena|pisces",
    ];

    // "आम" is the mango, and "in general" too.
    private const int PlantNameMin = 2;

    private static readonly FrozenDictionary<string, string> Names = Build();

    /// <summary>Words of other systems than the Parashari one; no sentence mixes two.</summary>
    private static readonly string[] OtherSystems = ["western", "tropical", "jaimini", "lal kitab", "लाल किताब", "जैमिनी", "tarot", "टैरो", "numerology", "अंक ज्योतिष", "krishnamurti", "nadi astrology", "chinese zodiac", "human design"];

    /// <summary>Keys (<c>jupiter</c>, <c>leo</c>, <c>rohini</c>), houses (<c>house 10</c>), months (<c>month 5</c>) and numbers (<c>2026</c>).</summary>
    public static IReadOnlySet<string> In(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var plain = Digits(text);
        foreach (var (name, key) in Names)
            if (Stands(plain, name))
                found.Add(key);
        for (var i = 0; i < Ordinals.Length; i++)
            if (Stands(plain, Ordinals[i]))
                found.Add($"house {i + 1}");
        for (var i = 0; i < HindiOrdinals.Length; i++)
            if (Begins(plain, HindiOrdinals[i]))
                found.Add($"house {i % 12 + 1}");
        for (var i = 0; i < Numbers.Length; i++)
            if (Stands(plain, Numbers[i]))
                found.Add(FindingDraft.Number(i + 2));
        foreach (Match number in Digit().Matches(plain))
            found.Add(number.Value.TrimStart('0'));
        found.UnionWith(OtherSystems.Where(system => Stands(plain, system)).Select(system => $"system {system}"));
        return found;
    }

    /// <summary>What facts allow to be named.</summary>
    public static IReadOnlySet<string> Allowed(IEnumerable<Fact> facts)
    {
        var allowed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            allowed.UnionWith(fact.Path.Split('.'));
            allowed.Add(fact.Value);
            if (Jyotish.Remedies.Plants.Find(fact.Value) is { } plant)
                allowed.UnionWith(In($"{plant.Name.En}, {plant.Name.Hi}, {plant.ScientificName}"));
            if (fact.Path.StartsWith("houses.", StringComparison.Ordinal))
                Allow(allowed, fact.Path.Split('.')[1]);
            if (fact.Path.Contains("ouse", StringComparison.Ordinal) && !fact.Path.StartsWith("houses.", StringComparison.Ordinal))
                Allow(allowed, fact.Value);
            if (DateOnly.TryParseExact(fact.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                allowed.UnionWith([FindingDraft.Number(date.Year), FindingDraft.Number(date.Day), $"month {date.Month}"]);
        }
        return allowed;
    }

    private static void Allow(HashSet<string> allowed, string house) => allowed.UnionWith([$"house {house}", house]);

    private static FrozenDictionary<string, string> Build()
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var graha in Grahas.Nine)
            Add(Jyotish.Zodiac.Names.Of(graha), Words.Key(graha));
        foreach (var sign in Rashis.All)
            Add(Jyotish.Zodiac.Names.Of(sign), Words.Key(sign));
        foreach (var star in Nakshatras.All)
            Add(Jyotish.Zodiac.Names.Of(star), Words.Key(star));
        foreach (var plant in Jyotish.Remedies.Plants.All)
            foreach (var name in new[] { plant.Name.En, plant.Name.Hi.Split(" (")[0], plant.ScientificName }.Where(name => name.Length > PlantNameMin))
                names[name] = plant.Slug;
        foreach (var row in Sanskrit.Select(row => row.Split('|')))
            foreach (var name in row[..^1])
                names[name] = row[^1];
        foreach (var language in LanguagePack.Languages)
            foreach (var (month, term) in LanguagePack.Of(language).Category("months"))
                names[term.Text] = $"month {month}";
        // "May" is a verb far more often than a month: the year beside it is looked at.
        names.Remove("May");
        names["may 20"] = "month 5";
        return names.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(LocalName name, string key) => (names[name.En], names[name.Hi]) = (key, key);
    }

    private static bool Stands(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
            if ((at == 0 || !IsPart(text[at - 1])) && (at + name.Length == text.Length || !IsPart(text[at + name.Length]) || char.IsAsciiDigit(name[^1])))
                return true;
        return false;
    }

    private static bool Begins(string text, string stem)
    {
        for (var at = text.IndexOf(stem, StringComparison.Ordinal); at >= 0; at = text.IndexOf(stem, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !IsPart(text[at - 1])) && text.IndexOf("भाव", at, Math.Min(14, text.Length - at), StringComparison.Ordinal) > 0)
                return true;
        return false;
    }

    private static bool IsPart(char letter) => char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Digits of any script become ASCII, so that none slips by.
    private static string Digits(string text) => string.Create(text.Length, text, static (line, from) =>
    {
        for (var i = 0; i < line.Length; i++)
            line[i] = char.IsDigit(from[i]) ? (char)('0' + (int)char.GetNumericValue(from[i])) : from[i];
    });

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digit();
}
