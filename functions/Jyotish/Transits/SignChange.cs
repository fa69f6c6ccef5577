using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Transits;

/// <summary>A graha passes from one sign into another, forwards or backwards.</summary>
/// <param name="Instant">When.</param>
/// <param name="From">The sign that it leaves.</param>
/// <param name="To">The sign that it enters.</param>
public sealed record SignChange(JulianDayUt Instant, Rashi From, Rashi To);

/// <summary>A graha stands still to turn.</summary>
/// <param name="Instant">When.</param>
/// <param name="TurnsRetrograde">Whether it moves backwards afterwards.</param>
public sealed record Station(JulianDayUt Instant, bool TurnsRetrograde);

/// <summary>The changes of sign (gochara) and of direction next before and after an instant.</summary>
public static class Changes
{
    /// <summary>The first instant that is searched: 1 January 1800.</summary>
    public static readonly JulianDayUt First = new(2378496.5);

    /// <summary>The last instant that is searched: 31 December 2199.</summary>
    public static readonly JulianDayUt Last = new(2524592.5);

    // A tenth of a second.
    private const double EnoughDays = 1e-6;

    /// <summary>The next change of sign after an instant, or the last before it; null when the ephemeris ends before.</summary>
    /// <param name="graha">Which.</param>
    /// <param name="from">From when on.</param>
    /// <param name="conventions">Ayanamsa, node and kind of position.</param>
    /// <param name="backwards">Whether the last one before is wanted.</param>
    public static SignChange? OfSign(Graha graha, JulianDayUt from, ChartConventions conventions, bool backwards = false)
    {
        var sign = SignAt(graha, from.Value, conventions);
        var step = backwards ? -StepDays(graha, conventions.Node) : StepDays(graha, conventions.Node);
        var speed = Speed(graha, from.Value, conventions);
        for (var near = from.Value; Inside(near + step); near += step)
        {
            var far = near + step;
            var farSpeed = Speed(graha, far, conventions);
            if (SignAt(graha, far, conventions) == sign)
            {
                // It may have turned in another sign and be back.
                var turned = speed < 0 != (farSpeed < 0) ? Bisect(near, far, day => Speed(graha, day, conventions) < 0) : far;
                speed = farSpeed;
                if (SignAt(graha, turned, conventions) == sign)
                    continue;
                far = turned;
            }
            var change = Bisect(near, far, day => SignAt(graha, day, conventions) == sign);
            var other = SignAt(graha, change, conventions);
            return new(new JulianDayUt(change), backwards ? other : sign, backwards ? sign : other);
        }
        return null;
    }

    /// <summary>The next instant at which a graha turns, or the last before; null for Sun, Moon and mean node, and when the ephemeris ends before.</summary>
    /// <param name="graha">Which.</param>
    /// <param name="from">From when on.</param>
    /// <param name="conventions">Node and kind of position.</param>
    /// <param name="backwards">Whether the last one before is wanted.</param>
    public static Station? OfDirection(Graha graha, JulianDayUt from, ChartConventions conventions, bool backwards = false)
    {
        if (graha is Graha.Sun or Graha.Moon || (graha.IsNode() && conventions.Node == NodeKind.Mean))
            return null;
        var step = backwards ? -StepDays(graha, conventions.Node) : StepDays(graha, conventions.Node);
        var retrograde = Speed(graha, from.Value, conventions) < 0;
        for (var near = from.Value; Inside(near + step); near += step)
            if (Speed(graha, near + step, conventions) < 0 != retrograde)
                return new(new JulianDayUt(Bisect(near, near + step, day => Speed(graha, day, conventions) < 0)), retrograde == backwards);
        return null;
    }

    /// <summary>The sign of a graha at an instant.</summary>
    public static Rashi SignAt(Graha graha, JulianDayUt instant, ChartConventions conventions) => SignAt(graha, instant.Value, conventions);

    /// <summary>Short enough that a body neither turns twice nor passes a whole sign between looks.</summary>
    private static double StepDays(Graha graha, NodeKind node) => graha switch
    {
        Graha.Moon => 1,
        Graha.Rahu or Graha.Ketu => node == NodeKind.True ? 1 : 16,
        Graha.Sun => 16,
        Graha.Mercury => 4,
        Graha.Mars or Graha.Venus => 8,
        _ => 24,
    };

    private static bool Inside(double day) => day >= First.Value && day <= Last.Value;

    private static double Bisect(double near, double far, Func<double, bool> holds)
    {
        var atNear = holds(near);
        while (Math.Abs(far - near) > EnoughDays)
        {
            var middle = (near + far) / 2;
            if (holds(middle) == atNear)
                near = middle;
            else
                far = middle;
        }
        return far;
    }

    private static Rashi SignAt(Graha graha, double day, ChartConventions conventions)
    {
        var instant = new JulianDayUt(day).ToTt();
        return Positions.Of(graha, instant, conventions.Node, conventions.Positions).Longitude.ToSidereal(AyanamsaAt.Of(conventions.Ayanamsa, instant, conventions.Positions)).Rashi;
    }

    private static double Speed(Graha graha, double day, ChartConventions conventions) =>
        Positions.Of(graha, new JulianDayUt(day).ToTt(), conventions.Node, conventions.Positions).SpeedDegreesPerDay;
}
