using System.Text.Json;
using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;
using Kundli.Testing;

namespace Kundli.Jyotish.Tests.Cases;

/// <summary>The published cases of tests/Kundli.Jyotish.Tests/Data; each names its source, its settings and its tolerance.</summary>
internal static class Cases
{
    public static IEnumerable<JsonElement> Of(string file, string kind) =>
        JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "Kundli.Jyotish.Tests", "Data", file))).RootElement.EnumerateArray()
            .Where(found => found.GetProperty("kind").GetString() == kind);

    public static string Id(this JsonElement found) => found.GetProperty("id").GetString()!;

    public static JsonElement Input(this JsonElement found) => found.GetProperty("input");

    public static JsonElement Expected(this JsonElement found) => found.GetProperty("expected");

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static Nakshatra Star(this JsonElement element, string name) => Enum.Parse<Nakshatra>(element.Text(name).Replace(" ", "", StringComparison.Ordinal));

    public static Rashi Sign(this JsonElement element, string name) => Enum.Parse<Rashi>(element.Text(name));

    /// <summary>A chart of signs: everybody in the middle of the sign.</summary>
    public static BirthChart ToChart(this JsonElement signs)
    {
        var places = signs.EnumerateObject().ToDictionary(place => place.Name, place => new SiderealLongitude(30 * (int)Enum.Parse<Rashi>(place.Value.GetString()!) + 15));
        return new BirthChart(places["Lagna"], places.Where(place => place.Key != "Lagna").Select(place => new Placement(Enum.Parse<Graha>(place.Key), place.Value)));
    }

    /// <summary>Runs a check over all cases of a kind and names every one that fails.</summary>
    public static void All(string file, string kind, Func<JsonElement, string?> check)
    {
        var found = Of(file, kind).ToList();
        Xunit.Assert.NotEmpty(found);
        var wrong = found.Select(one => (Id: one.Id(), Why: check(one))).Where(one => one.Why is not null).Select(one => $"{one.Id}: {one.Why}").ToList();
        Xunit.Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Null when both are equal, else what was expected and what came.</summary>
    public static string? Same<T>(T expected, T actual) => EqualityComparer<T>.Default.Equals(expected, actual) ? null : $"expected {expected}, was {actual}";

    /// <summary>Null when two numbers are near, else both.</summary>
    public static string? Near(double expected, double actual, double tolerance) => Math.Abs(expected - actual) <= tolerance ? null : $"expected {expected}, was {actual}";
}
