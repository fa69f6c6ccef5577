using System.Text.Json;
using Kundli.Testing;

namespace Kundli.Features.Tests.Readings;

/// <summary>The language packs as files.</summary>
internal static class LanguageFiles
{
    public static (IReadOnlyList<string> Words, IReadOnlyList<string> Patterns) Read(string language)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.At("functions", "Features", "Readings", "Data", $"language.{language}.json")));
        return (
            [.. file.RootElement.GetProperty("glossary").EnumerateObject().SelectMany(category => category.Value.EnumerateObject().Select(term => $"{category.Name}/{term.Name}"))],
            [.. file.RootElement.GetProperty("patterns").EnumerateObject().Select(pattern => $"{pattern.Name} {pattern.Value.GetArrayLength()}")]);
    }
}
