using System.Globalization;
using System.Text.Json;
using Kundli.Astronomy.Sky;
using Kundli.Features.Charts;
using Kundli.Jyotish.Zodiac;
using Kundli.Testing;

namespace Kundli.Features.Tests.Cases;

/// <summary>A case of Data/*.json: values of a book or a program, with their source, the settings under which they hold and their tolerance.</summary>
internal sealed record PublishedCase(string Id, string Kind, string Trust, JsonElement Settings, JsonElement Input, JsonElement Expected, JsonElement Tolerance)
{
    private static readonly string[] Files =
        ["ashtakavarga", "calendar", "charts", "doshas", "festivals", "guna_milan", "other_dashas", "panchang", "shadbala", "special_points", "transits", "vargas", "vimshottari", "yogas"];

    public static IReadOnlyList<PublishedCase> All { get; } = [.. Files.SelectMany(file => Read(Repository.At("tests", "Kundli.Features.Tests", "Cases", "Data", $"{file}.json")))];

    public static IEnumerable<string> FileNames => Files;

    /// <summary>The request that the case's birth and settings make.</summary>
    public ChartRequest Birth(ChartSettings? settings = null) => new(Birth: new BirthInput(
        Text("local_date"), Text("local_time"), Input.Number("latitude"), Input.Number("longitude"),
        TimeZone: Input.Has("timezone") ? Text("timezone") : null,
        UtcOffset: Input.Has("utc_offset_hours") ? OffsetText(Input.Number("utc_offset_hours")) : null), Settings: settings ?? ChartSettings());

    /// <summary>The conventions that the case names.</summary>
    public ChartSettings ChartSettings() => new(
        Settings.Has("ayanamsa") ? AyanamsaOf(Settings.Text("ayanamsa")) : Ayanamsa.Lahiri,
        DashaYear: Settings.Has("year_days") && Settings.Number("year_days") > 365.25 ? Jyotish.Dashas.DashaYear.Sidereal : Jyotish.Dashas.DashaYear.Julian,
        Positions: Settings.Has("position") && Settings.Text("position").StartsWith("geometric", StringComparison.Ordinal) ? PositionKind.True : null);

    public string Text(string name) => Input.Text(name);

    /// <summary>A local time of the case as an instant.</summary>
    public DateTimeOffset Instant(string local) =>
        new(DateTime.Parse(local, CultureInfo.InvariantCulture), TimeSpan.FromHours(Input.Number("utc_offset_hours")));

    private static Ayanamsa AyanamsaOf(string name) => name switch
    {
        _ when name.StartsWith("true_chitra", StringComparison.Ordinal) => Ayanamsa.TrueChitra,
        "raman" => Ayanamsa.Raman,
        _ when name.StartsWith("lahiri", StringComparison.Ordinal) => Ayanamsa.Lahiri,
        _ => throw new NotSupportedException(name),
    };

    private static string OffsetText(double hours)
    {
        var offset = TimeSpan.FromSeconds(Math.Round(hours * 3600));
        return (hours < 0 ? "-" : "+") + offset.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture);
    }

    private static IEnumerable<PublishedCase> Read(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray().Select(found => new PublishedCase(
        found.Text("id"), found.Text("kind"), found.Text("trust"), found.GetProperty("settings"), found.GetProperty("input"), found.GetProperty("expected"), found.GetProperty("tolerance")));
}

/// <summary>How the cases write things.</summary>
internal static class CaseWords
{
    public static bool Has(this JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static Nakshatra Star(this string name) => Enum.Parse<Nakshatra>(name.Replace(" ", "", StringComparison.Ordinal));

    public static Rashi Sign(this string name) => Enum.Parse<Rashi>(name);

    public static string Key(this string name) => JsonNamingPolicy.CamelCase.ConvertName(name.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>Given longitudes: everybody in the middle of the sign.</summary>
    public static ChartRequest ToLongitudes(this JsonElement signs) =>
        new(Longitudes: signs.EnumerateObject().ToDictionary(place => place.Name.Key(), place => 30.0 * (int)place.Value.GetString()!.Sign() + 15));

    /// <summary>Given longitudes in degrees.</summary>
    public static ChartRequest ToDegrees(this JsonElement places) => new(Longitudes: places.EnumerateObject().ToDictionary(place => place.Name.Key(), place => place.Value.GetDouble()));

    /// <summary>Null when both are equal, else what was expected and what came.</summary>
    public static string? Same<T>(string what, T expected, T actual) => EqualityComparer<T>.Default.Equals(expected, actual) ? null : $"{what}: expected {expected}, was {actual}";

    /// <summary>Null when two numbers are near, else both.</summary>
    public static string? Near(string what, double expected, double actual, double tolerance) =>
        Math.Abs(expected - actual) <= tolerance ? null : string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected}, was {actual:0.####}");

    /// <summary>The same for angles, around the circle.</summary>
    public static string? NearAngle(string what, double expected, double actual, double tolerance) =>
        Math.Abs(Math.IEEERemainder(expected - actual, 360)) <= tolerance ? null : string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected}, was {actual:0.######}");

    /// <summary>The same for instants.</summary>
    public static string? Near(string what, DateTimeOffset expected, DateTimeOffset? actual, TimeSpan tolerance) =>
        actual is { } there && (expected - there).Duration() <= tolerance ? null : $"{what}: expected {expected:u}, was {actual:u}";
}
