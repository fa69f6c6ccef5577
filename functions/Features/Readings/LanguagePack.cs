using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Kundli.Features.Readings;

/// <summary>A word of a language: its forms, and the features that other words agree with.</summary>
internal sealed record Term(string Text, IReadOnlyDictionary<string, string> Forms)
{
    /// <summary>Reads <c>text|form=other text|g=f</c>.</summary>
    public static Term Parse(string line)
    {
        var parts = line.Split('|');
        return new(parts[0], parts.Skip(1).Select(part => part.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));
    }

    /// <summary>A form, or the plain text where it has no such form.</summary>
    public string Form(string name) => Forms.GetValueOrDefault(name, Text);

    /// <summary>The feature that others agree with: m, f or p.</summary>
    public string Agreement => Forms.GetValueOrDefault("g", "m");
}

/// <summary>A language as data: glossary, patterns and joints. Another language is another file, no code.</summary>
public sealed class LanguagePack
{
    private const string Folder = "Kundli.Features.Readings.Data.";

    private static readonly ConcurrentDictionary<string, LanguagePack> Loaded = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Dictionary<string, Term>> _glossary;
    private readonly Dictionary<string, string[]> _patterns;

    private LanguagePack(string language, PackFile file)
    {
        Language = language;
        _glossary = file.Glossary.ToDictionary(category => category.Key, category => category.Value.ToDictionary(term => term.Key, term => Readings.Term.Parse(term.Value), StringComparer.Ordinal), StringComparer.Ordinal);
        // Plants have one home for their names: the table that remedies, finder and shop share. The language says which of them it uses.
        _glossary["plants"] = Jyotish.Remedies.Plants.All.ToDictionary(
            plant => plant.Slug, plant => Readings.Term.Parse(string.Format(CultureInfo.InvariantCulture, Term("joints", "plant").Text, plant.Name.En, plant.Name.Hi, plant.ScientificName)), StringComparer.Ordinal);
        _patterns = file.Patterns;
    }

    /// <summary>Its code: <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>The codes of every language that has a pack.</summary>
    public static IReadOnlyList<string> Languages { get; } =
        [.. typeof(LanguagePack).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder + "language.", StringComparison.Ordinal)).Select(name => name[(Folder.Length + 9)..^5]).Order(StringComparer.Ordinal)];

    /// <summary>The pack of a language.</summary>
    /// <exception cref="KeyNotFoundException">There is none: see <see cref="Languages"/>.</exception>
    public static LanguagePack Of(string language) => Languages.Contains(language) ? Loaded.GetOrAdd(language, Load) : throw new KeyNotFoundException($"No language '{language}'.");

    /// <summary>Whether a term is in the glossary.</summary>
    internal bool Has(string category, string key) => _glossary.TryGetValue(category, out var terms) && terms.ContainsKey(key);

    internal Term Term(string category, string key) => _glossary[category][key];

    internal IReadOnlyDictionary<string, Term> Category(string category) => _glossary[category];

    /// <summary>A pattern of a rule; the number chooses among its wordings, always the same for the same number.</summary>
    internal string Pattern(string rule, int number) => _patterns.TryGetValue(rule, out var wordings) ? wordings[number % wordings.Length] : throw new KeyNotFoundException($"No pattern '{rule}' in '{Language}'.");

    internal bool HasPattern(string rule) => _patterns.ContainsKey(rule);

    private static LanguagePack Load(string language)
    {
        using var stream = typeof(LanguagePack).Assembly.GetManifestResourceStream($"{Folder}language.{language}.json")!;
        return new(language, JsonSerializer.Deserialize<PackFile>(stream, JsonSerializerOptions.Web)!);
    }

    private sealed record PackFile(Dictionary<string, Dictionary<string, string>> Glossary, Dictionary<string, string[]> Patterns);
}
