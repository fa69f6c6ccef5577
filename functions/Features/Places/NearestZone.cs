using NodaTime.TimeZones;

namespace Kundli.Features.Places;

/// <summary>
/// The zone whose principal place (zone1970.tab of the IANA database) is nearest. Right for most births; near a border it can be the
/// neighbour's, so an answer always names the zone that it used, and a request may say which.
/// </summary>
public sealed class NearestZone : ITimeZoneLookup
{
    private const string India = "Asia/Kolkata";

    // The database names one place for a zone; India is wide, and its neighbours' capitals are nearer to most of it than Kolkata is.
    private static readonly (double Latitude, double Longitude)[] OfIndia =
    [
        (28.6, 77.2), (26.9, 75.8), (26.8, 80.9), (25.3, 83.0), (25.6, 85.1), (31.1, 77.2), (30.3, 78.0), (32.7, 74.9), (34.1, 74.8), (31.6, 74.9), (28.0, 73.3), (26.3, 73.0),
        (27.5, 77.7), (26.8, 83.4), (23.0, 72.6), (23.2, 69.7), (22.3, 70.8), (19.1, 72.9), (21.1, 79.1), (23.3, 77.4), (21.3, 81.6), (20.3, 85.8), (17.4, 78.5), (17.7, 83.3),
        (13.1, 80.3), (13.0, 77.6), (10.8, 78.7), (9.9, 78.1), (8.5, 77.0), (9.4, 79.0), (26.1, 91.7), (27.5, 95.0), (23.8, 91.3), (24.8, 93.9), (27.3, 88.6), (26.7, 88.4), (11.7, 92.7),
    ];

    private static readonly (double X, double Y, double Z, string Id)[] Places =
    [
        .. OfIndia.Select(place => Vector(place.Latitude, place.Longitude, India)),
        .. (TzdbDateTimeZoneSource.Default.Zone1970Locations ?? []).Select(place => Vector(place.Latitude, place.Longitude, place.ZoneId)),
    ];

    /// <inheritdoc/>
    public string? ZoneAt(double latitude, double longitude)
    {
        var point = Vector(latitude, longitude, "");
        return Places.Length == 0 ? null : Places.MaxBy(place => place.X * point.X + place.Y * point.Y + place.Z * point.Z).Id;
    }

    private static (double X, double Y, double Z, string Id) Vector(double latitude, double longitude, string id)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(latitude * Math.PI / 180);
        var (sinLongitude, cosLongitude) = Math.SinCos(longitude * Math.PI / 180);
        return (cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude, id);
    }
}
