namespace Kundli.Astronomy.Sky;

/// <summary>A longitude on the ecliptic from the true equinox of date. Not a <see cref="SiderealLongitude"/>: only an ayanamsa turns one into the other.</summary>
public readonly record struct TropicalLongitude
{
    /// <param name="degrees">Any finite angle; it is brought into 0 … 360.</param>
    /// <exception cref="SkyException">The angle is not finite.</exception>
    public TropicalLongitude(double degrees)
    {
        Degrees = Angle.Normalize(degrees);
        if (double.IsNaN(Degrees))
            throw SkyException.Angle(degrees);
    }

    /// <summary>0 (included) to 360 (excluded).</summary>
    public double Degrees { get; }

    /// <summary>The longitude in the zodiac of an ayanamsa at the same instant: minus its true value, which takes nutation out again.</summary>
    public SiderealLongitude ToSidereal(AyanamsaAt ayanamsa) => new(Degrees - ayanamsa.TrueDegrees);

    /// <summary>The longitude so many degrees on.</summary>
    public static TropicalLongitude operator +(TropicalLongitude longitude, double degrees) => new(longitude.Degrees + degrees);

    /// <summary>The shortest way from the second longitude to the first, −180 to 180 degrees.</summary>
    public static double operator -(TropicalLongitude left, TropicalLongitude right) => Angle.Wrap(left.Degrees - right.Degrees);
}

/// <summary>A longitude on the ecliptic in a sidereal zodiac (nirayana), from the first point of its Aries.</summary>
public readonly record struct SiderealLongitude
{
    /// <param name="degrees">Any finite angle; it is brought into 0 … 360.</param>
    /// <exception cref="SkyException">The angle is not finite.</exception>
    public SiderealLongitude(double degrees)
    {
        Degrees = Angle.Normalize(degrees);
        if (double.IsNaN(Degrees))
            throw SkyException.Angle(degrees);
    }

    /// <summary>0 (included) to 360 (excluded).</summary>
    public double Degrees { get; }

    /// <summary>The longitude from the true equinox of date.</summary>
    public TropicalLongitude ToTropical(AyanamsaAt ayanamsa) => new(Degrees + ayanamsa.TrueDegrees);

    /// <summary>The longitude so many degrees on.</summary>
    public static SiderealLongitude operator +(SiderealLongitude longitude, double degrees) => new(longitude.Degrees + degrees);

    /// <summary>The shortest way from the second longitude to the first, −180 to 180 degrees.</summary>
    public static double operator -(SiderealLongitude left, SiderealLongitude right) => Angle.Wrap(left.Degrees - right.Degrees);
}
