namespace Kundli.Astronomy.Ephemeris;

/// <summary>
/// Precession of the equinox and the ecliptic, IAU 2006 (P03): Capitaine, Wallace, Chapront, A&amp;A 412 (2003) and 432 (2005), in the four Fukushima–Williams
/// angles, which include the offset of the celestial reference frame.
/// </summary>
internal static class Precession
{
    /// <summary>The mean obliquity of the ecliptic of date, degrees.</summary>
    internal static double MeanObliquity(double centuries) =>
        Polynomial(centuries, 84381.406, -46.836769, -0.0001831, 0.00200340, -0.000000576, -0.0000000434) / Angle.ArcsecondsPerDegree;

    /// <summary>Turns a vector of the celestial reference frame into the mean ecliptic and equinox of date.</summary>
    internal static (double X, double Y, double Z) ToEclipticOfDate((double X, double Y, double Z) v, double centuries)
    {
        var (gamma, phi, psi) = Angles(centuries);
        return RotateZ(RotateX(RotateZ(v, gamma), phi), -psi);
    }

    /// <summary>Turns a vector of the mean ecliptic and equinox of date into the celestial reference frame.</summary>
    internal static (double X, double Y, double Z) FromEclipticOfDate((double X, double Y, double Z) v, double centuries)
    {
        var (gamma, phi, psi) = Angles(centuries);
        return RotateZ(RotateX(RotateZ(v, psi), -phi), -gamma);
    }

    /// <summary>Radians.</summary>
    private static (double Gamma, double Phi, double Psi) Angles(double t) =>
        (Radians(Polynomial(t, -0.052928, 10.556378, 0.4932044, -0.00031238, -0.000002788, 0.0000000260)),
         Radians(Polynomial(t, 84381.412819, -46.811016, 0.0511268, 0.00053289, -0.000000440, -0.0000000176)),
         Radians(Polynomial(t, -0.041775, 5038.481484, 1.5584175, -0.00018522, -0.000026452, -0.0000000148)));

    internal static double Polynomial(double t, double c0, double c1, double c2, double c3, double c4, double c5) =>
        c0 + t * (c1 + t * (c2 + t * (c3 + t * (c4 + t * c5))));

    internal static (double X, double Y, double Z) RotateX((double X, double Y, double Z) v, double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return (v.X, cos * v.Y + sin * v.Z, -sin * v.Y + cos * v.Z);
    }

    internal static (double X, double Y, double Z) RotateZ((double X, double Y, double Z) v, double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        return (cos * v.X + sin * v.Y, -sin * v.X + cos * v.Y, v.Z);
    }

    private static double Radians(double arcseconds) => arcseconds / Angle.ArcsecondsPerDegree * Angle.RadiansPerDegree;
}
