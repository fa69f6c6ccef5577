using System.Globalization;
using Kundli.Features.Charts;
using Kundli.Features.Muhurtas;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Kundli.Features.Sky;
using Kundli.Jyotish.Muhurtas;

namespace Kundli.Benchmarks;

/// <summary>What users of the almanac ask, through the verbs that the functions call.</summary>
internal static class AlmanacScenarios
{
    private const int DaysOf200Years = 73000;
    private static readonly ZoneMap Zones = new();
    private static readonly PlaceIndex Index = new();
    private static readonly ReadDay Day = new(Zones, TimeProvider.System);
    private static readonly ReadMonth Month = new(Zones, TimeProvider.System);
    private static readonly ListEvents Events = new(new DrawChart(Zones, TimeProvider.System), TimeProvider.System);
    private static readonly FindMuhurtas Muhurtas = new(new DrawChart(Zones, TimeProvider.System), Zones, TimeProvider.System);
    private static readonly ReadSky Sky = new(TimeProvider.System);
    private static readonly string[] Queries = ["j", "jaip", "jaipur", "banglore", "hydrabad", "वाराणसी", "springfield, missouri", "calcuta", "san", "thiruvananthapurm"];

    /// <summary>A day with its limbs, kalams, months and festivals.</summary>
    public static double PanchangDay(int operation) => Day.Run(new(28.6139, 77.2090, Text(Date(operation), "yyyy-MM-dd"), "Asia/Kolkata")).Tithis.Count;

    /// <summary>A month with its festivals.</summary>
    public static double PanchangMonth(int operation) => Month.Run(new(28.6139, 77.2090, Text(Date(operation), "yyyy-MM"), "Asia/Kolkata")).Festivals.Count;

    /// <summary>A month of events of the sky with its eclipses.</summary>
    public static double SkyMonth(int operation) => Events.Run(new(Text(Date(operation), "yyyy-MM"))).Items.Count;

    /// <summary>A search for muhurtas of marriage over the longest range.</summary>
    public static double Muhurtas92Days(int operation) => Muhurtas.Run(new(Purpose.Marriage, 28.6139, 77.2090, Text(Date(operation), "yyyy-MM-dd"), Text(Date(operation).AddDays(Kundli.Features.Muhurtas.Limits.DaysMax - 1), "yyyy-MM-dd"), "Asia/Kolkata")).Items.Count;

    /// <summary>A search for a place: beginnings, other names, Devanagari, misspelt.</summary>
    public static double PlaceSearch(int operation) => Index.Search(Queries[operation % Queries.Length], Kundli.Features.Places.Limits.LimitDefault).Count;

    /// <summary>The clock of a point.</summary>
    public static double ZoneOfPoint(int operation) => Zones.ZoneAt(operation * 61 % 180 - 90, operation * 137 % 360 - 180)!.Length;

    /// <summary>The sky over a place, with tonight's sightings.</summary>
    public static double SkyNow(int operation) => Sky.Run(new(28.6139, 77.2090, Text(Date(operation), "yyyy-MM-dd") + "T15:30:00Z")).SunAltitude;

    /// <summary>The resident memory of this process before and after places and zones are loaded and searched.</summary>
    public static string ResidentMemoryOfPlaces()
    {
        var before = Resident();
        for (var operation = 0; operation < Queries.Length * 100; operation++)
            PlaceSearch(operation);
        for (var operation = 0; operation < 10_000; operation++)
            Zones.ZoneAt(operation * 61 % 180 - 90, operation * 137 % 360 - 180);
        var loaded = Resident();
        return string.Create(CultureInfo.InvariantCulture, $"{{\"places\":{Index.Count},\"beforeMiB\":{before:0.0},\"loadedMiB\":{loaded:0.0},\"addedMiB\":{loaded - before:0.0}}}");
    }

    private static double Resident()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.WorkingSet64 / 1048576.0;
    }

    private static DateOnly Date(int operation) => new DateOnly(1900, 1, 1).AddDays((int)(operation * 7919L % DaysOf200Years));

    private static string Text(DateOnly date, string format) => date.ToString(format, CultureInfo.InvariantCulture);
}
