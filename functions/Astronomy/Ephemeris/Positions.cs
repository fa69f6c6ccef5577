using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;

namespace Kundli.Astronomy.Ephemeris;

/// <summary>
/// Geocentric positions of the grahas and the outer planets, 1800–2199. Sun, Mercury … Saturn after VSOP2013 (Simon, Francou, Fienga, Manche 2013), the Moon after
/// ELP/MPP02 (Chapront, Francou 2003), Uranus, Neptune and Pluto by an integration fitted to JPL's DE441; all compiled to Chebyshev segments.
/// Nothing is allocated and nothing is kept between calls: any number of threads may ask at once.
/// </summary>
public static class Positions
{
    /// <summary>The number of grahas: what <see cref="Fill"/> takes for a chart without the outer planets.</summary>
    public const int Grahas = 9;

    /// <summary>The number of all bodies.</summary>
    public const int Bodies = 12;

    /// <summary>One body's position and speed.</summary>
    /// <param name="body">Which body.</param>
    /// <param name="instant">When.</param>
    /// <param name="node">Which node Rahu and Ketu are.</param>
    /// <param name="kind">As seen, or geometric.</param>
    /// <exception cref="SkyException">The instant is outside the ephemeris.</exception>
    public static SkyPosition Of(Graha body, JulianDayTt instant, NodeKind node = NodeKind.Mean, PositionKind kind = PositionKind.Apparent)
    {
        var tilt = EarthTilt.At(instant);
        if (body is Graha.Rahu or Graha.Ketu)
            return Node(body, instant, node, tilt);
        if (kind == PositionKind.True)
            return OnTrueEquinox(GeometricPlace.Of(Series.Of(body), instant.Value), tilt, default);
        var place = Place.Of(Series.Of(body), instant.Value);
        return body is Graha.Sun or Graha.Moon
            ? OnTrueEquinox(place, tilt, default)
            : OnTrueEquinox(place, tilt, Deflection.Of(place, Place.Of(Series.Sun, instant.Value)));
    }

    /// <summary>The positions of the first bodies in the order of <see cref="Graha"/>: as many as the span holds, 9 for the grahas or 12 with the outer planets.</summary>
    /// <param name="instant">When.</param>
    /// <param name="positions">Receives the positions; index = (int)<see cref="Graha"/>.</param>
    /// <param name="node">Which node Rahu and Ketu are.</param>
    /// <param name="kind">As seen, or geometric.</param>
    /// <exception cref="SkyException">The instant is outside the ephemeris.</exception>
    /// <exception cref="ArgumentException">The span holds more than 12.</exception>
    public static void Fill(JulianDayTt instant, Span<SkyPosition> positions, NodeKind node = NodeKind.Mean, PositionKind kind = PositionKind.Apparent)
    {
        if (positions.Length > Bodies)
            throw new ArgumentException($"There are {Bodies} bodies.", nameof(positions));
        var tilt = EarthTilt.At(instant);
        var sun = Place.Of(Series.Sun, instant.Value);
        for (var i = 0; i < positions.Length; i++)
        {
            var body = (Graha)i;
            if (body is Graha.Rahu or Graha.Ketu)
                positions[i] = Node(body, instant, node, tilt);
            else if (kind == PositionKind.True)
                positions[i] = OnTrueEquinox(GeometricPlace.Of(Series.Of(body), instant.Value), tilt, default);
            else if (body == Graha.Sun)
                positions[i] = OnTrueEquinox(sun, tilt, default);
            else
            {
                var place = Place.Of(Series.Of(body), instant.Value);
                positions[i] = OnTrueEquinox(place, tilt, body == Graha.Moon ? default : Deflection.Of(place, sun));
            }
        }
    }

    private static SkyPosition Node(Graha body, JulianDayTt instant, NodeKind node, EarthTilt tilt)
    {
        var place = node == NodeKind.True ? MoonNode.True(instant) : MoonNode.Mean(instant);
        return OnTrueEquinox(body == Graha.Ketu ? place with { Longitude = place.Longitude + 180 } : place, tilt, default);
    }

    private static SkyPosition OnTrueEquinox(in Place place, EarthTilt tilt, in (double Longitude, double Latitude, double LongitudeRate, double LatitudeRate) bend) => new(
        new TropicalLongitude(place.Longitude + tilt.NutationLongitudeDegrees + bend.Longitude),
        place.Latitude + bend.Latitude,
        place.Distance,
        place.LongitudeRate + tilt.NutationLongitudeSpeed + bend.LongitudeRate,
        place.LatitudeRate + bend.LatitudeRate,
        place.DistanceRate);
}
