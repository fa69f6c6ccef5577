using Kundli.Astronomy.Ephemeris;
using Kundli.Astronomy.Time;

namespace Kundli.Astronomy.Sky;

/// <summary>What counts as a rise or a set.</summary>
public enum HorizonConvention
{
    /// <summary>The upper limb touches the sea horizon, with refraction at 1013.25 hPa and 15 °C and seen from the place: what almanacs and Drik Panchang print.</summary>
    UpperLimb,

    /// <summary>The disc's centre stands at altitude 0 without refraction, seen from the Earth's centre; for the Sun its latitude is left out: Prokerala, Jagannatha Hora.</summary>
    Hindu,
}

/// <summary>What a body may do at the horizon or the meridian.</summary>
public enum HorizonEvent
{
    /// <summary>It comes up.</summary>
    Rise,

    /// <summary>It passes the upper meridian.</summary>
    Culmination,

    /// <summary>It goes down.</summary>
    Set,

    /// <summary>It passes the lower meridian.</summary>
    LowerCulmination,
}

/// <summary>Why a body neither rises nor sets in a span.</summary>
public enum SkyAbsence
{
    /// <summary>It does.</summary>
    None,

    /// <summary>It stays above the horizon: the polar day.</summary>
    AlwaysAbove,

    /// <summary>It stays below the horizon: the polar night.</summary>
    AlwaysBelow,

    /// <summary>It crosses the horizon, but the event asked for falls outside the span (a day without moonrise).</summary>
    OutsideSpan,
}

/// <summary>An event that may not happen.</summary>
/// <param name="Instant">When, or null.</param>
/// <param name="Absence">Why not, or <see cref="SkyAbsence.None"/>.</param>
public readonly record struct SkyEvent(JulianDayUt? Instant, SkyAbsence Absence)
{
    internal static SkyEvent At(double julianDay) => new(new JulianDayUt(julianDay), SkyAbsence.None);
}

/// <summary>Rises, culminations and sets of Sun, Moon and planets.</summary>
public static class Risings
{
    /// <summary>A little more than a lunar day: within it everything that rises daily has risen.</summary>
    public const double DefaultSpanDays = 1.1;

    /// <summary>Longest span that is searched.</summary>
    public const double SpanDaysMax = 400;

    /// <summary>Half a sidereal day, in which a body goes from one culmination to the other.</summary>
    private const double HalfTurnDays = 0.49863;

    /// <summary>The next event of a body after an instant.</summary>
    /// <param name="body">Sun, Moon or planet.</param>
    /// <param name="what">Which event.</param>
    /// <param name="from">The beginning of the span.</param>
    /// <param name="observer">The place.</param>
    /// <param name="convention">What counts as a rise or a set.</param>
    /// <param name="spanDays">The length of the span, at most <see cref="SpanDaysMax"/>.</param>
    /// <returns>The instant, or why there is none within the span.</returns>
    /// <exception cref="SkyException">The span leaves the ephemeris, or the body has no place of its own (the nodes).</exception>
    public static SkyEvent Next(Graha body, HorizonEvent what, JulianDayUt from, Observer observer, HorizonConvention convention = HorizonConvention.UpperLimb, double spanDays = DefaultSpanDays)
    {
        if (body is Graha.Rahu or Graha.Ketu)
            throw new SkyException(SkyProblem.NotDefinedForBody, "graha", "The Moon's nodes are points; they don't rise.");
        if (!(spanDays is > 0 and <= SpanDaysMax))
            throw new SkyException(SkyProblem.InstantOutOfRange, "instant", $"A span of {spanDays} days can't be searched for rises; at most {SpanDaysMax} can.");
        var until = from.Value + spanDays;
        if (what is HorizonEvent.Culmination or HorizonEvent.LowerCulmination)
        {
            var passage = RootFinder.First(new HourAngle(body, observer, what == HorizonEvent.Culmination ? 0 : 180), from.Value, until, HalfTurnDays / 2);
            return double.IsNaN(passage) ? new(null, SkyAbsence.OutsideSpan) : SkyEvent.At(passage);
        }
        return Crossing(new HorizonCurve(body, observer, convention), new HourAngle(body, observer, 0), what == HorizonEvent.Rise, from.Value, until);
    }

    /// <summary>The next sunrise after an instant.</summary>
    /// <exception cref="SkyException">The span leaves the ephemeris.</exception>
    public static SkyEvent NextSunrise(JulianDayUt from, Observer observer, HorizonConvention convention = HorizonConvention.UpperLimb, double spanDays = DefaultSpanDays) =>
        Next(Graha.Sun, HorizonEvent.Rise, from, observer, convention, spanDays);

    /// <summary>The next sunset after an instant.</summary>
    /// <exception cref="SkyException">The span leaves the ephemeris.</exception>
    public static SkyEvent NextSunset(JulianDayUt from, Observer observer, HorizonConvention convention = HorizonConvention.UpperLimb, double spanDays = DefaultSpanDays) =>
        Next(Graha.Sun, HorizonEvent.Set, from, observer, convention, spanDays);

    /// <summary>Between culminations the altitude only rises or only falls, so each half turn holds at most one crossing.</summary>
    private static SkyEvent Crossing(HorizonCurve curve, HourAngle hourAngle, bool rising, double from, double until)
    {
        var (everAbove, everBelow) = (false, false);
        var left = from;
        var atLeft = curve.At(left);
        while (left < until)
        {
            var right = Math.Min(NextCulmination(hourAngle, left), until);
            var atRight = curve.At(right);
            everAbove |= atLeft > 0 || atRight > 0;
            everBelow |= atLeft <= 0 || atRight <= 0;
            if (rising ? atLeft <= 0 && atRight > 0 : atLeft > 0 && atRight <= 0)
                return SkyEvent.At(RootFinder.Inside(curve, left, atLeft, right, atRight));
            (left, atLeft) = (right, atRight);
        }
        return new(null, everAbove && everBelow ? SkyAbsence.OutsideSpan : everAbove ? SkyAbsence.AlwaysAbove : SkyAbsence.AlwaysBelow);
    }

    /// <summary>
    /// The next passage of the upper or lower meridian. The steps follow the hour angle's mean rate; a minute's error costs nothing, since altitude stands still
    /// there and the crossing is found inside the bracket.
    /// </summary>
    private static double NextCulmination(HourAngle hourAngle, double from)
    {
        const double degreesPerDay = 360.98565;
        const double nearDegrees = 0.1;
        var toGo = Angle.Normalize(-2 * hourAngle.At(from)) / 2;
        if (toGo < nearDegrees)
            toGo += 180;
        return from + toGo / (degreesPerDay - hourAngle.DegreesPerDay(from));
    }

    private readonly struct HourAngle(Graha body, Observer observer, double goal) : ICurve
    {
        public double At(double julianDay)
        {
            var sky = LocalSky.At(new JulianDayUt(julianDay), observer);
            return Angle.Wrap(sky.SiderealDegrees - Equatorial.Of(Positions.Of(body, sky.Tt), sky.Tilt).RightAscensionDegrees - goal);
        }

        public double DegreesPerDay(double julianDay) => Positions.Of(body, new JulianDayUt(julianDay).ToTt()).SpeedDegreesPerDay;
    }

    /// <summary>How far a body stands above what counts as its rise, degrees.</summary>
    private readonly struct HorizonCurve(Graha body, Observer observer, HorizonConvention convention) : ICurve
    {
        /// <summary>Refraction of a ray along the sea horizon at 1013.25 hPa and 15 °C.</summary>
        private const double RefractionDegrees = 0.55988;

        public double At(double julianDay)
        {
            var sky = LocalSky.At(new JulianDayUt(julianDay), observer);
            var position = Positions.Of(body, sky.Tt);
            if (convention == HorizonConvention.Hindu)
                return GeocentricAltitude(body == Graha.Sun ? position with { LatitudeDegrees = 0 } : position, sky);
            var seen = Horizontal.Of(position, sky);
            return seen.AltitudeDegrees + RefractionDegrees + Discs.SemidiameterDegrees(body, seen.DistanceAu);
        }

        private static double GeocentricAltitude(in SkyPosition position, in LocalSky sky)
        {
            var (rightAscension, declination) = Ecliptic.ToEquator(position.Longitude.Degrees, position.LatitudeDegrees, sky.Tilt.TrueObliquityDegrees);
            var (sinD, cosD) = Math.SinCos(declination * Angle.RadiansPerDegree);
            var (sinF, cosF) = Math.SinCos(sky.Observer.LatitudeDegrees * Angle.RadiansPerDegree);
            var cosH = Math.Cos((sky.SiderealDegrees - rightAscension) * Angle.RadiansPerDegree);
            return Math.Asin(Math.Clamp(sinF * sinD + cosF * cosD * cosH, -1, 1)) * Angle.DegreesPerRadian;
        }
    }
}
