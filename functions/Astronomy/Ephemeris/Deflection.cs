namespace Kundli.Astronomy.Ephemeris;

/// <summary>
/// The bending of light by the Sun, in closed form from the triangle of Earth, Sun and body (the Sun's latitude is taken as zero). Kept out of the compiled
/// series, because it rises to 1.8″ within hours near a superior conjunction. Behind the Sun's disc, where no light passes, the mass that bends is only
/// the part inside the ray's radius, which lets the deflection fall smoothly to zero.
/// </summary>
internal static class Deflection
{
    /// <summary>2GM☉/c² in astronomical units, times degrees per radian.</summary>
    private const double Strength = 1.97412574336e-8 * Angle.DegreesPerRadian;
    private const double SunRadiusAu = 0.00465047;
    private const int MassExponent = 8;
    private const double NegligibleMass = 1e-9;

    /// <summary>What is added to a body's longitude and latitude, and to their rates, in degrees and days.</summary>
    internal static (double Longitude, double Latitude, double LongitudeRate, double LatitudeRate) Of(in Place body, in Place sun)
    {
        var (sinD, cosD) = Math.SinCos((body.Longitude - sun.Longitude) * Angle.RadiansPerDegree);
        var (sinB, cosB) = Math.SinCos(body.Latitude * Angle.RadiansPerDegree);
        var dRate = (body.LongitudeRate - sun.LongitudeRate) * Angle.RadiansPerDegree;
        var bRate = body.LatitudeRate * Angle.RadiansPerDegree;

        var cos = cosB * cosD;
        var cosRate = -bRate * sinB * cosD - cosB * sinD * dRate;
        var sinSquared = sinB * sinB + cosB * cosB * sinD * sinD;
        var fromSun = Math.Sqrt(sun.Distance * sun.Distance + body.Distance * body.Distance - 2 * sun.Distance * body.Distance * cos);
        var fromSunRate = (sun.Distance * sun.DistanceRate + body.Distance * body.DistanceRate
            - (sun.DistanceRate * body.Distance + sun.Distance * body.DistanceRate) * cos - sun.Distance * body.Distance * cosRate) / fromSun;

        // r + E − Δ cos ψ; behind the Sun its terms cancel, so it is taken from Δ² sin² ψ = r² − (Δ cos ψ − E)².
        var beyond = body.Distance * cos - sun.Distance;
        var divisor = beyond > 0 ? body.Distance * body.Distance * sinSquared / (fromSun + beyond) : fromSun - beyond;
        if (divisor <= 0)
            return default;
        var divisorRate = fromSunRate + sun.DistanceRate - body.DistanceRate * cos - body.Distance * cosRate;

        var (mass, massRate) = cos > 0 ? MassInside(sinSquared * (sun.Distance / SunRadiusAu) * (sun.Distance / SunRadiusAu), -2 * cos * cosRate / sinSquared) : (1, 0);
        // At the Sun's very centre nothing bends, and the rates of nothing are no numbers.
        if (mass < NegligibleMass)
            return default;
        var bend = Strength * mass * body.Distance / (sun.Distance * divisor);
        var relativeRate = massRate / mass + body.DistanceRate / body.Distance - sun.DistanceRate / sun.Distance - divisorRate / divisor;
        var (longitude, latitude) = (bend * sinD / cosB, bend * sinB * cosD);
        return (
            longitude,
            latitude,
            longitude * relativeRate + bend * (cosD * dRate / cosB + sinD * sinB * bRate / (cosB * cosB)),
            latitude * relativeRate + bend * (cosB * cosD * bRate - sinB * sinD * dRate));
    }

    /// <summary>The part of the Sun's mass inside the ray's closest distance, and its rate; 1 outside the disc.</summary>
    /// <param name="squared">The square of that distance in solar radii.</param>
    /// <param name="relativeRate">The rate of the square, divided by it.</param>
    private static (double Mass, double Rate) MassInside(double squared, double relativeRate)
    {
        if (squared >= 1)
            return (1, 0);
        // 1 − (1 − x²)⁸ follows the standard solar model (Bahcall, Pinsonneault, Basu 2001) within 0.05.
        var outside = Math.Pow(1 - squared, MassExponent - 1);
        return (1 - outside * (1 - squared), MassExponent * outside * squared * relativeRate);
    }
}
