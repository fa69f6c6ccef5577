using System.Globalization;
using System.Text.Json;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Features.Readings;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Transits;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Horoscopes;

/// <summary>The words of a language for horoscopes. Another language is another file, no code.</summary>
internal sealed record HoroscopePack
{
    private const string Folder = "Kundli.Features.Horoscopes.Data.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, HoroscopePack> Packs = typeof(HoroscopePack).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(LanguageOf, Load, StringComparer.Ordinal);

    /// <summary>How many wordings an effect has at least: who is told of more often is told of without it.</summary>
    public const int Wordings = 2;

    /// <summary>The languages that have a file.</summary>
    public static IReadOnlyCollection<string> Languages => Packs.Keys;

    public required string[] Houses { get; init; }

    public required string[] Themes { get; init; }

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

    /// <summary>The lord of the day, where another paragraph has told of the same graha.</summary>
    public required string[] Again { get; init; }

    public required string[] Enters { get; init; }

    public required string[] TurnsBack { get; init; }

    public required string[] TurnsOn { get; init; }

    public required string[] Stays { get; init; }

    /// <summary>How long a graha stays that does not move on: all week, all month.</summary>
    public required Dictionary<string, string> Whole { get; init; }

    public required string[] Looks { get; init; }

    public required string Path { get; init; }

    public required string PathStay { get; init; }

    public required string FullMoon { get; init; }

    public required string NewMoon { get; init; }

    public required string Span { get; init; }

    /// <summary>Where something stands, from the sign of the reader; in that very sign it is <see cref="PlaceOwn"/>.</summary>
    public required string Place { get; init; }

    public required string PlaceOwn { get; init; }

    public required string Lagna { get; init; }

    public required string Dasha { get; init; }

    public required string Bindus { get; init; }

    public required string Disclaimer { get; init; }

    public static HoroscopePack Of(string language) => Packs[language];

    // Names have one home for horoscopes and readings: the glossary of the language, and the almanac's own.
    private string Language { get; init; } = "";

    public string Name(Graha graha) => LanguagePack.Of(Language).Term("grahas", Words.Key(graha)).Text;

    public string Name(Rashi sign) => LanguagePack.Of(Language).Term("signs", Words.Key(sign)).Text;

    public string Name(Nakshatra star) => LanguagePack.Of(Language).Term("stars", Words.Key(star)).Text;

    public string Month(int month) => LanguagePack.Of(Language).Term("months", month.ToString(CultureInfo.InvariantCulture)).Text;

    public string Tithi(int tithi) => AlmanacNames.Tithi(tithi).In(Language);

    public string Weekday(Vara vara) => AlmanacNames.Of(vara).In(Language);

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

    private static string LanguageOf(string resource) => resource[Folder.Length..^".json".Length];

    private static HoroscopePack Load(string resource)
    {
        using var stream = typeof(HoroscopePack).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<HoroscopePack>(stream, Json)! with { Language = LanguageOf(resource) };
    }
}
