namespace Kundli.EphemerisCompiler;

/// <summary>A vector in astronomical units (or astronomical units per day).</summary>
internal readonly record struct Vector(double X, double Y, double Z)
{
    public double Length => Math.Sqrt(Dot(this));

    public double Dot(Vector other) => X * other.X + Y * other.Y + Z * other.Z;

    public Vector Cross(Vector other) => new(Y * other.Z - Z * other.Y, Z * other.X - X * other.Z, X * other.Y - Y * other.X);

    public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vector operator -(Vector a, Vector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vector operator -(Vector a) => new(-a.X, -a.Y, -a.Z);

    public static Vector operator *(Vector a, double by) => new(a.X * by, a.Y * by, a.Z * by);

    /// <summary>From a dynamical ecliptic into the celestial reference frame.</summary>
    /// <param name="obliquityArcseconds">The ecliptic's inclination to the frame's equator.</param>
    /// <param name="originArcseconds">The right ascension of its node there.</param>
    public Vector FromEcliptic(double obliquityArcseconds, double originArcseconds)
    {
        var (sinE, cosE) = Math.SinCos(obliquityArcseconds * Units.RadiansPerArcsecond);
        var (sinF, cosF) = Math.SinCos(originArcseconds * Units.RadiansPerArcsecond);
        var (y, z) = (Y * cosE - Z * sinE, Y * sinE + Z * cosE);
        return new(X * cosF - y * sinF, X * sinF + y * cosF, z);
    }
}

internal static class Units
{
    public const double RadiansPerArcsecond = Math.PI / 648000;
    public const double KilometresPerAu = 149597870.7;
    public const double LightAuPerDay = 173.144632674;
    public const double J2000 = 2451545.0;

    /// <summary>From km³/s² to AU³/d².</summary>
    public const double Gravity = 86400.0 * 86400.0 / (KilometresPerAu * KilometresPerAu * KilometresPerAu);
}

/// <summary>Gravity parameters of DE440/DE441 (Park, Folkner, Williams, Boggs, Astron. J. 161, 2021), km³/s²; planets with their moons.</summary>
internal static class Masses
{
    public const double Sun = 132712440041.279419;
    public const double Mercury = 22031.868551;
    public const double Venus = 324858.592;
    public const double EarthMoon = 403503.235625;
    public const double Mars = 42828.375816;
    public const double Jupiter = 126712764.1;
    public const double Saturn = 37940584.8418;
    public const double Uranus = 5794556.4;
    public const double Neptune = 6836527.10058;
    public const double Pluto = 975.5;

    /// <summary>Earth to Moon.</summary>
    public const double EarthPerMoon = 81.30057;
}
