namespace Kundli.Astronomy.Sky;

/// <summary>Where a body stands as seen from the centre of the Earth, on the ecliptic and true equinox of date.</summary>
/// <param name="Longitude">Tropical longitude.</param>
/// <param name="LatitudeDegrees">Ecliptic latitude, degrees north.</param>
/// <param name="DistanceAu">Distance in astronomical units (light-time retarded for apparent positions).</param>
/// <param name="SpeedDegreesPerDay">The rate of the longitude itself, nutation and deflection included; negative while retrograde.</param>
/// <param name="LatitudeSpeedDegreesPerDay">The rate of the latitude.</param>
/// <param name="DistanceSpeedAuPerDay">The rate of the distance.</param>
public readonly record struct SkyPosition(
    TropicalLongitude Longitude,
    double LatitudeDegrees,
    double DistanceAu,
    double SpeedDegreesPerDay,
    double LatitudeSpeedDegreesPerDay,
    double DistanceSpeedAuPerDay)
{
    /// <summary>Whether the body moves backwards through the zodiac.</summary>
    public bool IsRetrograde => SpeedDegreesPerDay < 0;
}
