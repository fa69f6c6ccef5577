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

    // More than a root may be off, less than any stay: some nine seconds.
    private const double PastTheEdgeDays = 1e-4;

    /// <summary>The next change of sign after an instant, or the last before it; null when the ephemeris ends before.</summary>
    /// <param name="graha">Which.</param>
    /// <param name="from">From when on.</param>
    /// <param name="conventions">Ayanamsa, node and kind of position.</param>
    /// <param name="backwards">Whether the last one before is wanted.</param>
    public static SignChange? OfSign(Graha graha, JulianDayUt from, ChartConventions conventions, bool backwards = false) =>
        Find(graha, from, backwards ? First : Last, conventions, backwards);

    /// <summary>Every change of sign within a span, in the order of time: where transits of a day, a month or a year come from.</summary>
    /// <param name="graha">Which.</param>
    /// <param name="from">The span's first instant.</param>
    /// <param name="until">Its end, which no longer belongs to it.</param>
    /// <param name="conventions">Ayanamsa, node and kind of position.</param>
    public static IEnumerable<SignChange> OfSignBetween(Graha graha, JulianDayUt from, JulianDayUt until, ChartConventions conventions)
    {
        while (from.Value < until.Value && Find(graha, from, until, conventions, backwards: false) is { } change && change.Instant.Value < until.Value)
        {
            yield return change;
            from = change.Instant + PastTheEdgeDays;
        }
    }

    /// <summary>Looks step by step until one look is past the last instant that matters; what is found may lie behind that.</summary>
    private static SignChange? Find(Graha graha, JulianDayUt from, JulianDayUt last, ChartConventions conventions, bool backwards)
    {
        var step = StepDays(graha, conventions.Node) * (backwards ? -1 : 1);
        var near = Look(graha, from.Value, conventions);
        var sign = near.Place.Rashi;
        while (Inside(near.Day + step) && (backwards ? near.Day > last.Value : near.Day < last.Value))
        {
            var far = Look(graha, near.Day + step, conventions);
            // Where it turns in between, it may have been in another sign and be back.
            var furthest = far.Place.Rashi == sign && MayTurnBeyond(near, far)
                ? Look(graha, Root(near.Day, far.Day, day => Look(graha, day, conventions).Speed), conventions)
                : far;
            if (furthest.Place.Rashi != sign)
                return Change(graha, near.Day, furthest, sign, conventions, backwards);
            near = far;
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
        var step = StepDays(graha, conventions.Node) * (backwards ? -1 : 1);
        var retrograde = Speed(from.Value) < 0;
        for (var near = from.Value; Inside(near + step); near += step)
            if (Speed(near + step) < 0 != retrograde)
                return new(new JulianDayUt(Root(near, near + step, Speed)), retrograde == backwards);
        return null;

        double Speed(double day) => Positions.Of(graha, new JulianDayUt(day).ToTt(), conventions.Node, conventions.Positions).SpeedDegreesPerDay;
    }

    /// <summary>The sign of a graha at an instant.</summary>
    public static Rashi SignAt(Graha graha, JulianDayUt instant, ChartConventions conventions) => Look(graha, instant.Value, conventions).Place.Rashi;

    /// <summary>Short enough that a body neither turns twice nor passes a whole sign between looks.</summary>
    private static double StepDays(Graha graha, NodeKind node) => graha switch
    {
        Graha.Sun => 28,
        Graha.Moon => 1.8,
        Graha.Mars => 32,
        Graha.Mercury => 12,
        Graha.Venus => 20,
        Graha.Rahu or Graha.Ketu => node == NodeKind.True ? 1 : 400,
        _ => 90,
    };

    private static bool Inside(double day) => day >= First.Value && day <= Last.Value;

    /// <summary>Whether it turns, and the end of its sign is within what it can go beyond the two looks.</summary>
    private static bool MayTurnBeyond(in Sight one, in Sight other) =>
        one.Speed < 0 != (other.Speed < 0)
        && Math.Min(FromEdge(one), FromEdge(other)) < Math.Max(Math.Abs(one.Speed), Math.Abs(other.Speed)) * Math.Abs(one.Day - other.Day);

    private static double FromEdge(in Sight sight) => Math.Min(sight.Place.InRashi, Longitudes.RashiSpan - sight.Place.InRashi);

    private static SignChange Change(Graha graha, double near, in Sight far, Rashi sign, ChartConventions conventions, bool backwards)
    {
        var other = far.Place.Rashi;
        var edge = new SiderealLongitude(Longitudes.RashiSpan * (int)(other == sign.Plus(1) ? other : sign));
        var instant = Root(near, far.Day, day => Look(graha, day, conventions).Place - edge);
        return new(new JulianDayUt(instant), backwards ? other : sign, backwards ? sign : other);
    }

    /// <summary>Where a curve passes through zero between two days, in whichever order.</summary>
    private static double Root(double one, double other, Func<double, double> curve)
    {
        var (left, right) = one < other ? (one, other) : (other, one);
        return Crossings.First(day => curve(day.Value), new JulianDayTt(left), new JulianDayTt(right), right - left)?.Value ?? other;
    }

    private static Sight Look(Graha graha, double day, ChartConventions conventions)
    {
        var instant = new JulianDayUt(day).ToTt();
        var sky = Positions.Of(graha, instant, conventions.Node, conventions.Positions);
        return new(day, sky.Longitude.ToSidereal(AyanamsaAt.Of(conventions.Ayanamsa, instant, conventions.Positions)), sky.SpeedDegreesPerDay);
    }

    private readonly record struct Sight(double Day, SiderealLongitude Place, double Speed);
}
