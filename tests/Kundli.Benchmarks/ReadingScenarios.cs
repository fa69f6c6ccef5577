using Kundli.Features.Charts;
using Kundli.Features.Places;
using Kundli.Features.Readings;

namespace Kundli.Benchmarks;

/// <summary>What a reading costs.</summary>
internal static class ReadingScenarios
{
    private static readonly DrawChart Draw = new(new ZoneMap(), TimeProvider.System);
    private static readonly DateTimeOffset Moment = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Birth to text: the chart, its findings with those of four births within the error of the time, and every topic in English or Hindi.</summary>
    public static double FullReading(int operation)
    {
        var day = new DateOnly(1950, 1, 1).AddDays(operation * 7919 % 25000);
        var birth = new BirthInput($"{day:yyyy-MM-dd}", $"{operation % 24:00}:{operation % 60:00}", 28.6139, 77.2090, UtcOffset: "+05:30");
        var found = Draw.Find(new ChartRequest(Birth: birth)).Value;
        var reading = Composer.Compose(Findings.Of(found, Moment), operation % 2 == 0 ? "en" : "hi", ReadingLength.Full);
        return reading.Sections.Sum(section => section.Text.Length);
    }
}
