using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Charts;

/// <summary>A graha in a chart.</summary>
/// <param name="Graha">Which.</param>
/// <param name="Longitude">Where, in the zodiac of the chart.</param>
/// <param name="Sky">What the ephemeris says of it; null when only the longitude was given.</param>
public sealed record Placement(Graha Graha, SiderealLongitude Longitude, SkyPosition? Sky = null)
{
    /// <summary>The sign.</summary>
    public Rashi Rashi { get; } = Longitude.Rashi;

    /// <summary>Whether it moves backwards. Rahu and Ketu do by nature; for the others false when no motion is known.</summary>
    public bool IsRetrograde => Sky?.IsRetrograde ?? Graha.IsNode();
}
