using System.Globalization;

namespace Kundli.Features.Delivery;

/// <summary>Days of each year on which a living plant must not be on the road to some places.</summary>
/// <param name="Cause"><c>heat</c> or <c>monsoon</c>.</param>
/// <param name="Prefixes">PIN beginnings of the places.</param>
/// <param name="From">First day, month and day.</param>
/// <param name="Until">Last day, month and day; not before <paramref name="From"/>.</param>
public sealed record SeasonalHold(string Cause, IReadOnlyList<string> Prefixes, (int Month, int Day) From, (int Month, int Day) Until)
{
    private static readonly Lazy<IReadOnlyList<SeasonalHold>> Loaded = new(Load);

    /// <summary>The holds of <c>Delivery/Data/holds.tsv</c>, which names their sources.</summary>
    public static IReadOnlyList<SeasonalHold> All => Loaded.Value;

    /// <summary>Whether it concerns a PIN.</summary>
    public bool IsAt(string pin) => Prefixes.Any(prefix => pin.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Whether it holds on a day.</summary>
    public bool IsOn(DateOnly day) => (day.Month, day.Day).CompareTo(From) >= 0 && (day.Month, day.Day).CompareTo(Until) <= 0;

    private static IReadOnlyList<SeasonalHold> Load()
    {
        using var stream = typeof(SeasonalHold).Assembly.GetManifestResourceStream("Kundli.Features.Delivery.Data.holds.tsv") ?? throw new InvalidDataException("holds.tsv is not embedded.");
        using var reader = new StreamReader(stream);
        var holds = new List<SeasonalHold>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            holds.Add(line.Split('\t') is [var cause, var prefixes, var from, var until]
                ? new SeasonalHold(cause, prefixes.Split(','), DayOf(from), DayOf(until))
                : throw new InvalidDataException($"holds.tsv: '{line}'."));
        }
        return holds;
    }

    // A leap year takes every day of a year.
    private static (int Month, int Day) DayOf(string text) =>
        DateOnly.ParseExact($"2024-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture) is var day ? (day.Month, day.Day) : default;
}
