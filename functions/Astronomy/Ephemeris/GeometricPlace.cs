using Vector = (double X, double Y, double Z);

namespace Kundli.Astronomy.Ephemeris;

/// <summary>
/// Where a body is rather than where it is seen. The series hold what is seen: light that left the body one light-time before, tilted by aberration. So the
/// place at t is read one light-time after t, the tilt is taken out, and the Earth is moved back to where it was at t.
/// </summary>
internal static class GeometricPlace
{
    private const double LightAuPerDay = 173.144632674;
    private const double SunGravity = 2.9591220828e-4;
    private const double PrecessionDegreesPerDay = 3.8237e-5;

    /// <summary>Long enough that rounding does not show, short enough that the joints of segments seldom do; a power of two, so that it adds exactly.</summary>
    private const double RateStepDays = 1 / 512.0;

    internal static Place Of(SegmentSeries series, double julianDay)
    {
        var here = At(series, julianDay);
        var (longitude1, latitude1, distance1) = Difference(series, julianDay, RateStepDays);
        var (longitude2, latitude2, distance2) = Difference(series, julianDay, 2 * RateStepDays);
        const double per = 1 / (12 * RateStepDays);
        return here with
        {
            LongitudeRate = (8 * longitude1 - longitude2) * per,
            LatitudeRate = (8 * latitude1 - latitude2) * per,
            DistanceRate = (8 * distance1 - distance2) * per,
        };
    }

    private static (double Longitude, double Latitude, double Distance) Difference(SegmentSeries series, double julianDay, double step)
    {
        var before = At(series, julianDay - step);
        var after = At(series, julianDay + step);
        return (Angle.Wrap(after.Longitude - before.Longitude), after.Latitude - before.Latitude, after.Distance - before.Distance);
    }

    private static Place At(SegmentSeries series, double julianDay)
    {
        var now = Place.Of(series, julianDay);
        // The light that leaves at t arrives when t + d(arrival)/c has come.
        var lightDays = now.Distance / (LightAuPerDay - now.DistanceRate);
        var arrival = Place.Of(series, julianDay, lightDays);
        var (velocity, acceleration) = EarthMotion(julianDay, lightDays);

        var seen = Rectangular(arrival);
        var from = Scale(Aberrate(Scale(seen, 1 / arrival.Distance), Scale(velocity, -1 / LightAuPerDay)), arrival.Distance);
        var moved = Add(Scale(velocity, lightDays), Scale(acceleration, -lightDays * lightDays / 2));
        var place = Polar(Add(from, moved));
        return place with { Longitude = place.Longitude - PrecessionDegreesPerDay * lightDays };
    }

    /// <summary>The Earth's velocity about the barycentre of the solar system and its acceleration, astronomical units and days, mean ecliptic of date.</summary>
    private static (Vector Velocity, Vector Acceleration) EarthMotion(double julianDay, double laterDays)
    {
        var sun = Place.Of(Series.Sun, julianDay, laterDays);
        var s = Rectangular(sun);
        var (sin, cos) = Math.SinCos(sun.Longitude * Angle.RadiansPerDegree);
        var around = sun.Distance * sun.LongitudeRate * Angle.RadiansPerDegree;
        var acceleration = Scale(s, SunGravity / (sun.Distance * sun.Distance * sun.Distance));
        var sunVelocity = SunVelocity((julianDay - Time.JulianDayTt.J2000) / 36525);
        return ((around * sin - sun.DistanceRate * cos + acceleration.X * sun.Distance / LightAuPerDay + sunVelocity.X,
                 -around * cos - sun.DistanceRate * sin + acceleration.Y * sun.Distance / LightAuPerDay + sunVelocity.Y,
                 sunVelocity.Z), acceleration);
    }

    /// <summary>The Sun's own velocity, the answer to Jupiter's and Saturn's (mean longitudes and motions of Simon et al. 1994): it turns aberration by up to 0.009″.</summary>
    private static Vector SunVelocity(double t)
    {
        var (sinJupiter, cosJupiter) = Math.SinCos((34.351 + 3034.906 * t) * Angle.RadiansPerDegree);
        var (sinSaturn, cosSaturn) = Math.SinCos((50.077 + 1222.114 * t) * Angle.RadiansPerDegree);
        const double jupiter = 7.203e-6, saturn = 1.595e-6;
        return (jupiter * sinJupiter + saturn * sinSaturn, -jupiter * cosJupiter - saturn * cosSaturn, 0);
    }

    /// <summary>The direction in which an observer who moves at so many parts of the speed of light sees a direction (special relativity).</summary>
    internal static Vector Aberrate(Vector direction, Vector velocity)
    {
        var along = direction.X * velocity.X + direction.Y * velocity.Y + direction.Z * velocity.Z;
        var slow = Math.Sqrt(1 - (velocity.X * velocity.X + velocity.Y * velocity.Y + velocity.Z * velocity.Z));
        return Scale(Add(Scale(direction, slow), Scale(velocity, 1 + along / (1 + slow))), 1 / (1 + along));
    }

    private static Vector Rectangular(in Place place)
    {
        var (sinL, cosL) = Math.SinCos(place.Longitude * Angle.RadiansPerDegree);
        var (sinB, cosB) = Math.SinCos(place.Latitude * Angle.RadiansPerDegree);
        return (place.Distance * cosB * cosL, place.Distance * cosB * sinL, place.Distance * sinB);
    }

    private static Place Polar(Vector v)
    {
        var flat = Math.Sqrt(v.X * v.X + v.Y * v.Y);
        return new(Math.Atan2(v.Y, v.X) * Angle.DegreesPerRadian, Math.Atan2(v.Z, flat) * Angle.DegreesPerRadian, Math.Sqrt(flat * flat + v.Z * v.Z), 0, 0, 0);
    }

    private static Vector Scale(Vector v, double by) => (v.X * by, v.Y * by, v.Z * by);

    private static Vector Add(Vector a, Vector b) => (a.X + b.X, a.Y + b.Y, a.Z + b.Z);
}
