using NodaTime;
using NodaTime.TimeZones;

namespace Kundli.Features.Places;

/// <summary>The clock of a place.</summary>
public static class CivilZone
{
    private const double DegreesPerHour = 15;

    private static readonly ZoneLocalMappingResolver Start = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>
    /// The zone that a request names; else the one of the coordinates; at sea, where nobody keeps one, the nautical zone of the longitude. A name that is not known
    /// must have been refused before.
    /// </summary>
    public static DateTimeZone Find(ITimeZoneLookup zones, double latitude, double longitude, string? name)
    {
        var found = name ?? zones.ZoneAt(latitude, longitude);
        return found is not null && DateTimeZoneProviders.Tzdb.GetZoneOrNull(found) is { } zone
            ? zone
            : DateTimeZone.ForOffset(Offset.FromHours((int)Math.Round(longitude / DegreesPerHour)));
    }

    /// <summary>Whether the IANA database knows a zone.</summary>
    public static bool IsKnown(string name) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is not null;

    /// <summary>The first instant of a civil date. Where clocks skip midnight it is the first that they showed; where a zone skipped the whole date, the first of the date that came in its place.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="date">The date.</param>
    public static Instant StartOfDay(DateTimeZone zone, LocalDate date) => zone.ResolveLocal(date.AtMidnight(), Start).ToInstant();
}
