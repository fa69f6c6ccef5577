using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kundli.Features.Readings;

/// <summary>
/// Which questions are refused: by ideas that come together, not by sentences. An idea (<c>how long</c>, <c>alive</c>, <c>somebody else</c>) is a list of words in the data; a rule says which ideas
/// make a refusal when they stand in one question, and which take it back. What only sounds like an idea (<c>dying to know</c>) is put aside first.
/// </summary>
internal static class RefusalRules
{
    private static readonly Parsed Rules = Load();

    /// <summary>Why the words are not answered, or null. The rules stand in order: danger comes first.</summary>
    public static Refusal? Of(string words)
    {
        var rest = Rules.Idioms.Replace(words, " ~ ");
        var found = new Dictionary<string, bool>(StringComparer.Ordinal);
        bool Speaks(string idea)
        {
            if (!found.TryGetValue(idea, out var speaks))
                found[idea] = speaks = Rules.Ideas[idea].IsMatch(rest);
            return speaks;
        }

        return Rules.Ordered.FirstOrDefault(rule => rule.All.All(Speaks) && !rule.Unless.Any(Speaks))?.Kind;
    }

    private static Parsed Load()
    {
        using var stream = typeof(RefusalRules).Assembly.GetManifestResourceStream("Kundli.Features.Readings.Data.refusals.json")!;
        var file = JsonSerializer.Deserialize<RawFile>(stream, JsonSerializerOptions.Web)!;
        return new(
            QuestionPattern.Any(file.Idioms),
            file.Ideas.ToDictionary(idea => idea.Key, idea => QuestionPattern.Any(idea.Value), StringComparer.Ordinal),
            [.. file.Rules.Select(rule => new Rule(Enum.Parse<Refusal>(rule.Kind, ignoreCase: true), Known(file, rule.All), Known(file, rule.Unless ?? [])))]);
    }

    private static string[] Known(RawFile file, string[] ideas) =>
        ideas.FirstOrDefault(idea => !file.Ideas.ContainsKey(idea)) is { } unknown ? throw new InvalidDataException($"A rule names the idea '{unknown}', which the file does not have.") : ideas;

    private sealed record Parsed(Regex Idioms, Dictionary<string, Regex> Ideas, Rule[] Ordered);

    private sealed record Rule(Refusal Kind, string[] All, string[] Unless);

    private sealed record RawFile(string[] Idioms, Dictionary<string, string[]> Ideas, RawRule[] Rules);

    private sealed record RawRule(string Kind, string[] All, string[]? Unless);
}
