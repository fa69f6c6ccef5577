using System.Globalization;

namespace Kundli.EphemerisCompiler;

/// <summary>Nutation IAU 2000B: 77 luni-solar terms and fixed offsets for the planets' part (McCarthy, Luzum, Celest. Mech. 85, 2003).</summary>
internal sealed class Nutation2000B
{
    /// <summary>The offset of the published model, and what the reference differs by beyond it.</summary>
    private const double OffsetLongitude = -0.000135;
    private const double OffsetObliquity = 0.000388;

    private readonly double[][] _terms;

    private Nutation2000B(double[][] terms) => _terms = terms;

    public static Nutation2000B Read(string path) => new([.. File.ReadLines(path)
        .Where(line => line.Length > 0 && (char.IsAsciiDigit(line[0]) || line[0] == '-'))
        .Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray())]);

    /// <summary>In longitude and in obliquity, degrees.</summary>
    public Vector At(double julianDay)
    {
        const double unitsPerArcsecond = 1e7;
        var t = (julianDay - Units.J2000) / 36525;
        var (l, sun, f, d, node) = (
            Radians(485868.249036 + 1717915923.2178 * t),
            Radians(1287104.79305 + 129596581.0481 * t),
            Radians(335779.526232 + 1739527262.8478 * t),
            Radians(1072260.70369 + 1602961601.2090 * t),
            Radians(450160.398036 - 6962890.5431 * t));
        var (longitude, obliquity) = (0.0, 0.0);
        foreach (var term in _terms)
        {
            var (sin, cos) = Math.SinCos(term[0] * l + term[1] * sun + term[2] * f + term[3] * d + term[4] * node);
            longitude += (term[5] + term[6] * t) * sin + term[7] * cos;
            obliquity += (term[8] + term[9] * t) * cos + term[10] * sin;
        }
        return new((longitude / unitsPerArcsecond + OffsetLongitude) / 3600, (obliquity / unitsPerArcsecond + OffsetObliquity) / 3600, 0);
    }

    private static double Radians(double arcseconds) => arcseconds % 1296000 * Units.RadiansPerArcsecond;
}
