using System.Globalization;

namespace Kundli.EphemerisCompiler;

/// <summary>
/// The Moon's geocentric path by ELP/MPP02 fitted to DE405 (Chapront, Francou, A&amp;A 404, 2003), read from the table <c>data/elpMppDeFull.js</c> of the npm
/// package astronomia 4.2.0 (MIT), in which the constants are applied. The correction to the mean longitude brings it to DE441.
/// </summary>
internal sealed class ElpMpp02
{
    private const double Obliquity = 84381.40960;
    private const double Origin = -0.05028;

    /// <summary>Terms below this (arcseconds, kilometres) are left out: together they stay under 0.0005″.</summary>
    private const double Negligible = 1e-6;

    private static readonly double[] MeanLongitudeCorrection = [0.0006, 0.0198, 0.012];

    private readonly double[] _meanLongitude;
    private readonly Dictionary<char, TrigonometricSeries[]> _series;

    private ElpMpp02(double[] meanLongitude, Dictionary<char, TrigonometricSeries[]> series) => (_meanLongitude, _series) = (meanLongitude, series);

    public int Terms => _series.Values.Sum(powers => powers.Sum(series => series.Count));

    /// <summary>Reads the table: numbers line by line under the headings L, B, R and their powers of T.</summary>
    public static ElpMpp02 Read(string path)
    {
        double[] meanLongitude = [];
        var terms = new Dictionary<char, List<List<double[]>>>();
        var coordinate = ' ';
        foreach (var raw in File.ReadLines(path))
        {
            var line = raw.Trim();
            if (line.StartsWith("W1:", StringComparison.Ordinal))
                meanLongitude = Numbers(line);
            else if (line is "L: {" or "B: {" or "R: {")
                terms[coordinate = line[0]] = [];
            else if (line.StartsWith('"'))
                terms[coordinate].Add([]);
            else if (line.StartsWith('[') && line.Length > 2 && Numbers(line) is { Length: 6 } term && Math.Abs(term[0]) > Negligible)
                terms[coordinate][^1].Add([term[0], 0, .. term[1..]]);
        }
        return new(meanLongitude, terms.ToDictionary(pair => pair.Key, pair => pair.Value.Select(power => new TrigonometricSeries(power)).ToArray()));
    }

    /// <summary>Position from the Earth's centre in the celestial reference frame, astronomical units.</summary>
    public Vector At(double julianDay)
    {
        var t = (julianDay - Units.J2000) / 36525;
        var longitude = Polynomial(_meanLongitude, t) + (Sum('L', t) + Polynomial(MeanLongitudeCorrection, t)) * Units.RadiansPerArcsecond;
        var latitude = Sum('B', t) * Units.RadiansPerArcsecond;
        var distance = Sum('R', t) / Units.KilometresPerAu;
        var (sinL, cosL) = Math.SinCos(longitude);
        var (sinB, cosB) = Math.SinCos(latitude);
        var (x, y, z) = (distance * cosL * cosB, distance * sinL * cosB, distance * sinB);

        // From the ecliptic of date to that of J2000 (Laskar 1986, as the theory prescribes).
        var p = Polynomial([0, 0.10180391e-4, 0.47020439e-6, -0.5417367e-9, -0.2507948e-11, 0.463486e-14], t);
        var q = Polynomial([0, -0.113469002e-3, 0.12372674e-6, 0.12654170e-8, -0.1371808e-11, -0.320334e-14], t);
        var r = Math.Sqrt(1 - p * p - q * q);
        var ecliptic = new Vector(
            (1 - 2 * p * p) * x + 2 * p * q * y + 2 * p * r * z,
            2 * p * q * x + (1 - 2 * q * q) * y - 2 * q * r * z,
            -2 * p * r * x + 2 * q * r * y + (1 - 2 * p * p - 2 * q * q) * z);
        return ecliptic.FromEcliptic(Obliquity, Origin);
    }

    private double Sum(char coordinate, double t)
    {
        var sum = 0.0;
        var powers = _series[coordinate];
        for (var power = powers.Length - 1; power >= 0; power--)
            sum = sum * t + powers[power].At(t);
        return sum;
    }

    private static double Polynomial(double[] coefficients, double t)
    {
        var sum = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
            sum = sum * t + coefficients[i];
        return sum;
    }

    private static double[] Numbers(string line) =>
        [.. line[(line.IndexOf('[', StringComparison.Ordinal) + 1)..line.IndexOf(']', StringComparison.Ordinal)].Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}
