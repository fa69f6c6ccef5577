namespace Kundli.Astronomy.Sky;

/// <summary>A direction seen from a place, from its horizon.</summary>
/// <param name="AzimuthDegrees">From north, eastward.</param>
/// <param name="AltitudeDegrees">Above the horizon, of the body's centre, without refraction.</param>
/// <param name="ApparentAltitudeDegrees">The same with refraction (below −1° there is none to speak of).</param>
/// <param name="DistanceAu">From the place itself.</param>
public readonly record struct Horizontal(double AzimuthDegrees, double AltitudeDegrees, double ApparentAltitudeDegrees, double DistanceAu)
{
    internal const double EarthRadiusAu = 6378.1366 / 149597870.7;
    private const double EarthFlattening = 1 / 298.25642;
    private const double NoRefractionBelowDegrees = -1;

    /// <summary>Where a body stands over a place: parallax included, on the ellipsoid of the Earth.</summary>
    public static Horizontal Of(in SkyPosition position, in LocalSky sky)
    {
        var (rightAscension, declination) = Ecliptic.ToEquator(position.Longitude.Degrees, position.LatitudeDegrees, sky.Tilt.TrueObliquityDegrees);
        var (sinH, cosH) = Math.SinCos((sky.SiderealDegrees - rightAscension) * Angle.RadiansPerDegree);
        var (sinD, cosD) = Math.SinCos(declination * Angle.RadiansPerDegree);
        var (sinF, cosF) = Math.SinCos(sky.Observer.LatitudeDegrees * Angle.RadiansPerDegree);

        // Towards the south point of the equator, west, and the pole, less the observer's own place on the ellipsoid.
        var c = 1 / Math.Sqrt(cosF * cosF + (1 - EarthFlattening) * (1 - EarthFlattening) * sinF * sinF);
        var x = position.DistanceAu * cosD * cosH - EarthRadiusAu * c * cosF;
        var y = position.DistanceAu * cosD * sinH;
        var z = position.DistanceAu * sinD - EarthRadiusAu * c * (1 - EarthFlattening) * (1 - EarthFlattening) * sinF;

        var south = x * sinF - z * cosF;
        var up = x * cosF + z * sinF;
        var distance = Math.Sqrt(x * x + y * y + z * z);
        var altitude = Math.Asin(Math.Clamp(up / distance, -1, 1)) * Angle.DegreesPerRadian;
        return new(Angle.Normalize(180 + Math.Atan2(y, south) * Angle.DegreesPerRadian), altitude, altitude + Refraction(altitude), distance);
    }

    /// <summary>Refraction by true altitude at 1010 hPa and 10 °C (Sæmundsson 1986, in Meeus, Astronomical Algorithms, 16.4), degrees.</summary>
    private static double Refraction(double altitude) =>
        altitude < NoRefractionBelowDegrees ? 0 : 1.02 / 60 / Math.Tan((altitude + 10.3 / (altitude + 5.11)) * Angle.RadiansPerDegree) + 0.0019279 / 60;
}

/// <summary>A direction on the equator and true equinox of date, from the centre of the Earth.</summary>
/// <param name="RightAscensionDegrees">0 to 360.</param>
/// <param name="DeclinationDegrees">North positive.</param>
public readonly record struct Equatorial(double RightAscensionDegrees, double DeclinationDegrees)
{
    /// <summary>The equatorial place of an ecliptic position.</summary>
    public static Equatorial Of(in SkyPosition position, EarthTilt tilt)
    {
        var (rightAscension, declination) = Ecliptic.ToEquator(position.Longitude.Degrees, position.LatitudeDegrees, tilt.TrueObliquityDegrees);
        return new(rightAscension, declination);
    }
}
