namespace Kundli.Features.Places;

/// <summary>Which civil time a point of the Earth keeps.</summary>
public interface ITimeZoneLookup
{
    /// <summary>The IANA zone of a point, or null where none is known.</summary>
    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    string? ZoneAt(double latitude, double longitude);
}
