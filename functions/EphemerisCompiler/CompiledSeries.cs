using Kundli.Astronomy.Ephemeris;

namespace Kundli.EphemerisCompiler;

/// <summary>How a body is cut and rounded, and how far the result may be from its source.</summary>
/// <param name="Id">Which.</param>
/// <param name="Days">Length of a segment.</param>
/// <param name="Degrees">Degrees of longitude, latitude and distance.</param>
/// <param name="QuantumArcseconds">The unit that angles are rounded to.</param>
/// <param name="QuantumAu">The unit that distances are rounded to.</param>
/// <param name="ToleranceArcseconds">Largest error allowed in longitude and latitude.</param>
/// <param name="Source">Longitude °, latitude °, distance AU by TT.</param>
internal sealed record Plan(SeriesId Id, double Days, int[] Degrees, double QuantumArcseconds, double QuantumAu, double ToleranceArcseconds, Func<double, Vector> Source);

/// <summary>One body fitted, rounded, checked and packed.</summary>
internal sealed class CompiledSeries
{
    /// <summary>The fit looks at this many more nodes than it keeps coefficients.</summary>
    private const int SpareNodes = 10;

    /// <summary>Largest relative error allowed in the distance.</summary>
    private const double DistanceTolerance = 5e-7;

    /// <summary>Largest error allowed in the rate of the longitude, degrees per day.</summary>
    private const double RateTolerance = 1e-5;

    private readonly long[][][] _integers;
    private readonly Plan _plan;
    private readonly double _start;

    public CompiledSeries(Plan plan, double start, int segments)
    {
        (_plan, _start) = (plan, start);
        _integers = new long[segments][][];
        var worst = new (double Longitude, double Latitude, double Distance, double Rate)[segments];
        Parallel.For(0, segments, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => _integers[i] = Round(Fit(i)));
        var unpacked = Unpacked();
        Parallel.For(0, segments, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => worst[i] = Check(unpacked, i));
        (Longitude, Latitude, Distance, Rate) = (worst.Max(w => w.Longitude), worst.Max(w => w.Latitude), worst.Max(w => w.Distance), worst.Max(w => w.Rate));
    }

    /// <summary>Largest error in longitude, arcseconds.</summary>
    public double Longitude { get; }

    /// <summary>Largest error in latitude, arcseconds.</summary>
    public double Latitude { get; }

    /// <summary>Largest relative error in distance.</summary>
    public double Distance { get; }

    /// <summary>Largest error in the rate of the longitude, degrees per day.</summary>
    public double Rate { get; }

    public bool IsWithinTolerance =>
        Longitude <= _plan.ToleranceArcseconds && Latitude <= _plan.ToleranceArcseconds && Distance <= DistanceTolerance && Rate <= RateTolerance;

    /// <summary>The bytes that the resource holds for this body.</summary>
    public byte[] Pack() => PackedWriter.Series(_plan, _start, _integers, Quanta());

    private double[] Quanta() => [_plan.QuantumArcseconds / 3600, _plan.QuantumArcseconds / 3600, _plan.QuantumAu];

    private double[][] Fit(int segment)
    {
        var left = _start + segment * _plan.Days;
        var middle = _plan.Source(left + _plan.Days / 2).X;
        var series = Chebyshev.Fit(
            x =>
            {
                var value = _plan.Source(left + (x + 1) / 2 * _plan.Days);
                return value with { X = middle + Math.IEEERemainder(value.X - middle, 360) };
            },
            _plan.Degrees.Max() + SpareNodes);
        double[][] coordinates = [[.. series.Select(c => c.X)], [.. series.Select(c => c.Y)], [.. series.Select(c => c.Z)]];
        coordinates[0][0] = Math.IEEERemainder(coordinates[0][0], 360);
        return [.. coordinates.Select((c, i) => c[..(_plan.Degrees[i] + 1)])];
    }

    private long[][] Round(double[][] coordinates)
    {
        var quanta = Quanta();
        return [.. coordinates.Select((c, i) => c.Select(value => (long)Math.Round(value / quanta[i])).ToArray())];
    }

    /// <summary>What the run time will have in memory, so that the check sees exactly what a chart will.</summary>
    private SegmentSeries Unpacked()
    {
        var terms = _plan.Degrees.Max() + 1;
        var quanta = Quanta();
        var coefficients = new double[_integers.Length * terms * SegmentSeries.Lanes];
        for (var segment = 0; segment < _integers.Length; segment++)
            for (var coordinate = 0; coordinate < quanta.Length; coordinate++)
                for (var k = 0; k < _integers[segment][coordinate].Length; k++)
                    coefficients[(segment * terms + k) * SegmentSeries.Lanes + coordinate] = _integers[segment][coordinate][k] * quanta[coordinate];
        return new SegmentSeries(_start, _plan.Days, _integers.Length, terms, coefficients);
    }

    /// <summary>The errors at points evenly spread over a segment, both ends included, none of them a node.</summary>
    private (double Longitude, double Latitude, double Distance, double Rate) Check(SegmentSeries compiled, int segment)
    {
        const double rateStepDays = 0.005;
        const double insideEnd = 1e-7;
        var points = _plan.Degrees.Max() + 3;
        (double Longitude, double Latitude, double Distance, double Rate) worst = default;
        for (var i = 0; i <= points; i++)
        {
            var julianDay = _start + (segment + Math.Clamp(i / (double)points, insideEnd, 1 - insideEnd)) * _plan.Days;
            compiled.Evaluate(julianDay, out var value, out var rate);
            var truth = _plan.Source(julianDay);
            var slope = Math.IEEERemainder(_plan.Source(julianDay + rateStepDays).X - _plan.Source(julianDay - rateStepDays).X, 360) / (2 * rateStepDays);
            worst = (
                Math.Max(worst.Longitude, Math.Abs(Math.IEEERemainder(value[0] - truth.X, 360)) * 3600),
                Math.Max(worst.Latitude, Math.Abs(value[1] - truth.Y) * 3600),
                truth.Z == 0 ? 0 : Math.Max(worst.Distance, Math.Abs(value[2] / truth.Z - 1)),
                Math.Max(worst.Rate, Math.Abs(rate[0] - slope)));
        }
        return worst;
    }
}
