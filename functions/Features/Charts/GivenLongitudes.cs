using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;

namespace Kundli.Features.Charts;

/// <summary>Longitudes as a request gives them: by the camelCase names of the grahas and <c>lagna</c>.</summary>
public static class GivenLongitudes
{
    /// <summary>Names that are looked at.</summary>
    public const int NamesMax = 32;

    private const string LagnaName = "lagna";

    private static readonly Dictionary<string, Graha> Names = Enum.GetValues<Graha>().ToDictionary(Words.Key, graha => graha, StringComparer.Ordinal);

    /// <summary>Whether a name is known.</summary>
    public static bool IsName(string name) => name == LagnaName || Names.ContainsKey(name);

    /// <summary>The chart of given longitudes.</summary>
    public static BirthChart ToChart(IReadOnlyDictionary<string, double> longitudes, HouseSystem houseSystem) => new(
        longitudes.TryGetValue(LagnaName, out var lagna) ? new SiderealLongitude(lagna) : null,
        longitudes.Where(given => given.Key != LagnaName).Select(given => new Placement(Names[given.Key], new SiderealLongitude(given.Value))),
        houseSystem);
}
