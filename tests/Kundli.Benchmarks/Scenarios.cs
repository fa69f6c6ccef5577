using System.Globalization;
using BenchmarkDotNet.Attributes;
using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Features.Charts;
using Kundli.Features.Places;
using Kundli.Jyotish.Vargas;

namespace Kundli.Benchmarks;

/// <summary>One thing that is measured. To add a line, add a row to <see cref="Scenarios.All"/>.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Run">One operation; the number makes each differ from the last.</param>
public sealed record Scenario(string Name, Func<int, double> Run)
{
    public override string ToString() => Name;
}

/// <summary>The table of what is measured.</summary>
public static class Scenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("plantAnalysis", PlantAnalysis.FromDecoded),
        new("plantAnalysisFromBytes", PlantAnalysis.FromBytes),
        new("positions", PositionsOfGrahas),
        new("chart", Chart),
        new("sunrise", Sunrise),
        new("fullReading", ReadingScenarios.FullReading),
        new("report", ReportScenarios.Report),
        new("panchangDay", AlmanacScenarios.PanchangDay),
        new("panchangMonth", AlmanacScenarios.PanchangMonth),
        new("skyMonth", AlmanacScenarios.SkyMonth),
        new("muhurtas92Days", AlmanacScenarios.Muhurtas92Days),
        new("sky", AlmanacScenarios.SkyNow),
        new("placeSearch", AlmanacScenarios.PlaceSearch),
        new("zoneOfPoint", AlmanacScenarios.ZoneOfPoint),
        new("bareSignature", IdentityScenarios.BareSignature),
        new("accessToken", IdentityScenarios.AccessToken),
        new("cachedSession", IdentityScenarios.CachedSession),
        new("rateLimit", IdentityScenarios.RateLimit),
        new("fullPreview", FullPreview),
    ];

    /// <summary>Random instants, so that no segment stays in the cache longer than in life.</summary>
    private static readonly JulianDayUt[] Instants = [.. Enumerable.Range(0, 4096).Select(i => new JulianDayUt(2378500 + i * 104729.0 % 4096 / 4096 * 146000))];

    private static readonly Observer Delhi = new(28.6139, 77.2090);

    /// <summary>The nine grahas with speeds from a UT instant, Δt included.</summary>
    private static double PositionsOfGrahas(int operation)
    {
        Span<SkyPosition> positions = stackalloc SkyPosition[Positions.Grahas];
        Positions.Fill(Instants[operation % Instants.Length].ToTt(), positions);
        return positions[(int)Graha.Saturn].SpeedDegreesPerDay;
    }

    /// <summary>Positions, lagna, midheaven, houses, sidereal longitudes and nakshatras.</summary>
    private static double Chart(int operation)
    {
        Span<SkyPosition> positions = stackalloc SkyPosition[Positions.Grahas];
        var sky = LocalSky.At(Instants[operation % Instants.Length], Delhi);
        Positions.Fill(sky.Tt, positions);
        var ayanamsa = AyanamsaAt.Of(Ayanamsa.Lahiri, sky.Tt);
        var cusps = Houses.Sidereal(HouseSystem.Placidus, sky, ayanamsa);
        var nakshatras = 0.0;
        foreach (var position in positions)
            nakshatras += Math.Floor(position.Longitude.ToSidereal(ayanamsa).Degrees * 27 / 360);
        return nakshatras + cusps[1].Degrees;
    }

    private static readonly DrawChart Draw = new(new NoZones(), TimeProvider.System);

    private static readonly ChartSettings Everything = new(Vargas: VargaRules.All, DashaDepth: 3);

    private static readonly string[] Dates = [.. Instants.Select(instant => instant.ToDateTimeOffset().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    /// <summary>A whole preview as the function answers it: all divisions, dashas to level three, the panchang of birth, yogas, doshas.</summary>
    private static double FullPreview(int operation)
    {
        var birth = new BirthInput(Dates[operation % Dates.Length], "14:30:00", 28.6139, 77.2090, UtcOffset: "+05:30");
        return Draw.Run(new ChartRequest(Birth: birth, Settings: Everything)).Value.Lagna!.Longitude;
    }

    private static double Sunrise(int operation) => Risings.NextSunrise(Instants[operation % Instants.Length], Delhi).Instant!.Value.Value;
}

/// <summary>The benchmark gives every birth its offset.</summary>
internal sealed class NoZones : ITimeZoneLookup
{
    public string? ZoneAt(double latitude, double longitude) => null;
}

/// <summary>The same table for BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class ScenarioBenchmarks
{
    [ParamsSource(nameof(All))]
    public Scenario Scenario { get; set; } = Scenarios.All[0];

    public static IEnumerable<Scenario> All => Scenarios.All;

    private int _operation;

    [Benchmark]
    public double Run() => Scenario.Run(_operation++);
}
