using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Kundli.Features.Charts;
using Kundli.Features.Matching;
using Kundli.Features.Tests.Cases;
using Kundli.Jyotish.Vargas;
using Kundli.Jyotish.Zodiac;
using Xunit;

namespace Kundli.Features.Tests.Texts;

/// <summary>No caste word, no fear, no verdict against a marriage: in the tables of both rooms, and in what is answered, in both languages.</summary>
public sealed partial class ForbiddenWordTests
{
    private static readonly string[] English =
    [
        "brahmin", "kshatriya", "vaishya", "shudra", "mleccha", "caste", "outcaste", "inferior", "superior", "untouchable", "death", "dead", "die", "dies", "dying", "widow", "widower", "divorce",
        "doom", "doomed", "curse", "cursed", "fatal", "ruin", "disaster", "misfortune", "unlucky", "inauspicious", "evil", "sin", "sinful", "unmarriageable", "rejected", "forbidden", "incompatible", "danger",
    ];

    private static readonly string[] EnglishPhrases = ["must not marry", "should not marry", "do not marry", "not recommended", "should be avoided", "must be avoided", "bad luck"];

    private static readonly string[] Hindi =
    [
        "ब्राह्मण", "क्षत्रिय", "वैश्य", "शूद्र", "म्लेच्छ", "जाति", "अछूत", "मृत्यु", "मौत", "विधवा", "विधुर", "तलाक", "अशुभ", "श्राप", "शाप", "विनाश", "सर्वनाश", "दुर्भाग्य", "अनिष्ट", "अमंगल", "पाप", "खतरा", "ख़तरा", "वर्जित", "निषिद्ध",
    ];

    // A plant that kills must say so: its warning is about the plant, not about a person's fate.
    private static readonly HashSet<string> Warnings = [.. Jyotish.Remedies.Plants.All.Where(plant => plant.Warning is not null).SelectMany(plant => new[] { plant.Warning!.En, plant.Warning.Hi })];

    // What recognises a question about death must name it; a customer never reads it.
    private static readonly string[] Listening = ["Kundli.Features.Readings.QuestionMap", "Kundli.Features.Readings.RefusalRules", "Kundli.Features.Readings.UnderstandQuestion"];

    private static readonly JsonSerializerOptions AsAnswered = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    [Fact]
    public void No_table_holds_a_forbidden_word()
    {
        var texts = Tables().ToHashSet(StringComparer.Ordinal);

        Assert.True(texts.Count > 500, $"only {texts.Count} texts were found");
        Assert.Contains("सूर्य", texts);
        Assert.Contains(MatchTexts.Notes[0].Hi, texts);
        Assert.Contains("Kemadruma", texts);
        Assert.Empty(Wrong(texts));
    }

    [Fact]
    public void No_answer_holds_a_forbidden_word()
    {
        var answers = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            var birth = new BirthInput($"{1900 + 2 * i}-{1 + i % 12:00}-{1 + i % 28:00}", $"{i % 24:00}:15", -50 + 1.7 * i, -170 + 5.6 * i);
            var request = new ChartRequest(Birth: birth, Settings: new ChartSettings(Vargas: VargaRules.All));
            answers.Add(Written(Verbs.Draw.Run(request).Value));
            answers.Add(Written(ChartStrengths.Of(Verbs.Draw.Find(request).Value)));
            answers.Add(Written(Verbs.Points.Run(request).Value));
            answers.Add(Written(Verbs.Match.Run(new MatchRequest(Person(6 * i), Person(i * i % 360))).Value));
        }

        Assert.Empty(Wrong(answers.SelectMany(Strings)));
    }

    [Theory]
    [InlineData("brahminVarna")]
    [InlineData("The caste of both")]
    [InlineData("This match is not recommended.")]
    [InlineData("मृत्यु का भय")]
    public void A_forbidden_word_is_found(string text) => Assert.NotEmpty(Wrong([text]));

    private static MatchPerson Person(double moon) => new(Longitudes: new Dictionary<string, double> { ["moon"] = moon });

    private static List<string> Wrong(IEnumerable<string> texts) => [.. texts.Where(text => !Warnings.Contains(text) && IsWrong(text))];

    private static bool IsWrong(string text)
    {
        var words = Words().Matches(text).Select(word => word.Value.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        return words.Overlaps(English) || words.Overlaps(Hindi) || EnglishPhrases.Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
    }

    private static string Written<T>(T answer) => JsonSerializer.Serialize(answer, AsAnswered);

    /// <summary>Every name and every text of a JSON answer.</summary>
    private static IEnumerable<string> Strings(string json)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Walk(JsonDocument.Parse(json).RootElement);
        return found;

        void Walk(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.String)
                found.Add(element.GetString()!);
            if (element.ValueKind == JsonValueKind.Array)
                foreach (var item in element.EnumerateArray())
                    Walk(item);
            if (element.ValueKind == JsonValueKind.Object)
                foreach (var member in element.EnumerateObject())
                {
                    found.Add(member.Name);
                    Walk(member.Value);
                }
        }
    }

    /// <summary>Every text that a static table of the two rooms holds, and every name of an enumeration. What questions are searched for is listened to, never said.</summary>
    private static IEnumerable<string> Tables()
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var type in new[] { typeof(LocalName).Assembly, typeof(ChartAnswer).Assembly }.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Namespace is not null && !Listening.Contains(type.FullName!.Split('+')[0]) && IsOfThisTopic(type.Namespace)))
        {
            if (type.IsEnum)
                texts.UnionWith(Enum.GetNames(type).Where(name => type != typeof(Jyotish.Almanac.Vara)));
            if (type.ContainsGenericParameters)
                continue;
            foreach (var field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
                if (field.GetValue(null) is { } value)
                    Collect(value, texts, seen, depth: 0);
        }
        return texts;
    }

    private static bool IsOfThisTopic(string name) =>
        name.StartsWith("Kundli.Jyotish", StringComparison.Ordinal) || name is "Kundli.Features.Charts" or "Kundli.Features.Matching" or "Kundli.Features.Readings" or "Kundli.Features.Drawings";

    private static void Collect(object value, HashSet<string> texts, HashSet<object> seen, int depth)
    {
        if (value is string text)
            texts.Add(text);
        if (value is string or Delegate or Type or Regex || depth > 6 || value.GetType().IsPrimitive || value.GetType().IsEnum || (!value.GetType().IsValueType && !seen.Add(value)))
            return;
        if (value is IEnumerable items)
            foreach (var item in items)
                if (item is not null)
                    Collect(item, texts, seen, depth + 1);
        if (value.GetType().Namespace is { } name && (name.StartsWith("Kundli", StringComparison.Ordinal) || value.GetType().Name.StartsWith("ValueTuple", StringComparison.Ordinal) || value.GetType().Name.StartsWith("KeyValuePair", StringComparison.Ordinal)))
            foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                if (field.GetValue(value) is { } part)
                    Collect(part, texts, seen, depth + 1);
    }

    /// <summary>Words, also those that a camelCase key is made of.</summary>
    [GeneratedRegex(@"\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|[\p{Lo}\p{M}]+")]
    private static partial Regex Words();
}
