namespace Kundli.EphemerisCompiler;

/// <summary>Where a body is at any instant of the span, with its velocity per day.</summary>
internal interface IPath
{
    (Vector Position, Vector Velocity) At(double julianDay);
}

/// <summary>A series summed anew at every instant.</summary>
internal sealed class SummedPath(Func<double, Vector> series) : IPath
{
    private const double StepDays = 1 / 64.0;

    public (Vector Position, Vector Velocity) At(double julianDay) =>
        (series(julianDay), (Difference(julianDay, StepDays) * 8 - Difference(julianDay, 2 * StepDays)) * (1 / (12 * StepDays)));

    private Vector Difference(double julianDay, double step) => series(julianDay + step) - series(julianDay - step);
}

/// <summary>
/// A slow series tabulated once: Chebyshev polynomials in full precision, far finer than what is compiled, so that light-time and velocities can be had
/// without summing the series again. Every segment is checked against the series between the nodes.
/// </summary>
internal sealed class TabulatedPath : IPath
{
    private readonly double _start;
    private readonly double _days;
    private readonly Vector[][] _segments;

    public TabulatedPath(Func<double, Vector> series, double start, double end, double days, int degree)
    {
        (_start, _days) = (start, days);
        _segments = new Vector[(int)Math.Ceiling((end - start) / days)][];
        var worst = new double[_segments.Length];
        Parallel.For(0, _segments.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            var left = start + i * days;
            _segments[i] = Chebyshev.Fit(x => series(left + (x + 1) / 2 * days), degree);
            foreach (var x in (double[])[-0.987, 0.043])
            {
                var julianDay = left + (x + 1) / 2 * days;
                var truth = series(julianDay);
                worst[i] = Math.Max(worst[i], (At(julianDay).Position - truth).Length / truth.Length);
            }
        });
        WorstRelative = worst.Max();
    }

    /// <summary>The largest difference from the series, relative to the distance.</summary>
    public double WorstRelative { get; }

    public (Vector Position, Vector Velocity) At(double julianDay)
    {
        var index = Math.Clamp((int)((julianDay - _start) / _days), 0, _segments.Length - 1);
        var x = 2 * ((julianDay - _start) / _days - index) - 1;
        var (value, slope) = Chebyshev.Evaluate(_segments[index], x);
        return (value, slope * (2 / _days));
    }
}

/// <summary>Chebyshev interpolation of vectors.</summary>
internal static class Chebyshev
{
    /// <summary>Coefficients, lowest first, through the roots of the next polynomial.</summary>
    public static Vector[] Fit(Func<double, Vector> function, int degree)
    {
        var nodes = degree + 1;
        var values = Enumerable.Range(0, nodes).Select(j => function(Math.Cos(Math.PI * (j + 0.5) / nodes))).ToArray();
        var coefficients = new Vector[nodes];
        for (var k = 0; k < nodes; k++)
        {
            var sum = default(Vector);
            for (var j = 0; j < nodes; j++)
                sum += values[j] * Math.Cos(Math.PI * k * (j + 0.5) / nodes);
            coefficients[k] = sum * ((k == 0 ? 1.0 : 2.0) / nodes);
        }
        return coefficients;
    }

    /// <summary>Value and derivative by x (Clenshaw).</summary>
    public static (Vector Value, Vector Slope) Evaluate(ReadOnlySpan<Vector> coefficients, double x)
    {
        Vector b1 = default, b2 = default, d1 = default, d2 = default;
        for (var k = coefficients.Length - 1; k > 0; k--)
        {
            var b = coefficients[k] + b1 * (2 * x) - b2;
            var d = b1 * 2 + d1 * (2 * x) - d2;
            (b2, b1, d2, d1) = (b1, b, d1, d);
        }
        return (coefficients[0] + b1 * x - b2, b1 + d1 * x - d2);
    }
}
