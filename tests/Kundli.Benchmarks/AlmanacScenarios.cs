using System.Globalization;
using Kundli.Features.Panchang;
using Kundli.Features.Places;
using Kundli.Features.Sky;

namespace Kundli.Benchmarks;

/// <summary>What users of the almanac ask, through the verbs that the functions call.</summary>
internal static class AlmanacScenarios
{
    private const int DaysOf200Years = 73000;
    private static readonly ZoneMap Zones = new();
    private static readonly PlaceIndex Index = new();
    private static readonly ReadDay Day = new(Zones, TimeProvider.System);
    private static readonly ReadMonth Month = new(Zones, TimeProvider.System);
    private static readonly ReadSky Sky = new(TimeProvider.System);
    private static readonly string[] Queries = ["j", "jaip", "jaipur", "banglore", "hydrabad", "वाराणसी", "springfield, missouri", "calcuta", "san", "thiruvananthapurm"];

    /// <summary>A day with its limbs, kalams, months and festivals.</summary>
    public static double PanchangDay(int operation) => Day.Run(new(28.6139, 77.2090, Text(Date(operation), "yyyy-MM-dd"), "Asia/Kolkata")).Tithis.Count;

    /// <summary>A month with its festivals.</summary>
    public static double PanchangMonth(int operation) => Month.Run(new(28.6139, 77.2090, Text(Date(operation), "yyyy-MM"), "Asia/Kolkata")).Festivals.Count;

    /// <summary>A search for a place: beginnings, other names, Devanagari, misspelt.</summary>
    public static double PlaceSearch(int operation) => Index.Search(Queries[operation % Queries.Length], Kundli.Features.Places.Limits.LimitDefault).Count;

    /// <summary>The clock of a point.</summary>
    public static double ZoneOfPoint(int operation) => Zones.ZoneAt(operation * 61 % 180 - 90, operation * 137 % 360 - 180)!.Length;

    /// <summary>The sky over a place, with tonight's sightings.</summary>
    public static double SkyNow(int operation) => Sky.Run(new(28.6139, 77.2090, Text(Date(operation), "yyyy-MM-dd") + "T15:30:00Z")).SunAltitude;

    private static DateOnly Date(int operation) => new DateOnly(1900, 1, 1).AddDays((int)(operation * 7919L % DaysOf200Years));

    private static string Text(DateOnly date, string format) => date.ToString(format, CultureInfo.InvariantCulture);
}
