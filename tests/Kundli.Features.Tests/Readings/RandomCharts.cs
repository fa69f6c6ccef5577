using Kundli.Features.Charts;
using Kundli.Features.Places;
using Kundli.Features.Readings;

namespace Kundli.Features.Tests.Readings;

/// <summary>Births spread over two centuries and the whole Earth, always the same ones.</summary>
internal static class RandomCharts
{
    public static readonly DateTimeOffset Moment = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private static readonly DrawChart Draw = new(new ZoneMap(), TimeProvider.System);

    public static FoundChart Of(ChartRequest request) => Draw.Find(request).Value;

    public static FoundChart Born(int number)
    {
        var random = new Random(number);
        var date = new DateOnly(1930, 1, 1).AddDays(random.Next(28000));
        var birth = new BirthInput(
            $"{date:yyyy-MM-dd}", $"{random.Next(24):00}:{random.Next(60):00}", Math.Round(random.NextDouble() * 110 - 50, 4), Math.Round(random.NextDouble() * 358 - 179, 4), UtcOffset: "+05:30");
        return Of(new ChartRequest(Birth: birth));
    }

    /// <summary>Longitudes by name, so that one of them can be moved.</summary>
    public static Dictionary<string, double> Longitudes(int number)
    {
        var random = new Random(number);
        string[] names = ["lagna", "sun", "moon", "mars", "mercury", "jupiter", "venus", "saturn", "rahu", "ketu"];
        var longitudes = names.ToDictionary(name => name, _ => random.NextDouble() * 360);
        longitudes["ketu"] = (longitudes["rahu"] + 180) % 360;
        return longitudes;
    }

    public static FoundChart From(Dictionary<string, double> longitudes) => Of(new ChartRequest(Longitudes: longitudes));

    public static ChartFindings Findings(this FoundChart found) => Kundli.Features.Readings.Findings.Of(found, Moment);
}
