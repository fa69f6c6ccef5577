using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Time;

namespace Kundli.Astronomy.Sky;

/// <summary>How the Earth's axis stands at an instant.</summary>
/// <param name="MeanObliquityDegrees">Obliquity of the ecliptic without nutation: IAU 2006 (P03).</param>
/// <param name="NutationLongitudeDegrees">Nutation in longitude: IAU 2000B (McCarthy and Luzum 2003).</param>
/// <param name="NutationObliquityDegrees">Nutation in obliquity.</param>
/// <param name="NutationLongitudeSpeed">The rate of the nutation in longitude, degrees per day.</param>
public readonly record struct EarthTilt(double MeanObliquityDegrees, double NutationLongitudeDegrees, double NutationObliquityDegrees, double NutationLongitudeSpeed)
{
    /// <summary>Obliquity of the ecliptic with nutation.</summary>
    public double TrueObliquityDegrees => MeanObliquityDegrees + NutationObliquityDegrees;

    /// <summary>The tilt at an instant.</summary>
    /// <exception cref="SkyException">The instant is outside the ephemeris.</exception>
    public static EarthTilt At(JulianDayTt instant)
    {
        Series.Nutation.Evaluate(instant.Value, out var nutation, out var rate);
        return new(Precession.MeanObliquity(instant.Centuries), nutation[0], nutation[1], rate[0]);
    }
}
