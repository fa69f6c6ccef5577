using Kundli.Astronomy.Time;

namespace Kundli.Astronomy.Ephemeris;

/// <summary>The ascending node of the Moon's orbit on the mean ecliptic and equinox of date, without nutation.</summary>
internal static class MoonNode
{
    /// <summary>The distance given for the mean node: the Moon's mean distance, astronomical units.</summary>
    private const double MeanDistanceAu = 0.002569555290;

    /// <summary>The mean node (Meeus, Astronomical Algorithms, 47.7).</summary>
    internal static Place Mean(JulianDayTt instant)
    {
        var t = instant.Centuries;
        var longitude = 125.0445479 + t * (-1934.1362891 + t * (0.0020754 + t * (1 / 467441.0 - t / 60616000)));
        var rate = (-1934.1362891 + t * (2 * 0.0020754 + t * (3 / 467441.0 - 4 * t / 60616000))) / 36525;
        return new(longitude, 0, MeanDistanceAu, rate, 0, 0);
    }

    /// <summary>The true node: of the orbit that touches the Moon's path at the instant.</summary>
    internal static Place True(JulianDayTt instant) => Place.Of(Series.TrueNode, instant.Value);
}
