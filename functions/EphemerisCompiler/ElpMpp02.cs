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

    /// <summary>
    /// What the orbit's node is moved by: fitted to the latitudes of DE441's vectors of 1970–2039 (JPL Horizons) and of sixty reference instants in 1800–2200. It takes the worst
    /// latitude from 0.020″ to 0.006″ and the worst true node from 0.23″ to 0.08″.
    /// </summary>
    private static readonly double[] MeanNodeCorrection = [0.0027, 0.0820, -0.0105];

    /// <summary>The inclination of the Moon's mean orbit, and its mean node with its motion from the fixed equinox, degrees and centuries.</summary>
    private const double MeanInclination = 5.1454;
    private const double MeanNode = 125.0446;
    private const double MeanNodeMotion = -1935.5332;

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
        var (x, y, z) = WithNodeMoved(new(distance * cosL * cosB, distance * sinL * cosB, distance * sinB), t);

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

    /// <summary>Turns the orbit about the ecliptic's pole, and the Moon in its orbit back by as much: the node moves and the longitude stays.</summary>
    private static Vector WithNodeMoved(Vector place, double t)
    {
        var (sinI, cosI) = Math.SinCos(MeanInclination * Math.PI / 180);
        var (sinN, cosN) = Math.SinCos((MeanNode + MeanNodeMotion * t) * Math.PI / 180);
        var turn = new Vector(-sinI * sinN, sinI * cosN, 1 - cosI) * (Polynomial(MeanNodeCorrection, t) * Units.RadiansPerArcsecond);
        return place + turn.Cross(place);
    }

    private double Sum(char coordinate, double t)
    {
        var sum = 0.0;
        var powers = _series[coordinate];
        for (var power = powers.Length - 1; power >= 0; power--)
            sum = sum * t + powers[power].At(t);
        return sum;
    }

    private static double Polynomial(ReadOnlySpan<double> coefficients, double t)
    {
        var sum = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
            sum = sum * t + coefficients[i];
        return sum;
    }

    private static double[] Numbers(string line) =>
        [.. line[(line.IndexOf('[', StringComparison.Ordinal) + 1)..line.IndexOf(']', StringComparison.Ordinal)].Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
}
