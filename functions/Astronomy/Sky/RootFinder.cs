namespace Kundli.Astronomy.Sky;

/// <summary>A number of the sky that changes with time without jumps (but for the turn of an angle from 180 to −180).</summary>
internal interface ICurve
{
    /// <summary>The value at an instant.</summary>
    double At(double julianDay);
}

/// <summary>The one root finder: behind tithi ends, ingresses, stations, rises and culminations.</summary>
internal static class RootFinder
{
    private const int IterationsMax = 80;

    /// <summary>Half a tenth of a millisecond: the resolution of a Julian day in a double.</summary>
    private const double EnoughDays = 6e-10;

    /// <summary>
    /// The root inside an interval at whose ends the curve has different signs: false position with the weight of Anderson and Björck (BIT 13, 1973), which
    /// never leaves the interval, and a bisection whenever a step has not at least halved it in three.
    /// </summary>
    internal static double Inside<TCurve>(TCurve curve, double left, double atLeft, double right, double atRight) where TCurve : ICurve
    {
        var goal = Math.Abs(right - left) / 2;
        for (var i = 1; i <= IterationsMax && Math.Abs(right - left) > EnoughDays && atRight != 0; i++)
        {
            var middle = right - atRight * (right - left) / (atRight - atLeft);
            if (i % 3 == 0)
            {
                if (Math.Abs(right - left) > goal)
                    middle = (left + right) / 2;
                goal = Math.Abs(right - left) / 2;
            }
            var step = Math.Abs(middle - right);
            var atMiddle = curve.At(middle);
            if (Math.Sign(atMiddle) == Math.Sign(atRight))
            {
                var weight = 1 - atMiddle / atRight;
                atLeft *= weight > 0 ? weight : 0.5;
            }
            else
            {
                (left, atLeft) = (right, atRight);
            }
            (right, atRight) = (middle, atMiddle);
            if (step < EnoughDays)
                break;
        }
        return right;
    }

    /// <summary>The first root after an instant, looked for in equal steps; NaN if there is none until the end.</summary>
    /// <param name="curve">The curve; where it turns from 180 to −180 or back there is no root.</param>
    /// <param name="from">Where to begin; a root exactly here counts.</param>
    /// <param name="until">Where to end.</param>
    /// <param name="step">Days; two roots nearer than this may be missed.</param>
    internal static double First<TCurve>(TCurve curve, double from, double until, double step) where TCurve : ICurve
    {
        const double turn = 180;
        var left = from;
        var atLeft = curve.At(left);
        if (atLeft == 0)
            return left;
        while (left < until)
        {
            var right = Math.Min(left + step, until);
            var atRight = curve.At(right);
            if (Math.Sign(atRight) != Math.Sign(atLeft) && Math.Abs(atRight - atLeft) < turn)
                return atRight == 0 ? right : Inside(curve, left, atLeft, right, atRight);
            (left, atLeft) = (right, atRight);
        }
        return double.NaN;
    }
}
