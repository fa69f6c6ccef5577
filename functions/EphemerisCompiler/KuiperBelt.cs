namespace Kundli.EphemerisCompiler;

/// <summary>
/// The Kuiper belt as DE440 and DE441 have it: an even ring of 44 AU radius in the ecliptic (Park and others 2021; Pitjeva, Pitjev, Astron. Lett. 44, 2018). Without it Pluto
/// leaves the vectors by a tenth of an arcsecond in a century.
/// </summary>
internal static class KuiperBelt
{
    private const double Radius = 44;
    private const double ObliquityArcseconds = 84381.448;

    /// <summary>The acceleration that a ring of unit gravity parameter gives at a place of the celestial reference frame.</summary>
    public static Vector Pull(Vector place)
    {
        var (sinE, cosE) = Math.SinCos(ObliquityArcseconds * Units.RadiansPerArcsecond);
        var (y, z) = (place.Y * cosE + place.Z * sinE, place.Z * cosE - place.Y * sinE);
        var flat = Math.Sqrt(place.X * place.X + y * y);

        // The ring's potential is −2 K(k) / π q with q the largest distance to the ring and p the smallest (Kellogg, Foundations of Potential Theory, 1929, III).
        var (qSquared, pSquared) = ((flat + Radius) * (flat + Radius) + z * z, (flat - Radius) * (flat - Radius) + z * z);
        var q = Math.Sqrt(qSquared);
        var (first, second) = Elliptic(pSquared / qSquared);
        var outward = -(second * (flat * flat - Radius * Radius - z * z) / pSquared + first) / (Math.PI * q * flat);
        var up = -2 * z * second / (Math.PI * q * pSquared);
        var (x, yy) = (outward * place.X / flat, outward * y / flat);
        return new(x, yy * cosE - up * sinE, yy * sinE + up * cosE);
    }

    /// <summary>The complete elliptic integrals K and E of a complementary parameter, by the arithmetic-geometric mean.</summary>
    private static (double First, double Second) Elliptic(double complementary)
    {
        var (a, b, power, sum) = (1.0, Math.Sqrt(complementary), 0.5, 0.5 * (1 - complementary));
        for (var i = 0; i < 8 && Math.Abs(a - b) > 1e-15 * a; i++)
        {
            var c = (a - b) / 2;
            (a, b) = ((a + b) / 2, Math.Sqrt(a * b));
            power *= 2;
            sum += power * c * c;
        }
        var first = Math.PI / (2 * a);
        return (first, first * (1 - sum));
    }
}
