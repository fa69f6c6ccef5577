using Kundli.Astronomy;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Almanac;

/// <summary>The limbs that follow from the longitudes of Sun and Moon.</summary>
public enum Limb
{
    /// <summary>12° of elongation, thirty of them.</summary>
    Tithi,

    /// <summary>13°20′ of the Moon's way, 27 of them.</summary>
    Nakshatra,

    /// <summary>13°20′ of the sum of both longitudes, 27 of them.</summary>
    Yoga,

    /// <summary>6° of elongation, sixty of them.</summary>
    Karana,
}

/// <summary>One limb from its true beginning to its true end.</summary>
/// <param name="Number">From 1, as <see cref="FiveLimbs"/> counts.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ends, which is when the next begins.</param>
public readonly record struct LimbSpan(int Number, JulianDayUt Start, JulianDayUt End)
{
    /// <summary>Its time.</summary>
    public Period Period => new(Start, End);
}

/// <summary>When tithis, nakshatras, yogas and karanas begin and end (Surya Siddhanta 2.64-69), by the apparent places of Sun and Moon.</summary>
public static class LimbTimes
{
    /// <summary>How many of a limb there are: 30, 27, 27, 60.</summary>
    public static int Count(Limb limb) => limb switch { Limb.Tithi => 30, Limb.Karana => 60, _ => Nakshatras.Count };

    /// <summary>The limb that runs at an instant.</summary>
    /// <exception cref="SkyException">The instant is outside the ephemeris.</exception>
    public static LimbSpan At(Limb limb, JulianDayUt instant, Ayanamsa ayanamsa) => Covering(limb, instant, instant, ayanamsa)[0];

    /// <summary>The limbs from the one that runs at the beginning to the one that runs at the end, without gap or overlap.</summary>
    /// <param name="limb">Which limb.</param>
    /// <param name="from">The beginning.</param>
    /// <param name="until">The end, not before the beginning.</param>
    /// <param name="ayanamsa">The zodiac; tithi and karana do not depend on it.</param>
    /// <exception cref="SkyException">An instant is outside the ephemeris.</exception>
    public static IReadOnlyList<LimbSpan> Covering(Limb limb, JulianDayUt from, JulianDayUt until, Ayanamsa ayanamsa)
    {
        var (dial, count) = (DialOf(limb), Count(limb));
        var width = 360.0 / count;
        var first = from.ToTt();
        var (degrees, rate) = SunAndMoon.Read(dial, first, ayanamsa);
        var index = Math.Min((int)(degrees / width), count - 1);
        var start = SunAndMoon.Passage(dial, index * width, first - (degrees - index * width) / rate, ayanamsa);
        var guess = first + ((index + 1) * width - degrees) / rate;
        var found = new List<LimbSpan>(4);
        for (var left = start.ToUt(); ;)
        {
            var end = SunAndMoon.Passage(dial, Angle.Normalize((index + 1) * width), guess, ayanamsa);
            var right = end.ToUt();
            // A beginning within the root finder's resolution of a boundary may count as either side of it; the later limb is meant.
            if (right > from || found.Count > 0)
                found.Add(new(index % count + 1, left, right));
            if (right > until && found.Count > 0)
                return found;
            (left, index) = (right, (index + 1) % count);
            guess = end + width / rate;
        }
    }

    private static Dial DialOf(Limb limb) => limb switch { Limb.Nakshatra => Dial.Moon, Limb.Yoga => Dial.Sum, _ => Dial.Elongation };
}
