using System.Globalization;

namespace Kundli.EphemerisCompiler;

/// <summary>
/// A planet's heliocentric path by VSOP2013 (Simon, Francou, Fienga, Manche, A&amp;A 557, 2013): series of the elements a, λ, k, h, q, p in powers of
/// t, thousands of Julian years from J2000 (TDB).
/// </summary>
internal sealed class Vsop2013
{
    private const int Elements = 6;
    private const double Obliquity = 84381.41136;
    private const double Origin = -0.05188;

    private readonly TrigonometricSeries[][] _series;
    private readonly double _meanMotion;

    private Vsop2013(TrigonometricSeries[][] series, double meanMotion) => (_series, _meanMotion) = (series, meanMotion);

    /// <summary>Reads a table: a head that names λ's mean motion, then lines of variable, power, S, C, a, b.</summary>
    public static Vsop2013 Read(string path)
    {
        const string before = "lambda also has + ";
        var head = File.ReadLines(path).First(line => line.Contains(before, StringComparison.Ordinal));
        var motion = head[(head.IndexOf(before, StringComparison.Ordinal) + before.Length)..].Split(' ')[0];
        var terms = File.ReadLines(path).Where(line => line.Length > 0 && char.IsAsciiDigit(line[0])).Select(Parse).ToList();
        var powers = terms.Max(term => term.Power) + 1;
        var series = Enumerable.Range(1, Elements).Select(variable => Enumerable.Range(0, powers).Select(power =>
            new TrigonometricSeries([.. terms.Where(term => term.Variable == variable && term.Power == power).Select(term => term.Term)])).ToArray()).ToArray();
        return new Vsop2013(series, double.Parse(motion, CultureInfo.InvariantCulture));
    }

    /// <summary>Position in the celestial reference frame.</summary>
    public Vector At(double julianDay)
    {
        var t = (julianDay - Units.J2000) / 365250;
        Span<double> element = stackalloc double[Elements];
        for (var i = 0; i < Elements; i++)
            for (var power = _series[i].Length - 1; power >= 0; power--)
                element[i] = element[i] * t + _series[i][power].At(t);
        var (a, longitude, k, h, q, p) = (element[0], element[1] + _meanMotion * t, element[2], element[3], element[4], element[5]);

        var eccentric = EccentricLongitude(longitude, k, h);
        var (sin, cos) = Math.SinCos(eccentric);
        var b = 1 / (1 + Math.Sqrt(1 - h * h - k * k));
        var x = a * ((1 - h * h * b) * cos + h * k * b * sin - k);
        var y = a * ((1 - k * k * b) * sin + h * k * b * cos - h);
        var ecliptic = new Vector(
            x * (1 - 2 * p * p) + y * 2 * p * q,
            x * 2 * p * q + y * (1 - 2 * q * q),
            2 * Math.Sqrt(1 - p * p - q * q) * (q * y - p * x));
        return ecliptic.FromEcliptic(Obliquity, Origin);
    }

    /// <summary>Kepler's equation in eccentric longitude: λ = F − k sin F + h cos F.</summary>
    private static double EccentricLongitude(double longitude, double k, double h)
    {
        var f = longitude;
        for (var i = 0; i < 12; i++)
        {
            var (sin, cos) = Math.SinCos(f);
            f -= (f - k * sin + h * cos - longitude) / (1 - k * cos - h * sin);
        }
        return f;
    }

    private static (int Variable, int Power, double[] Term) Parse(string line)
    {
        var fields = line.Split(',');
        return (int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture),
            [.. fields[2..].Select(field => double.Parse(field, CultureInfo.InvariantCulture))]);
    }
}
