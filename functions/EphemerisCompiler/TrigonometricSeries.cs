using System.Runtime.Intrinsics;

namespace Kundli.EphemerisCompiler;

/// <summary>A sum of S·sin φ + C·cos φ with φ a polynomial of time, four terms at a time.</summary>
internal sealed class TrigonometricSeries
{
    private const int Lanes = 4;
    private readonly int _degree;
    private readonly double[] _sines;
    private readonly double[] _cosines;
    private readonly double[][] _phases;

    /// <param name="terms">S, C and the phase's coefficients, lowest first; all of one length.</param>
    public TrigonometricSeries(IReadOnlyList<double[]> terms)
    {
        Count = terms.Count;
        _degree = terms.Count == 0 ? 0 : terms[0].Length - 3;
        var padded = (Count + Lanes - 1) / Lanes * Lanes;
        _sines = new double[padded];
        _cosines = new double[padded];
        _phases = [.. Enumerable.Range(0, _degree + 1).Select(_ => new double[padded])];
        for (var i = 0; i < Count; i++)
        {
            (_sines[i], _cosines[i]) = (terms[i][0], terms[i][1]);
            for (var k = 0; k <= _degree; k++)
                _phases[k][i] = terms[i][k + 2];
        }
    }

    public int Count { get; }

    public double At(double t)
    {
        var time = Vector256.Create(t);
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < _sines.Length; i += Lanes)
        {
            var phase = Vector256.LoadUnsafe(ref _phases[_degree][i]);
            for (var k = _degree - 1; k >= 0; k--)
                phase = phase * time + Vector256.LoadUnsafe(ref _phases[k][i]);
            var (sin, cos) = Vector256.SinCos(phase);
            sum += sin * Vector256.LoadUnsafe(ref _sines[i]) + cos * Vector256.LoadUnsafe(ref _cosines[i]);
        }
        return Vector256.Sum(sum);
    }
}
