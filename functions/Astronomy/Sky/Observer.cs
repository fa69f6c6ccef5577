namespace Kundli.Astronomy.Sky;

/// <summary>A point on the Earth's surface, at sea level.</summary>
public readonly record struct Observer
{
    /// <param name="latitudeDegrees">Geodetic latitude, north positive, −90 … 90.</param>
    /// <param name="longitudeDegrees">Longitude, east positive, −180 … 180.</param>
    /// <exception cref="SkyException">A coordinate is not finite or out of its range.</exception>
    public Observer(double latitudeDegrees, double longitudeDegrees)
    {
        if (!(latitudeDegrees is >= -90 and <= 90))
            throw new SkyException(SkyProblem.LatitudeOutOfRange, "latitude", $"A latitude lies between -90 and 90 degrees; {latitudeDegrees} does not.");
        if (!(longitudeDegrees is >= -180 and <= 180))
            throw new SkyException(SkyProblem.LongitudeOutOfRange, "longitude", $"A longitude lies between -180 and 180 degrees; {longitudeDegrees} does not.");
        LatitudeDegrees = latitudeDegrees;
        LongitudeDegrees = longitudeDegrees;
    }

    /// <summary>Geodetic latitude, north positive.</summary>
    public double LatitudeDegrees { get; }

    /// <summary>Longitude, east positive.</summary>
    public double LongitudeDegrees { get; }
}
