using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Kundli.Astronomy.Ephemeris;

/// <summary>
/// Three coordinates of one body over the whole span as Chebyshev polynomials on segments of equal length. The coefficients of the three stand side by side
/// (with a lane to spare), so that one pass of Clenshaw's recurrence gives all three and their rates.
/// </summary>
internal sealed class SegmentSeries(double start, double days, int segments, int terms, double[] coefficients)
{
    internal const int Lanes = 4;

    private readonly double _perDay = 1 / days;

    internal double Start => start;

    internal double End => start + days * segments;

    /// <summary>The coordinates at an instant, and their rates per day.</summary>
    /// <exception cref="SkyException">The instant lies outside the span or is not a number.</exception>
    internal void Evaluate(double julianDay, out Vector256<double> value, out Vector256<double> rate) => Evaluate(julianDay, 0, out value, out rate);

    /// <summary>The same a moment later: apart from the Julian day, whose steps of 0.04 ms a light-time would be rounded to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Evaluate(double julianDay, double laterDays, out Vector256<double> value, out Vector256<double> rate)
    {
        var elapsed = julianDay - start;
        var position = (elapsed + laterDays) * _perDay;
        if (!(position >= 0 && position < segments))
            throw SkyException.Instant(julianDay);
        var segment = (int)position;
        // From the days, which subtract exactly, not from the position, whose rounding would show in the Moon's speed.
        var x = 2 * _perDay * (elapsed - segment * days + laterDays) - 1;
        ref var c = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(coefficients), segment * terms * Lanes);

        // b is Clenshaw's sequence for the value, d its derivative by x.
        var twoX = Vector256.Create(2 * x);
        var b1 = Vector256<double>.Zero;
        var b2 = Vector256<double>.Zero;
        var d1 = Vector256<double>.Zero;
        var d2 = Vector256<double>.Zero;
        for (var k = terms - 1; k > 0; k--)
        {
            var b = Vector256.FusedMultiplyAdd(twoX, b1, Vector256.LoadUnsafe(ref c, (nuint)(k * Lanes)) - b2);
            var d = Vector256.FusedMultiplyAdd(twoX, d1, b1 + b1 - d2);
            b2 = b1;
            b1 = b;
            d2 = d1;
            d1 = d;
        }
        var onceX = Vector256.Create(x);
        value = Vector256.FusedMultiplyAdd(onceX, b1, Vector256.LoadUnsafe(ref c) - b2);
        rate = Vector256.FusedMultiplyAdd(onceX, d1, b1 - d2) * Vector256.Create(2 * _perDay);
    }
}
