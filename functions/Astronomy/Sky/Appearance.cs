using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Time;

namespace Kundli.Astronomy.Sky;

/// <summary>How a body looks from the Earth's centre.</summary>
/// <param name="ElongationDegrees">From the Sun, 0 to 180.</param>
/// <param name="PhaseAngleDegrees">Sun–body–Earth; 0 is full.</param>
/// <param name="IlluminatedFraction">0 new to 1 full.</param>
/// <param name="Magnitude">Visual magnitude.</param>
/// <param name="DiameterDegrees">Angular diameter of the disc (for Saturn the globe's).</param>
public readonly record struct Appearance(double ElongationDegrees, double PhaseAngleDegrees, double IlluminatedFraction, double Magnitude, double DiameterDegrees)
{
    /// <summary>The look of Sun, Moon or a planet at an instant.</summary>
    /// <exception cref="SkyException">The instant is outside the ephemeris, or the body is a node.</exception>
    public static Appearance Of(Graha body, JulianDayTt instant)
    {
        if (body is Graha.Rahu or Graha.Ketu)
            throw new SkyException(SkyProblem.NotDefinedForBody, "graha", "The Moon's nodes are points; they can't be seen.");
        var position = Positions.Of(body, instant);
        var diameter = 2 * Discs.SemidiameterDegrees(body, position.DistanceAu);
        if (body == Graha.Sun)
            return new(0, 0, 1, Magnitudes.Sun(position.DistanceAu), diameter);

        var sun = Positions.Of(Graha.Sun, instant);
        var (distance, fromEarth) = (position.DistanceAu, sun.DistanceAu);
        var cosine = Math.Cos(position.LatitudeDegrees * Angle.RadiansPerDegree) * Math.Cos((position.Longitude - sun.Longitude) * Angle.RadiansPerDegree);
        var fromSun = Math.Sqrt(distance * distance + fromEarth * fromEarth - 2 * distance * fromEarth * cosine);
        var phase = Math.Acos(Math.Clamp((distance * distance + fromSun * fromSun - fromEarth * fromEarth) / (2 * distance * fromSun), -1, 1)) * Angle.DegreesPerRadian;
        return new(
            Math.Acos(Math.Clamp(cosine, -1, 1)) * Angle.DegreesPerRadian,
            phase,
            (1 + Math.Cos(phase * Angle.RadiansPerDegree)) / 2,
            Magnitudes.Of(body, position, instant, fromSun, phase),
            diameter);
    }
}

/// <summary>Apparent radii of discs.</summary>
internal static class Discs
{
    private const double KilometresPerAu = 149597870.7;

    /// <summary>The apparent radius of a body's disc at a distance (IAU 2015 radii; the Sun's 696,000 km as in almanacs), degrees.</summary>
    internal static double SemidiameterDegrees(Graha body, double distanceAu) =>
        Math.Asin(Math.Min(1, RadiusKilometres(body) / KilometresPerAu / distanceAu)) * Angle.DegreesPerRadian;

    private static double RadiusKilometres(Graha body) => body switch
    {
        Graha.Sun => 696000,
        Graha.Moon => 1737.4,
        Graha.Mars => 3396.19,
        Graha.Mercury => 2440.53,
        Graha.Jupiter => 71492,
        Graha.Venus => 6051.8,
        Graha.Saturn => 60268,
        Graha.Uranus => 25559,
        Graha.Neptune => 24764,
        Graha.Pluto => 1188.3,
        _ => 0,
    };
}

/// <summary>Visual magnitudes: planets after Mallama and Hilton, Astronomy and Computing 25 (2018); the Moon after Allen, Astrophysical Quantities.</summary>
internal static class Magnitudes
{
    internal static double Sun(double distance) => -26.76 + 5 * Math.Log10(distance);

    /// <param name="body">Moon or planet.</param>
    /// <param name="position">Its place.</param>
    /// <param name="instant">When; Saturn's ring turns.</param>
    /// <param name="fromSun">Its distance from the Sun.</param>
    /// <param name="a">Its phase angle, degrees.</param>
    internal static double Of(Graha body, in SkyPosition position, JulianDayTt instant, double fromSun, double a)
    {
        const double moonMeanDistance = 384400 / 149597870.7;
        var distances = 5 * Math.Log10(position.DistanceAu * fromSun);
        return body switch
        {
            Graha.Moon => -12.73 + 0.026 * a + 4e-9 * a * a * a * a + 5 * Math.Log10(position.DistanceAu / moonMeanDistance * fromSun),
            Graha.Mercury => distances - 0.613 + a * (6.3280e-2 + a * (-1.6336e-3 + a * (3.3644e-5 + a * (-3.4265e-7 + a * (1.6893e-9 - a * 3.0334e-12))))),
            Graha.Venus => distances + (a < 163.7
                ? -4.384 + a * (-1.044e-3 + a * (3.687e-4 + a * (-2.814e-6 + a * 8.938e-9)))
                : 236.05828 + a * (-2.81914 + a * 8.39034e-3)),
            Graha.Mars => distances + (a <= 50 ? -1.601 + a * (2.267e-2 - a * 1.302e-4) : -0.367 + a * (-2.573e-2 + a * 3.445e-4)),
            Graha.Jupiter => distances - 9.395 + a * (-3.7e-4 + a * 6.16e-4),
            Graha.Saturn => distances - 8.914 + Ring(position, instant, a),
            Graha.Uranus => distances - 7.15 + a * (6.587e-3 + a * 1.045e-4),
            Graha.Neptune => distances - 7.00 + a * (7.944e-3 + a * 9.617e-5),
            _ => distances - 1.01 + a * 0.041,
        };
    }

    /// <summary>What Saturn's ring and phase add, by the ring's tilt towards the Earth (Meeus, Astronomical Algorithms, 45).</summary>
    private static double Ring(in SkyPosition position, JulianDayTt instant, double phase)
    {
        var t = instant.Centuries;
        var (sinI, cosI) = Math.SinCos((28.075216 - 0.012998 * t) * Angle.RadiansPerDegree);
        var (sinB, cosB) = Math.SinCos(position.LatitudeDegrees * Angle.RadiansPerDegree);
        var fromNode = (position.Longitude.Degrees - (169.508470 + 1.394681 * t)) * Angle.RadiansPerDegree;
        var tilt = Math.Abs(sinI * cosB * Math.Sin(fromNode) - cosI * sinB);
        return -1.825 * tilt + 0.026 * phase - 0.378 * tilt * Math.Exp(-2.25 * phase);
    }
}
