using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Time;

namespace Kundli.Astronomy.Sky;

/// <summary>Sidereal time: the Earth rotation angle of IAU 2000 with the precession of IAU 2006 (Capitaine, Wallace, Chapront 2005; IERS Conventions 2010, 5.5.7).</summary>
public static class SiderealTime
{
    /// <summary>The mean sidereal time of Greenwich, degrees.</summary>
    /// <exception cref="SkyException">An instant is not finite.</exception>
    public static double GreenwichMeanDegrees(JulianDayUt ut, JulianDayTt tt)
    {
        if (!double.IsFinite(ut.Value) || !double.IsFinite(tt.Value))
            throw SkyException.Instant(double.IsFinite(ut.Value) ? tt.Value : ut.Value);
        // The whole days of the fraction's turn drop out, which keeps its digits.
        var days = ut.Value - JulianDayTt.J2000;
        var rotation = 360 * (0.7790572732640 + 0.00273781191135448 * days + days % 1.0);
        var precession = Precession.Polynomial(tt.Centuries, 0.014506, 4612.156534, 1.3915817, -0.00000044, -0.000029956, -0.0000000368);
        return Angle.Normalize(rotation + precession / Angle.ArcsecondsPerDegree);
    }

    /// <summary>The apparent sidereal time of Greenwich, degrees: the mean one with the equation of the equinoxes.</summary>
    /// <exception cref="SkyException">An instant is not finite.</exception>
    public static double GreenwichApparentDegrees(JulianDayUt ut, JulianDayTt tt, EarthTilt tilt)
    {
        // The two largest complementary terms, of the longitude of the Moon's node.
        var node = (125.04455501 - 1934.1362891 * tt.Centuries) * Angle.RadiansPerDegree;
        var complementary = (0.00264096 * Math.Sin(node) + 0.00006352 * Math.Sin(2 * node)) / Angle.ArcsecondsPerDegree;
        var equation = tilt.NutationLongitudeDegrees * Math.Cos(tilt.TrueObliquityDegrees * Angle.RadiansPerDegree) + complementary;
        return Angle.Normalize(GreenwichMeanDegrees(ut, tt) + equation);
    }
}
