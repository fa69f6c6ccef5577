using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kundli.Features.Readings;

/// <summary>Why a question is not answered from a chart.</summary>
public enum Refusal
{
    /// <summary>Somebody may be in danger: help comes before everything else.</summary>
    SelfHarm,

    /// <summary>The sex of a child: forbidden to tell in India (PCPNDT Act 1994).</summary>
    ChildSex,

    /// <summary>Pregnancy.</summary>
    Pregnancy,

    /// <summary>Length of life and death.</summary>
    Lifespan,

    /// <summary>Illness and cure.</summary>
    Diagnosis,

    /// <summary>Outcomes before a court.</summary>
    Legal,

    /// <summary>Markets and games of chance.</summary>
    Market,

    /// <summary>Secrets of others.</summary>
    Others,

    /// <summary>Marriage and love of a child.</summary>
    Minors,
}

/// <summary>The time that a question is about.</summary>
public enum AskedTime
{
    /// <summary>No time was named.</summary>
    Any,

    /// <summary>Today.</summary>
    Today,

    /// <summary>What runs now.</summary>
    Now,

    /// <summary>The calendar month.</summary>
    ThisMonth,

    /// <summary>The next calendar month.</summary>
    NextMonth,

    /// <summary>The calendar year.</summary>
    ThisYear,

    /// <summary>The next calendar year.</summary>
    NextYear,

    /// <summary>A year that was named.</summary>
    Year,

    /// <summary>"When?": the years ahead.</summary>
    Ahead,
}

/// <summary>What a question was understood as. Nothing else of it is looked at again: no word of a question reaches an answer or a model.</summary>
/// <param name="Topic">What about, or null.</param>
/// <param name="Time">Which time.</param>
/// <param name="Year">The year, for <see cref="AskedTime.Year"/>.</param>
/// <param name="Refusal">Why it is not answered, or null.</param>
public sealed record UnderstoodQuestion(Topic? Topic, AskedTime Time, int? Year, Refusal? Refusal)
{
    /// <summary>The same question with the topic of the one before, where it names none itself: "and next year?".</summary>
    public UnderstoodQuestion After(Topic? before) => Topic is null && Refusal is null && Time != AskedTime.Any ? this with { Topic = before } : this;
}

/// <summary>Maps questions in English, Devanagari and romanised Hindi by phrases; the phrases are data.</summary>
public static partial class QuestionMap
{
    private static readonly MapFile Map = Load();

    /// <summary>Understands a question by rules alone.</summary>
    public static UnderstoodQuestion Understand(string question)
    {
        var words = QuestionWords.Normalise(question);
        var refusal = Map.Refusals.Where(rule => rule.Fits(words)).Select(rule => (Refusal?)rule.Kind).FirstOrDefault();
        var (time, year) = Time(words);
        return new(TopicOf(words), time, year, refusal);
    }

    // The longest phrases win; of equals the first in the file. "A good time" speaks of the periods only where no other topic is named.
    private static Topic? TopicOf(string words)
    {
        Topic? best = null;
        var most = 0;
        foreach (var (topic, phrases) in Map.Topics)
            if (phrases.Where(phrase => words.Contains(phrase, StringComparison.Ordinal)).Sum(phrase => phrase.Split(' ').Length - 2) is var score && score > most && (topic != Readings.Topic.Timing || best is null))
                (best, most) = (topic, score);
        return best;
    }

    private static (AskedTime Time, int? Year) Time(string words)
    {
        if (YearPattern().Match(words) is { Success: true } year)
            return (AskedTime.Year, int.Parse(year.Value, System.Globalization.CultureInfo.InvariantCulture));
        foreach (var (time, phrases) in Map.Windows)
            if (phrases.Any(phrase => words.Contains(phrase, StringComparison.Ordinal)))
                return (time, null);
        return (AskedTime.Any, null);
    }

    [GeneratedRegex(@"(?<= )20[2-9]\d(?= )", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearPattern();

    private static MapFile Load()
    {
        using var stream = typeof(QuestionMap).Assembly.GetManifestResourceStream("Kundli.Features.Readings.Data.questions.json")!;
        var file = JsonSerializer.Deserialize<RawFile>(stream, JsonSerializerOptions.Web)!;
        return new(
            [.. file.Topics.Select(topic => (Enum.Parse<Topic>(topic.Key, ignoreCase: true), Phrases(topic.Value)))],
            [.. file.Windows.Select(window => (Enum.Parse<AskedTime>(window.Key, ignoreCase: true), Phrases(window.Value)))],
            [.. file.Refusals.Select(rule => new RefusalRule(Enum.Parse<Refusal>(rule.Kind, ignoreCase: true), [.. rule.All.Select(Phrases)], Phrases(rule.Unless ?? [])))]);
    }

    private static string[] Phrases(string[] phrases) => [.. phrases.Select(QuestionWords.Normalise).Distinct(StringComparer.Ordinal)];

    private sealed record MapFile(IReadOnlyList<(Topic Topic, string[] Phrases)> Topics, IReadOnlyList<(AskedTime Time, string[] Phrases)> Windows, IReadOnlyList<RefusalRule> Refusals);

    private sealed record RefusalRule(Refusal Kind, string[][] All, string[] Unless)
    {
        public bool Fits(string words)
        {
            var rest = Unless.Aggregate(words, (line, phrase) => line.Replace(phrase, " ", StringComparison.Ordinal));
            return All.All(group => group.Any(phrase => rest.Contains(phrase, StringComparison.Ordinal)));
        }
    }

    private sealed record RawFile(Dictionary<string, string[]> Topics, Dictionary<string, string[]> Windows, RawRefusal[] Refusals);

    private sealed record RawRefusal(string Kind, string[][] All, string[]? Unless);
}
