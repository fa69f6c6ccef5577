using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Time;

namespace Kundli.Astronomy.Sky;

/// <summary>When something in the sky reaches a value: ends of tithis, nakshatras and yogas, ingresses, stations. Instants are good to a millisecond of the curve given.</summary>
public static class Crossings
{
    /// <summary>The first instant within a span at which a curve passes through zero, or null.</summary>
    /// <param name="degrees">The curve, best as <see cref="Angle.Wrap"/> of an angle less its goal; a jump by more than 180 between steps is no crossing.</param>
    /// <param name="from">The beginning; a zero exactly here counts.</param>
    /// <param name="until">The end.</param>
    /// <param name="stepDays">How far apart to look; two crossings nearer than this may be missed.</param>
    /// <exception cref="SkyException">The span leaves the ephemeris or has no end, the step is not positive, or the curve gives no number.</exception>
    public static JulianDayTt? First(Func<JulianDayTt, double> degrees, JulianDayTt from, JulianDayTt until, double stepDays)
    {
        ArgumentNullException.ThrowIfNull(degrees);
        if (!(stepDays > 0))
            throw new SkyException(SkyProblem.NotFinite, "angle", "The step of a search must be a positive number of days.");
        RefuseEndless(from, until);
        return OrNull(RootFinder.First(new Given(degrees), from.Value, until.Value, stepDays));
    }

    /// <summary>The first instant at which a body stands at a longitude of a sidereal zodiac, going forwards or backwards, or null.</summary>
    /// <remarks>Steps are cut at the body's stations, so that a longitude that is touched and left again is not missed.</remarks>
    /// <exception cref="SkyException">The span leaves the ephemeris.</exception>
    public static JulianDayTt? OfLongitude(Graha body, SiderealLongitude goal, Ayanamsa ayanamsa, JulianDayTt from, JulianDayTt until, NodeKind node = NodeKind.Mean, PositionKind kind = PositionKind.Apparent)
    {
        RefuseEndless(from, until);
        var away = new Away(body, goal, ayanamsa, node, kind);
        var speed = new Speed(body, node, kind);
        var step = StepDays(body);
        for (var left = from.Value; left < until.Value; left += step)
        {
            var right = Math.Min(left + step, until.Value);
            var station = RootFinder.First(speed, left, right, step);
            var middle = double.IsNaN(station) ? right : station;
            var found = RootFinder.First(away, left, middle, step);
            if (double.IsNaN(found) && middle < right)
                found = RootFinder.First(away, middle, right, step);
            if (!double.IsNaN(found))
                return new(found);
        }
        return null;
    }

    /// <summary>The next instant at which a body stands still to turn back or on, or null.</summary>
    /// <exception cref="SkyException">The span leaves the ephemeris.</exception>
    public static JulianDayTt? NextStation(Graha body, JulianDayTt from, JulianDayTt until, NodeKind node = NodeKind.Mean, PositionKind kind = PositionKind.Apparent)
    {
        RefuseEndless(from, until);
        return OrNull(RootFinder.First(new Speed(body, node, kind), from.Value, until.Value, StepDays(body)));
    }

    /// <summary>The next instant at which the Moon is so many degrees ahead of the Sun (12° a tithi), or null.</summary>
    /// <exception cref="SkyException">The span leaves the ephemeris, or the angle is not finite.</exception>
    public static JulianDayTt? OfElongation(double degrees, JulianDayTt from, JulianDayTt until, PositionKind kind = PositionKind.Apparent)
    {
        if (!double.IsFinite(degrees))
            throw SkyException.Angle(degrees);
        RefuseEndless(from, until);
        return OrNull(RootFinder.First(new Elongation(degrees, kind), from.Value, until.Value, StepDays(Graha.Moon)));
    }

    /// <summary>A search whose end is no number would look like one that found nothing.</summary>
    private static void RefuseEndless(JulianDayTt from, JulianDayTt until)
    {
        if (!double.IsFinite(from.Value) || !double.IsFinite(until.Value))
            throw SkyException.Instant(double.IsFinite(from.Value) ? until.Value : from.Value);
    }

    /// <summary>Short enough that a body neither turns twice nor runs half around the zodiac between looks.</summary>
    private static double StepDays(Graha body) => body switch
    {
        Graha.Moon => 4,
        Graha.Rahu or Graha.Ketu => 1,
        Graha.Mercury => 4,
        _ => 8,
    };

    private static JulianDayTt? OrNull(double julianDay) => double.IsNaN(julianDay) ? null : new JulianDayTt(julianDay);

    private readonly struct Given(Func<JulianDayTt, double> degrees) : ICurve
    {
        public double At(double julianDay) => degrees(new JulianDayTt(julianDay)) is var value && double.IsFinite(value) ? value : throw SkyException.Angle(value);
    }

    private readonly struct Away(Graha body, SiderealLongitude goal, Ayanamsa ayanamsa, NodeKind node, PositionKind kind) : ICurve
    {
        public double At(double julianDay)
        {
            var instant = new JulianDayTt(julianDay);
            return Positions.Of(body, instant, node, kind).Longitude.ToSidereal(AyanamsaAt.Of(ayanamsa, instant, kind)) - goal;
        }
    }

    private readonly struct Speed(Graha body, NodeKind node, PositionKind kind) : ICurve
    {
        public double At(double julianDay) => Positions.Of(body, new JulianDayTt(julianDay), node, kind).SpeedDegreesPerDay;
    }

    private readonly struct Elongation(double degrees, PositionKind kind) : ICurve
    {
        public double At(double julianDay)
        {
            var instant = new JulianDayTt(julianDay);
            var moon = Positions.Of(Graha.Moon, instant, kind: kind).Longitude;
            return Angle.Wrap(moon - Positions.Of(Graha.Sun, instant, kind: kind).Longitude - degrees);
        }
    }
}
