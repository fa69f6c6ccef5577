using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Charts;

/// <summary>Drishti: the full glances of the grahas (BPHS 26.2-5) and of the signs (BPHS 8.1-4).</summary>
public static class Aspects
{
    /// <summary>Whether a graha looks fully at a sign: all at the seventh; Mars also at 4 and 8, Jupiter at 5 and 9, Saturn at 3 and 10. The nodes look at the seventh only.</summary>
    public static bool Looks(Graha graha, Rashi from, Rashi at) => (graha, at.HouseFrom(from)) switch
    {
        (_, 7) => true,
        (Graha.Mars, 4 or 8) => true,
        (Graha.Jupiter, 5 or 9) => true,
        (Graha.Saturn, 3 or 10) => true,
        _ => false,
    };

    /// <summary>Whether a graha of a chart looks fully at a sign.</summary>
    public static bool Looks(BirthChart chart, Graha graha, Rashi at) => Looks(graha, chart.Sign(graha), at);

    /// <summary>Whether a graha of a chart looks fully at another.</summary>
    public static bool Looks(BirthChart chart, Graha graha, Graha at) => graha != at && Looks(graha, chart.Sign(graha), chart.Sign(at));

    /// <summary>Whether two grahas share a sign.</summary>
    public static bool Together(BirthChart chart, Graha one, Graha other) => chart.Sign(one) == chart.Sign(other);

    private static readonly IReadOnlyList<Rashi>[] OfSigns = [.. Rashis.All.Select(from => (IReadOnlyList<Rashi>)[.. Rashis.All.Where(at => Looks(from, at))])];

    /// <summary>The signs that a sign looks at.</summary>
    public static IReadOnlyList<Rashi> Of(Rashi sign) => OfSigns[(int)sign];

    /// <summary>Whether a sign looks at another: movable signs at the fixed ones but the next, fixed at the movable but the one before, dual at the other dual ones.</summary>
    public static bool Looks(Rashi from, Rashi at) => from.Mode() switch
    {
        Mode.Movable => at.Mode() == Mode.Fixed && at.HouseFrom(from) != 2,
        Mode.Fixed => at.Mode() == Mode.Movable && at.HouseFrom(from) != 12,
        _ => at.Mode() == Mode.Dual && at != from,
    };

    /// <summary>
    /// The strength of a glance in virupas by the angle from the one that looks to the one that is seen (BPHS 26.6-8). Mars has 60 at 90° and 210°, a degree
    /// less for each further one (BPHS 26.11); Jupiter and Saturn add 30 and 45 in theirs, as Raman, Graha and Bhava Balas 7 has it.
    /// </summary>
    public static double Virupas(Graha graha, SiderealLongitude from, SiderealLongitude at)
    {
        var angle = at.From(from);
        var basic = angle switch
        {
            < 30 => 0,
            < 60 => (angle - 30) / 2,
            < 90 => angle - 60 + 15,
            < 120 => (120 - angle) / 2 + 30,
            < 150 => 150 - angle,
            < 180 => (angle - 150) * 2,
            < 300 => (300 - angle) / 2,
            _ => 0,
        };
        return basic + Extra(graha, angle);
    }

    private static double Extra(Graha graha, double angle) => graha switch
    {
        Graha.Mars when angle is >= 90 and < 120 => 15 - (angle - 90) / 2,
        Graha.Mars when angle is >= 210 and < 240 => 15 - (angle - 210) / 2,
        Graha.Jupiter when angle is (>= 120 and < 150) or (>= 240 and < 270) => 30,
        Graha.Saturn when angle is (>= 60 and < 90) or (>= 270 and < 300) => 45,
        _ => 0,
    };
}
