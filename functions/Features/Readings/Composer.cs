namespace Kundli.Features.Readings;

/// <summary>
/// Words findings without a model: patterns of a language filled with its glossary. The same findings give the same text. Each sentence says which findings
/// it rests on, and nothing else of the chart is in it.
/// </summary>
public static class Composer
{
    /// <summary>Who words: what an answer says as <c>generatedBy</c>.</summary>
    public const string Rules = "rules";

    /// <summary>The slot that says which wording a finding takes, where its kind meets the same topic often.</summary>
    internal const string Wording = "wording";

    // Sun … Ketu, each with a number of its own; without the Moon, which is told in no transit, they are different among eight wordings too.
    private static readonly int[] Spread = [0, 8, 2, 3, 4, 5, 6, 7, 1];

    // Children and learning share the fifth house: who sits there is told twice.
    private const int SecondTime = 5;

    /// <summary>A reading of every topic.</summary>
    public static Reading Compose(ChartFindings findings, string language, ReadingLength length) =>
        Compose(findings, language, length, [.. Topics.All.Select(topic => (Charts.Words.Key(topic), topic))]);

    /// <summary>A reading of some topics, each under the name by which it was asked for. A full one that would be too short tells what the whole chart stands on too.</summary>
    public static Reading Compose(ChartFindings findings, string language, ReadingLength length, IReadOnlyList<(string Name, Topic Topic)> topics, int shortMax = Limits.ShortFindingsMax)
    {
        var pack = LanguagePack.Of(language);
        var spoken = new HashSet<string>(StringComparer.Ordinal);
        var sections = topics.Select(topic => Section(pack, findings, length, topic.Name, topic.Topic, spoken, shortMax)).ToList();
        if (length == ReadingLength.Full)
            foreach (var topic in Topics.All.Where(topic => !topic.IsForAdults() && topics.All(asked => asked.Topic != topic)).OrderBy(topic => topic is Topic.Self or Topic.Mind or Topic.Timing ? 0 : 1))
                if (sections.Sum(section => Words(section.Text)) < Limits.FullWordsMin)
                    sections.Add(Section(pack, findings, length, Charts.Words.Key(topic), topic, spoken, shortMax));
        return new(language, Rules, sections, [.. findings.Unsaid.Select(reason => pack.Term("unsaid", reason).Text)], pack.Term("notes", "disclaimer").Text);
    }

    /// <summary>The sentence of one finding.</summary>
    public static ReadingSentence Sentence(string language, Finding finding) => Sentence(LanguagePack.Of(language), finding);

    /// <summary>The words of a text.</summary>
    public static int Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length;

    private static ReadingSection Section(LanguagePack pack, ChartFindings findings, ReadingLength length, string name, Topic topic, HashSet<string> spoken, int shortMax)
    {
        var all = findings.About(topic).ToList();
        if (all.Count == 0)
        {
            var nothing = Pattern.Fill(pack, pack.Pattern("nothing", (int)topic), Theme(topic));
            return new(name, nothing, [new(nothing, [])], []);
        }
        var told = all.Take(length == ReadingLength.Short ? shortMax : Limits.FullFindingsMax).ToList();
        var sentences = new List<ReadingSentence>();
        foreach (var finding in InOrder(told))
        {
            sentences.Add(Sentence(pack, finding));
            if (length == ReadingLength.Full && More(pack, finding, spoken) is { } more)
                sentences.Add(more);
        }
        if (length == ReadingLength.Full && Verdict(pack, topic, told, spoken) is { } verdict)
            sentences.AddRange(verdict);
        return new(name, string.Join(' ', sentences.Select(sentence => sentence.Text)), sentences, [.. told.Select(Evidence.Of)]);
    }

    // From what a person is to what passes: the frame first, periods last. Within a kind the order of the findings stays.
    private static IEnumerable<Finding> InOrder(IEnumerable<Finding> findings) => findings.OrderBy(finding => finding.Rule.Split('.')[0] switch
    {
        "risingSign" or "moonSign" => 0,
        "dasha" or "dashaSign" => finding.Rule.Split('.')[1] switch { "maha" => 0, "antar" or "own" => 1, _ => 2 },
        "birthStar" => 1,
        "lord" or "lordAtHome" => 2,
        "dignity" or "combust" => 3,
        "occupant" => 4,
        "aspect" => 5,
        "karaka" or "karakaSign" => 6,
        "yoga" => 7,
        "varga" => 8,
        "bindus" => 9,
        _ => 10,
    }).ThenBy(finding => finding.Window?.From);

    private static ReadingSentence Sentence(LanguagePack pack, Finding finding) =>
        new(Pattern.Fill(pack, pack.Pattern(finding.Rule, Number(finding)), finding.Slots), [finding.Id]);

    // The advice that goes with a place or a graha is said once in a reading: a second time it would be a phrase.
    private static ReadingSentence? More(LanguagePack pack, Finding finding, HashSet<string> spoken)
    {
        var (category, key) = finding.Rule.Split('.')[0] switch
        {
            "lord" or "lordAtHome" => ("houseMore", KeyOf(finding, "place")),
            "occupant" or "transit" => (finding.Polarity == Polarity.Supportive ? "giftMore" : "burdenMore", KeyOf(finding, "graha")),
            _ => ("", ""),
        };
        return category.Length > 0 && pack.Has(category, key) && spoken.Add($"{category}/{key}") ? new(pack.Term(category, key).Text, [finding.Id]) : null;
    }

    private static string KeyOf(Finding finding, string slot) => finding.Slots[slot].Split('/')[1];

    // A contradiction is told and resolved: the stronger side, or both where neither outweighs. It rests on everything that was weighed.
    private static IEnumerable<ReadingSentence>? Verdict(LanguagePack pack, Topic topic, List<Finding> told, HashSet<string> spoken)
    {
        if (topic is Topic.Timing || told.Count < 2)
            return null;
        var (pro, con) = (Sum(told, Polarity.Supportive), Sum(told, Polarity.Challenging));
        var (helper, hinderer) = (Strongest(told, Polarity.Supportive), Strongest(told, Polarity.Challenging));
        if (helper is null && hinderer is null)
            return null;
        var outcome = helper is null ? "challenging" : hinderer is null ? "supportive"
            : pro - con > FindingWeights.Margin ? "bothSupportive" : con - pro > FindingWeights.Margin ? "bothChallenging" : "bothEven";
        var slots = Theme(topic);
        if (helper is not null)
            slots["helper"] = helper.Slots["graha"];
        if (hinderer is not null)
            slots["hinderer"] = hinderer.Slots["graha"];
        if (helper is not null && hinderer is not null && slots["helper"] == slots["hinderer"])
            outcome = "same";
        var verdict = new List<ReadingSentence> { new(Pattern.Fill(pack, pack.Pattern($"verdict.{outcome}", (int)topic), slots), [.. told.Select(finding => finding.Id)]) };
        if (hinderer is not null && spoken.Add($"acts/{hinderer.Slots["graha"]}"))
        {
            var key = KeyOf(hinderer, "graha");
            slots["act"] = $"acts/{key}";
            verdict.Add(new(Pattern.Fill(pack, pack.Pattern("remedy", (int)GrahaOf(key)), slots), [.. told.Select(finding => finding.Id)]));
        }
        return verdict;
    }

    private static double Sum(List<Finding> told, Polarity polarity) => told.Where(finding => finding.Polarity == polarity).Sum(finding => finding.Strength);

    private static Finding? Strongest(List<Finding> told, Polarity polarity) =>
        told.FirstOrDefault(finding => finding.Polarity == polarity && finding.Slots.ContainsKey("graha"));

    private static Dictionary<string, string> Theme(Topic topic) => new(StringComparer.Ordinal) { ["theme"] = $"themes/{Charts.Words.Key(topic)}" };

    // Which wording: what a topic says once is worded by the topic, what a graha does once by the graha, the rest by both. So nothing else in the chart moves it.
    private static int Number(Finding finding)
    {
        if (finding.Slots.ContainsKey(Wording))
            return int.Parse(KeyOf(finding, Wording), System.Globalization.CultureInfo.InvariantCulture);
        var graha = finding.Slots.ContainsKey("graha") ? Spread[(int)GrahaOf(KeyOf(finding, "graha"))] : 0;
        return finding.Rule.Split('.')[0] switch
        {
            "occupant" or "transit" => graha + (finding.Topic == Topic.Learning ? SecondTime : 0),
            "aspect" or "ahead" => (int)finding.Topic + graha,
            _ => (int)finding.Topic,
        };
    }

    private static Astronomy.Sky.Graha GrahaOf(string key) => Enum.Parse<Astronomy.Sky.Graha>(key, ignoreCase: true);
}
