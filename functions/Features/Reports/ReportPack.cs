using System.Text.Json;
using Kundli.Features.Readings;

namespace Kundli.Features.Reports;

/// <summary>The fixed words of reports in a language. Another language is another file, no code.</summary>
internal sealed class ReportPack(string language, IReadOnlyDictionary<string, string> words)
{
    private const string Folder = "Kundli.Features.Reports.Data.";
    private const string Book = "book.";

    private static readonly Dictionary<string, ReportPack> Packs = typeof(ReportPack).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => Load(name, name[Folder.Length..^".json".Length])).ToDictionary(pack => pack.Language, StringComparer.Ordinal);

    // The longest names come before those that begin alike.
    private readonly (string Latin, string Written)[] _books =
        [.. words.Where(word => word.Key.StartsWith(Book, StringComparison.Ordinal)).Select(word => (Latin: word.Key[Book.Length..], Written: word.Value)).OrderByDescending(book => book.Latin.Length)];

    /// <summary>The languages that have a file.</summary>
    public static IReadOnlyCollection<string> Languages => Packs.Keys;

    public string Language => language;

    public bool IsHindi => language == "hi";

    /// <summary>A word by its key.</summary>
    /// <exception cref="KeyNotFoundException">The file lacks it: a bug that a test finds.</exception>
    public string this[string key] => words[key];

    /// <summary>A sentence with its values.</summary>
    public string Say(string key, params object[] values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, words[key], values);

    /// <summary>The word of a key that only some texts have, or the key itself.</summary>
    public string Or(string key) => words.GetValueOrDefault(key, key);

    /// <summary>A yoga as the language writes it, or as the books do in Latin letters.</summary>
    public string Yoga(string id, string name) => words.GetValueOrDefault("yoga." + id, name);

    /// <summary>A source with its books as the language writes them.</summary>
    public string Source(string source) => _books.Aggregate(source, (text, book) => text.Replace(book.Latin, book.Written, StringComparison.Ordinal));

    /// <summary>A value that may be another on the same day is marked as such.</summary>
    public string Sure(string value, bool isCertain) => isCertain ? value : $"{value} ({words["notCertain"]})";

    /// <summary>A day by universal time, as the language writes it.</summary>
    public string Day(DateTimeOffset at) => Day(at.UtcDateTime.Day, at.UtcDateTime.Month, at.UtcDateTime.Year);

    /// <summary>A civil day.</summary>
    public string Day(NodaTime.LocalDate date) => Day(date.Day, date.Month, date.Year);

    /// <summary>A clock time near a day; with its date where that is another.</summary>
    public string Moment(NodaTime.LocalDateTime at, DateOnly day)
    {
        var clock = at.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return at.Date.ToDateOnly() == day ? clock : Say("clockOfDay", clock, at.Day, Month(at.Month));
    }

    /// <summary>What one thing after the other is, with the time at which each gives way; a single one stands alone.</summary>
    public string Changing(IReadOnlyList<(string Name, string Until)> parts) => parts is [var only]
        ? only.Name
        : string.Join(", ", parts.SkipLast(1).Select(part => Say("untilTime", part.Name, part.Until))) + Say("then", parts[^1].Name);

    public string Name(Jyotish.Zodiac.LocalName name) => name.In(language);

    public static ReportPack Of(string language) => Packs[language];

    // Months have one home for their spelling: the glossary of the readings.
    private string Month(int month) => LanguagePack.Of(language).Term("months", month.ToString(System.Globalization.CultureInfo.InvariantCulture)).Text;

    private string Day(int day, int month, int year) => $"{day} {Month(month)} {year}";

    private static ReportPack Load(string resource, string language)
    {
        using var stream = typeof(ReportPack).Assembly.GetManifestResourceStream(resource)!;
        return new(language, JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!);
    }
}
