using System.Text.Json.Serialization;
using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Vargas;

namespace Kundli.Features.Charts;

/// <summary>A chart that is asked for: a birth, or longitudes that another program or a book gives. Exactly one of the two.</summary>
/// <param name="Name">Whose chart it is.</param>
/// <param name="Birth">When and where.</param>
/// <param name="Longitudes">Sidereal degrees by <c>lagna</c>, <c>sun</c> … <c>ketu</c>; of the nodes one is enough.</param>
/// <param name="Settings">Conventions; absent ones have their defaults.</param>
public sealed record ChartRequest(string? Name = null, BirthInput? Birth = null, IReadOnlyDictionary<string, double>? Longitudes = null, ChartSettings? Settings = null);

/// <summary>How exactly a time of birth is known.</summary>
public enum TimeAccuracy
{
    /// <summary>To the second.</summary>
    Exact,

    /// <summary>To some minutes.</summary>
    Minutes,

    /// <summary>Not at all: <c>time</c> is null.</summary>
    Unknown,
}

/// <summary>A birth as the family tells it.</summary>
/// <param name="Date">Local date, <c>yyyy-MM-dd</c>, proleptic Gregorian, 1800 to 2199.</param>
/// <param name="Time">Local time, <c>HH:mm</c>, <c>HH:mm:ss</c> or with fractions; null when it is unknown.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="TimeAccuracy">How exactly the time is known.</param>
/// <param name="TimeZone">IANA zone; found from the coordinates when absent.</param>
/// <param name="UtcOffset">Offset from universal time as <c>+05:30</c> or <c>+05:53:28</c>; it overrides the zone.</param>
/// <param name="Place">What the place is called.</param>
public sealed record BirthInput(
    string Date, string? Time, double Latitude, double Longitude, TimeAccuracy TimeAccuracy = TimeAccuracy.Exact, string? TimeZone = null, string? UtcOffset = null, string? Place = null);

/// <summary>The conventions of a chart. Unknown members are refused.</summary>
/// <param name="Ayanamsa">Where the zodiac begins.</param>
/// <param name="Node">Which node Rahu and Ketu are.</param>
/// <param name="HouseSystem">How the bhavas are cut.</param>
/// <param name="OuterPlanets">Whether Uranus, Neptune and Pluto are shown.</param>
/// <param name="Vargas">Which divisions are answered.</param>
/// <param name="DashaDepth">Levels of Vimshottari, 1 to 3.</param>
/// <param name="DashaYear">How long a year of a dasha is.</param>
/// <param name="Positions">Apparent or geometric positions; when absent apparent ones, and geometric ones for the special points.</param>
/// <param name="Sunrise">What counts as a sunrise.</param>
/// <param name="Variants">Other readings of divisions, by division: <c>{ "d3": "somanatha" }</c>; Parashara's where none is named.</param>
public sealed record ChartSettings(
    Ayanamsa Ayanamsa = Ayanamsa.Lahiri,
    NodeKind Node = NodeKind.Mean,
    HouseSystem HouseSystem = HouseSystem.WholeSign,
    bool OuterPlanets = false,
    IReadOnlyList<Varga>? Vargas = null,
    int DashaDepth = 2,
    DashaYear DashaYear = DashaYear.Julian,
    PositionKind? Positions = null,
    HorizonConvention Sunrise = HorizonConvention.UpperLimb,
    IReadOnlyDictionary<string, VargaVariant>? Variants = null)
{
    /// <summary>What is used when a request says nothing.</summary>
    public static ChartSettings Default { get; } = new();

    /// <summary>The divisions when a request names none.</summary>
    public static IReadOnlyList<Varga> DefaultVargas { get; } = [Varga.D1, Varga.D9];

    /// <summary>The kind of position that is used.</summary>
    [JsonIgnore]
    public PositionKind PositionKind => Positions ?? PositionKind.Apparent;

    /// <summary>How a division is read.</summary>
    public VargaVariant VariantOf(Varga varga) => Variants?.GetValueOrDefault(Words.Key(varga)) ?? VargaVariant.Parashara;

    /// <summary>The part of the conventions that the sky depends on.</summary>
    public ChartConventions ToConventions() => new(Ayanamsa, Node, HouseSystem, PositionKind, OuterPlanets);

    /// <summary>The same with every default written out: what an answer echoes.</summary>
    public ChartSettings Complete() => this with { Vargas = Vargas ?? DefaultVargas, Positions = PositionKind };
}
