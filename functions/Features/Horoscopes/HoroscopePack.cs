using System.Text.Json;
using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Transits;

namespace Kundli.Features.Horoscopes;

/// <summary>The words of a language for horoscopes. Another language is another file, no code.</summary>
internal sealed record HoroscopePack
{
    private const string Folder = "Kundli.Features.Horoscopes.Data.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, HoroscopePack> Packs = typeof(HoroscopePack).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(name => name[Folder.Length..^".json".Length], Load, StringComparer.Ordinal);

    /// <summary>The languages that have a file.</summary>
    public static IReadOnlyCollection<string> Languages => Packs.Keys;

    public required string[] Grahas { get; init; }

    public required string[] Signs { get; init; }

    public required string[] Nakshatras { get; init; }

    /// <summary>The thirty tithis, from the first of the bright half.</summary>
    public required string[] Tithis { get; init; }

    public required string[] Houses { get; init; }

    public required string[] Themes { get; init; }

    public required string[] Weekdays { get; init; }

    public required string[] Months { get; init; }

    public required string Date { get; init; }

    public required string Retrograde { get; init; }

    public required string List { get; init; }

    public required string[][] Favourable { get; init; }

    public required string[][] Careful { get; init; }

    public required string[] Moon { get; init; }

    public required string[] MoonTurns { get; init; }

    public required string[] MoonStar { get; init; }

    public required string[] Ruler { get; init; }

    public required string[] Host { get; init; }

    public required string[] Day { get; init; }

    public required string[] Enters { get; init; }

    public required string[] TurnsBack { get; init; }

    public required string[] TurnsOn { get; init; }

    public required string[] Stays { get; init; }

    public required string[] Looks { get; init; }

    public required string Path { get; init; }

    public required string PathStay { get; init; }

    public required string FullMoon { get; init; }

    public required string NewMoon { get; init; }

    public required string Span { get; init; }

    public required string Lagna { get; init; }

    public required string Dasha { get; init; }

    public required string Bindus { get; init; }

    public required string Disclaimer { get; init; }

    public static HoroscopePack Of(string language) => Packs[language];

    /// <summary>What a graha does in a house, by the rule of <see cref="Gochara"/>; the number chooses the wording.</summary>
    public string Effect(Graha graha, int house, int number)
    {
        var wordings = (Gochara.IsFavourable(graha, house) ? Favourable : Careful)[(int)graha];
        return wordings[number % wordings.Length].Replace("{theme}", Themes[house - 1], StringComparison.Ordinal);
    }

    /// <summary>Puts words into a template; one at the beginning of a sentence is written <c>{Name}</c>.</summary>
    public static string Fill(string template, params ReadOnlySpan<(string Name, string Value)> words)
    {
        foreach (var (name, value) in words)
            template = template
                .Replace($"{{{name}}}", value, StringComparison.Ordinal)
                .Replace($"{{{char.ToUpperInvariant(name[0])}{name[1..]}}}", Capital(value), StringComparison.Ordinal);
        return template;
    }

    private static string Capital(string value) => value.Length == 0 ? value : $"{char.ToUpperInvariant(value[0])}{value[1..]}";

    private static HoroscopePack Load(string resource)
    {
        using var stream = typeof(HoroscopePack).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<HoroscopePack>(stream, Json)!;
    }
}
