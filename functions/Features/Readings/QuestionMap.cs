using System.Globalization;
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

/// <summary>What a question was understood as. Nothing else of it is looked at again: no word of a question reaches an answer, or the model that words it.</summary>
/// <param name="Topic">What about, or null.</param>
/// <param name="Time">Which time.</param>
/// <param name="Year">The year, for <see cref="AskedTime.Year"/>.</param>
/// <param name="Refusal">Why it is not answered, or null.</param>
public sealed record UnderstoodQuestion(Topic? Topic, AskedTime Time, int? Year, Refusal? Refusal)
{
    /// <summary>The same question with the topic of the one before, where it names none itself: "and next year?".</summary>
    public UnderstoodQuestion After(Topic? before) => Topic is null && Refusal is null && Time != AskedTime.Any ? this with { Topic = before } : this;

    /// <summary>The same question with the topic of its time, where a time is all that it names: "how will next year be?".</summary>
    public UnderstoodQuestion ByTime() => this with
    {
        Topic = Topic ?? Time switch
        {
            AskedTime.Today or AskedTime.ThisMonth or AskedTime.NextMonth => Readings.Topic.ThisMonth,
            AskedTime.ThisYear or AskedTime.NextYear or AskedTime.Year => Readings.Topic.Timing,
            _ => null,
        },
    };
}

/// <summary>Maps questions in English, Devanagari and romanised Hindi to topics and times by words; the words are data.</summary>
public static partial class QuestionMap
{
    private static readonly MapFile Map = Load();

    /// <summary>Understands a question by rules alone.</summary>
    public static UnderstoodQuestion Understand(string question)
    {
        var words = QuestionWords.Normalise(question);
        var (time, year) = Time(words);
        return new(TopicOf(words), time, year, RefusalRules.Of(words));
    }

    // "A good time", "my chart" and "this month" are about the periods, the person and the transits only where nothing more particular is named.
    private static Topic? TopicOf(string words) => MostNamed(Map.Topics, words) ?? MostNamed(Map.General, words);

    // The topic with the most words; of equals the first in the file.
    private static Topic? MostNamed(IReadOnlyList<(Topic Topic, Regex Phrases)> topics, string words) => topics
        .Select(entry => (entry.Topic, Words: entry.Phrases.Matches(words).Sum(found => found.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length)))
        .Where(named => named.Words > 0)
        .OrderByDescending(named => named.Words)
        .Select(named => (Topic?)named.Topic)
        .FirstOrDefault();

    private static (AskedTime Time, int? Year) Time(string words)
    {
        if (YearPattern().Match(words) is { Success: true } year)
            return (AskedTime.Year, int.Parse(year.ValueSpan, CultureInfo.InvariantCulture));
        return (Map.Windows.FirstOrDefault(window => window.Phrases.IsMatch(words)).Time, null);
    }

    [GeneratedRegex(@"(?<= )20[2-9]\d(?= )", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearPattern();

    private static MapFile Load()
    {
        using var stream = typeof(QuestionMap).Assembly.GetManifestResourceStream("Kundli.Features.Readings.Data.questions.json")!;
        var file = JsonSerializer.Deserialize<RawFile>(stream, JsonSerializerOptions.Web)!;
        return new(
            Named<Topic>(file.Topics),
            Named<Topic>(file.General),
            Named<AskedTime>(file.Windows));
    }

    private static List<(TName Name, Regex Phrases)> Named<TName>(Dictionary<string, string[]> phrases)
        where TName : struct, Enum => [.. phrases.Select(entry => (Enum.Parse<TName>(entry.Key, ignoreCase: true), QuestionPattern.Any(entry.Value)))];

    private sealed record MapFile(IReadOnlyList<(Topic Topic, Regex Phrases)> Topics, IReadOnlyList<(Topic Topic, Regex Phrases)> General, IReadOnlyList<(AskedTime Time, Regex Phrases)> Windows);

    private sealed record RawFile(Dictionary<string, string[]> Topics, Dictionary<string, string[]> General, Dictionary<string, string[]> Windows);
}
