using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Strengths;

/// <summary>
/// The mean sidereal places behind the strength of motion, as the books compute them: revolutions of the Surya Siddhanta (1.29-33), with the places of
/// 1 January 1900 at Ujjain and the corrections that Raman, Graha and Bhava Balas 5 gives. For Mercury and Venus they are the places of the seeghrocha.
/// </summary>
internal static class MeanMotion
{
    private const double DaysOfMahayuga = 1_577_917_828;

    // 1900-01-01 00:00 in the mean time of Ujjain, 76° east.
    private const double Epoch = 2415020.5 - 76.0 / 360;
    private const double DaysOfYear = 365.25;

    // Sun, Moon (unused), Mars … Saturn: place at the epoch, revolutions of a mahayuga, correction and its change per year since 1900.
    private static readonly (double Place, double Revolutions, double Correction, double PerYear)[] Rows =
    [
        (257.4568, 4_320_000, 0, 0), default, (270.22, 2_296_832, 0, 0), (164.00, 17_937_060, 6.670, -0.00133), (220.04, 364_220, -3.33, -0.0067),
        (328.51, 7_022_376, -5, -0.0001), (236.74, 146_568, 5, 0.001),
    ];

    /// <summary>The mean place of a graha; of Mercury and Venus that of their seeghrocha.</summary>
    public static SiderealLongitude Of(Graha graha, JulianDayUt instant)
    {
        var row = Rows[(int)graha];
        var days = instant.Value - Epoch;
        return new(row.Place + row.Revolutions * 360 / DaysOfMahayuga * days + row.Correction + row.PerYear * days / DaysOfYear);
    }

    /// <summary>
    /// Cheshta bala of Mars … Saturn, 0 to 60: a third of the angle from the middle of mean and true place to the seeghrocha (for the outer ones the mean Sun).
    /// </summary>
    public static double CheshtaOf(Graha graha, SiderealLongitude place, JulianDayUt instant)
    {
        var sun = Of(Graha.Sun, instant);
        var own = Of(graha, instant);
        var (mean, uccha) = graha is Graha.Mercury or Graha.Venus ? (sun, own) : (own, sun);
        var middle = mean + (place - mean) / 2;
        return uccha.Apart(middle) / 3;
    }
}
