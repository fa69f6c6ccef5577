using Kundli.Astronomy.Time;

namespace Kundli.Astronomy.Sky;

/// <summary>The sky over a place at an instant: how it is turned, and where the ecliptic crosses the horizon and the meridian.</summary>
/// <param name="Observer">The place.</param>
/// <param name="Ut">The instant in universal time.</param>
/// <param name="Tt">The same instant in terrestrial time.</param>
/// <param name="Tilt">Obliquity and nutation.</param>
/// <param name="SiderealDegrees">Local apparent sidereal time: the right ascension of the meridian.</param>
public readonly record struct LocalSky(Observer Observer, JulianDayUt Ut, JulianDayTt Tt, EarthTilt Tilt, double SiderealDegrees)
{
    /// <summary>The sky over a place at an instant, by the Δt of <see cref="DeltaT"/>.</summary>
    /// <exception cref="SkyException">The instant is outside the ephemeris.</exception>
    public static LocalSky At(JulianDayUt instant, Observer observer) => At(instant, instant.ToTt(), observer);

    /// <summary>The sky over a place at an instant whose terrestrial time is known.</summary>
    /// <exception cref="SkyException">The instant is outside the ephemeris.</exception>
    public static LocalSky At(JulianDayUt instant, JulianDayTt tt, Observer observer)
    {
        var tilt = EarthTilt.At(tt);
        return new(observer, instant, tt, tilt, Angle.Normalize(SiderealTime.GreenwichApparentDegrees(instant, tt, tilt) + observer.LongitudeDegrees));
    }

    /// <summary>The rising point of the ecliptic (udaya lagna). Beyond the polar circles it is that crossing of the horizon which follows the midheaven within 180°.</summary>
    public TropicalLongitude Ascendant
    {
        get
        {
            var rising = new TropicalLongitude(Ecliptic.Ascendant(SiderealDegrees, Tilt.TrueObliquityDegrees, Observer.LatitudeDegrees));
            var isPolar = Math.Abs(Observer.LatitudeDegrees) > 90 - Tilt.TrueObliquityDegrees;
            return isPolar && rising - Midheaven < 0 ? rising + 180 : rising;
        }
    }

    /// <summary>The point of the ecliptic on the upper meridian.</summary>
    public TropicalLongitude Midheaven => new(Ecliptic.OfRightAscension(SiderealDegrees, Tilt.TrueObliquityDegrees));
}

/// <summary>The spherical triangles of ecliptic, equator and horizon, in degrees.</summary>
internal static class Ecliptic
{
    /// <summary>The longitude of the ecliptic's point with a right ascension.</summary>
    internal static double OfRightAscension(double rightAscension, double obliquity)
    {
        var (sin, cos) = Math.SinCos(rightAscension * Angle.RadiansPerDegree);
        return Angle.Normalize(Math.Atan2(sin, cos * Math.Cos(obliquity * Angle.RadiansPerDegree)) * Angle.DegreesPerRadian);
    }

    /// <summary>The longitude of the ecliptic's point on the eastern horizon.</summary>
    internal static double Ascendant(double sidereal, double obliquity, double latitude)
    {
        var (sin, cos) = Math.SinCos(sidereal * Angle.RadiansPerDegree);
        var (sinE, cosE) = Math.SinCos(obliquity * Angle.RadiansPerDegree);
        var rising = Math.Atan2(cos, -(sin * cosE + Math.Tan(latitude * Angle.RadiansPerDegree) * sinE));
        return Angle.Normalize(rising * Angle.DegreesPerRadian);
    }

    /// <summary>Right ascension and declination of an ecliptic place.</summary>
    internal static (double RightAscension, double Declination) ToEquator(double longitude, double latitude, double obliquity)
    {
        var (sinL, cosL) = Math.SinCos(longitude * Angle.RadiansPerDegree);
        var (sinB, cosB) = Math.SinCos(latitude * Angle.RadiansPerDegree);
        var (sinE, cosE) = Math.SinCos(obliquity * Angle.RadiansPerDegree);
        var y = cosB * sinL * cosE - sinB * sinE;
        return (Angle.Normalize(Math.Atan2(y, cosB * cosL) * Angle.DegreesPerRadian), Math.Asin(Math.Clamp(cosB * sinL * sinE + sinB * cosE, -1, 1)) * Angle.DegreesPerRadian);
    }
}
