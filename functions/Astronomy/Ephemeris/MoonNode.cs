using Kundli.Astronomy.Time;

namespace Kundli.Astronomy.Ephemeris;

/// <summary>The ascending node of the Moon's orbit on the mean ecliptic and equinox of date, without nutation.</summary>
internal static class MoonNode
{
    /// <summary>The distance given for the mean node: the Moon's mean distance, astronomical units.</summary>
    private const double MeanDistanceAu = 0.002569555290;

    /// <summary>
    /// The mean node: the polynomial of Meeus, Astronomical Algorithms, 47.7, whose first four coefficients are fitted anew to sixty values of Swiss Ephemeris
    /// 2.10.03 (DE441) in 1800–2200: Meeus' own drift away by 0.1″ a century.
    /// </summary>
    internal static Place Mean(JulianDayTt instant)
    {
        var t = instant.Centuries;
        const double c0 = 125.0445551, c1 = -1934.1363156, c2 = 0.0020714, c3 = 1.8893e-6, c4 = -1 / 60616000.0;
        var longitude = c0 + t * (c1 + t * (c2 + t * (c3 + t * c4)));
        var rate = (c1 + t * (2 * c2 + t * (3 * c3 + t * 4 * c4))) / 36525;
        return new(longitude, 0, MeanDistanceAu, rate, 0, 0);
    }

    /// <summary>The true node: of the orbit that touches the Moon's path at the instant.</summary>
    internal static Place True(JulianDayTt instant) => Place.Of(Series.TrueNode, instant.Value);
}
