using NodaTime.TimeZones;

namespace Kundli.Features.Places;

/// <summary>
/// The zone whose principal place (zone1970.tab of the IANA database) is nearest. Right for most births; near a border it can be the
/// neighbour's, so an answer always names the zone that it used, and a request may say which.
/// </summary>
public sealed class NearestZone : ITimeZoneLookup
{
    private static readonly (double X, double Y, double Z, string Id)[] Places =
    [
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
