namespace Kundli.Astronomy;

/// <summary>Arithmetic of angles in degrees, which everything here is measured in.</summary>
public static class Angle
{
    internal const double DegreesPerRadian = 180 / Math.PI;
    internal const double RadiansPerDegree = Math.PI / 180;
    internal const double ArcsecondsPerDegree = 3600;

    /// <summary>The same direction within 0 (included) to 360 (excluded) degrees. NaN and infinities give NaN.</summary>
    public static double Normalize(double degrees)
    {
        if (degrees is >= 0 and < 360)
            return degrees;
        var turned = degrees - 360 * Math.Floor(degrees / 360);
        // A tiny negative angle rounds up to 360 itself.
        return turned >= 360 ? 0 : turned;
    }

    /// <summary>The same direction within −180 (included) to 180 (excluded) degrees: the shortest way from one angle to another, given their difference.</summary>
    public static double Wrap(double degrees)
    {
        var turned = Normalize(degrees);
        return turned >= 180 ? turned - 360 : turned;
    }
}
