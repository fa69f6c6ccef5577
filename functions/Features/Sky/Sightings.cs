using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Sky;

/// <summary>What the naked eye sees in a clear sky. How far the Sun must be down depends on how bright the body is (Schaefer 1987, rounded).</summary>
internal static class Sightings
{
    private const double MagnitudeMax = 6;
    private const double AltitudeMin = 1;
    private const double FarAu = 1e6;
    private const double StepDays = 10.0 / 1440;
    private const int Steps = 144;

    /// <summary>The thin Moon is lost in the Sun's light below this (Danjon).</summary>
    private const double MoonElongationMin = 7;

    /// <summary>Where a body stands. The nodes are directions: no distance, and so no parallax.</summary>
    public static Horizontal Look(Graha graha, LocalSky sky, NodeKind node = NodeKind.Mean)
    {
        var position = Positions.Of(graha, sky.Tt, node);
        return Horizontal.Of(graha.IsNode() ? position with { DistanceAu = FarAu } : position, sky);
    }

    /// <summary>Whether it can be seen.</summary>
    public static bool IsVisible(Graha graha, in Appearance look, double altitude, double sunAltitude) => graha switch
    {
        Graha.Sun => altitude > -1,
        Graha.Moon => altitude > 0 && look.ElongationDegrees > MoonElongationMin,
        _ => altitude > AltitudeMin && look.Magnitude <= MagnitudeMax && sunAltitude < SunAltitudeFor(look.Magnitude),
    };

    /// <summary>The first stretch within a day in which it can be seen while the Sun is down, or null.</summary>
    public static SightingAnswer? Tonight(Graha graha, in Appearance look, LocalSky now)
    {
        if (graha == Graha.Sun)
            return null;
        SightingAnswer? found = null;
        for (var step = 0; step <= Steps; step++)
        {
            var sky = LocalSky.At(now.Ut + step * StepDays, now.Observer);
            var (sun, seen) = (Look(Graha.Sun, sky).AltitudeDegrees, Look(graha, sky));
            var isSeen = sun < 0 && IsVisible(graha, look, seen.ApparentAltitudeDegrees, sun);
            if (!isSeen && found is not null)
                return found;
            if (!isSeen)
                continue;
            var at = sky.Ut.ToDateTimeOffset();
            found = found is null || seen.ApparentAltitudeDegrees > found.Altitude
                ? new(found?.From ?? at, at, at, seen.ApparentAltitudeDegrees, seen.AzimuthDegrees)
                : found with { Until = at };
        }
        return found;
    }

    private static double SunAltitudeFor(double magnitude) => magnitude switch
    {
        < -3 => -1,
        < -1 => -5,
        < 1 => -7,
        _ => -10,
    };
}
