using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Charts;

/// <summary>
/// Asta: a graha so near to the Sun that it can't be seen. Orbs in degrees of longitude: Surya Siddhanta 9.6-9 (Moon 12, Mars 17, Mercury 14 or 12 retrograde,
/// Jupiter 11, Venus 10 or 8 retrograde, Saturn 15).
/// </summary>
public static class Combustion
{
    /// <summary>The orb of a graha, or null for Sun, Rahu, Ketu and the outer planets, which are never combust.</summary>
    public static double? OrbDegrees(Graha graha, bool retrograde) => graha switch
    {
        Graha.Moon => 12,
        Graha.Mars => 17,
        Graha.Mercury => retrograde ? 12 : 14,
        Graha.Jupiter => 11,
        Graha.Venus => retrograde ? 8 : 10,
        Graha.Saturn => 15,
        _ => null,
    };

    /// <summary>Whether a graha of a chart is combust; false when the Sun is not known.</summary>
    public static bool IsCombust(BirthChart chart, Graha graha) =>
        chart.Has(Graha.Sun) && OrbDegrees(graha, chart[graha].IsRetrograde) is { } orb
        && chart[graha].Longitude.Apart(chart[Graha.Sun].Longitude) < orb;
}
