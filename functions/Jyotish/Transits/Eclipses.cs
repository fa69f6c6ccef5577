using Kundli.Astronomy;
using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;

namespace Kundli.Jyotish.Transits;

/// <summary>An eclipse by how much it takes.</summary>
public enum Eclipse
{
    /// <summary>The Moon passes through the half shadow alone; no custom keeps it.</summary>
    Penumbral,

    /// <summary>A part is covered.</summary>
    Partial,

    /// <summary>The Moon stands before the Sun and leaves a ring.</summary>
    Annular,

    /// <summary>All is covered.</summary>
    Total,
}

/// <summary>
/// Whether a new or full moon is an eclipse somewhere on Earth, seen from the Earth's centre: the discs, the parallax and, for the Moon, the Earth's shadow a
/// hundredth wider than the Earth alone would cast it, as Danjon measured (Espenak and Meeus 2009, Five Millennium Catalog of Lunar Eclipses, 1.2).
/// </summary>
public static class Eclipses
{
    private const double AuKm = 149_597_870.7;
    private const double EarthRadiusKm = 6378.1366;
    private const double MoonRadiusKm = 1737.4;
    private const double SunRadiusKm = 696_000;
    private const double ShadowGrowth = 1.01;

    /// <summary>Half of the span around the syzygy in which the discs come nearest.</summary>
    private const double NearestDays = 0.15;

    /// <summary>Ten thousandths of a day: the distance changes by no more than a thousandth of a disc meanwhile.</summary>
    private const double EnoughDays = 1e-4;

    private static readonly double GoldenPart = (Math.Sqrt(5) - 1) / 2;

    /// <summary>The eclipse of the Sun at a new moon, or null.</summary>
    public static Eclipse? OfSun(JulianDayTt newMoon)
    {
        var (apart, moon, sun) = Nearest(newMoon, 0);
        var parallax = Seen(EarthRadiusKm, moon) - Seen(EarthRadiusKm, sun);
        if (apart > parallax + Seen(MoonRadiusKm, moon) + Seen(SunRadiusKm, sun))
            return null;
        if (apart > parallax)
            return Eclipse.Partial;
        // Where the axis of the shadow meets the ground, the Moon is nearer than from the Earth's centre.
        var nearer = moon - EarthRadiusKm / AuKm * Math.Sqrt(1 - Math.Pow(apart / parallax, 2));
        return Seen(MoonRadiusKm, nearer) < Seen(SunRadiusKm, sun) ? Eclipse.Annular : Eclipse.Total;
    }

    /// <summary>The eclipse of the Moon at a full moon, or null.</summary>
    public static Eclipse? OfMoon(JulianDayTt fullMoon)
    {
        var (apart, moon, sun) = Nearest(fullMoon, 180);
        var (shadow, light, disc) = (ShadowGrowth * Seen(EarthRadiusKm, moon) + Seen(EarthRadiusKm, sun), Seen(SunRadiusKm, sun), Seen(MoonRadiusKm, moon));
        return apart < shadow - light - disc ? Eclipse.Total : apart < shadow - light + disc ? Eclipse.Partial : apart < shadow + light + disc ? Eclipse.Penumbral : null;
    }

    /// <summary>How near the Moon comes to the Sun, or to the point opposite, in degrees, with both distances then; found by the golden section.</summary>
    private static (double Apart, double MoonAu, double SunAu) Nearest(JulianDayTt syzygy, double opposite)
    {
        var (left, right) = (syzygy.Value - NearestDays, syzygy.Value + NearestDays);
        while (right - left > EnoughDays)
        {
            var (one, other) = (right - GoldenPart * (right - left), left + GoldenPart * (right - left));
            if (Apart(one, opposite).Degrees < Apart(other, opposite).Degrees)
                right = other;
            else
                left = one;
        }
        var (degrees, moon, sun) = Apart((left + right) / 2, opposite);
        return (degrees, moon, sun);
    }

    private static (double Degrees, double MoonAu, double SunAu) Apart(double day, double opposite)
    {
        Span<SkyPosition> found = stackalloc SkyPosition[2];
        Positions.Fill(new JulianDayTt(day), found);
        var (sun, moon) = (found[(int)Graha.Sun], found[(int)Graha.Moon]);
        var along = Angle.Wrap(moon.Longitude.Degrees - sun.Longitude.Degrees - opposite) * Math.Cos(moon.LatitudeDegrees * Math.PI / 180);
        var across = moon.LatitudeDegrees + (opposite == 0 ? -sun.LatitudeDegrees : sun.LatitudeDegrees);
        return (Math.Sqrt(along * along + across * across), moon.DistanceAu, sun.DistanceAu);
    }

    /// <summary>The angle under which a length is seen, in degrees.</summary>
    private static double Seen(double km, double au) => Math.Asin(km / (au * AuKm)) * 180 / Math.PI;
}
