namespace Kundli.Jyotish.Almanac;

/// <summary>
/// The parts of a nakshatra that are avoided (varjyam, tyajya) and sought (amrita). Each lasts four of the sixty ghatis of the nakshatra, whose ghatis are as long or
/// short as the Moon is slow or quick (Muhurta Chintamani, Nakshatra Prakarana; Kalaprakashika).
/// </summary>
public static class Ghatis
{
    private const double OfNakshatra = 60;
    private const double Length = 4;

    private static readonly int[][] Avoided =
    [
        [50], [24], [30], [40], [14], [21], [30], [20], [32],
        [30], [20], [18], [21], [20], [14], [14], [10], [14],
        [20, 56], [24], [20], [10], [10], [18], [16], [24], [30],
    ];

    private static readonly int[] Sought =
    [
        42, 48, 54, 52, 38, 35, 54, 44, 56,
        54, 44, 42, 45, 44, 38, 38, 34, 38,
        44, 48, 44, 34, 34, 42, 40, 48, 54,
    ];

    /// <summary>The avoided parts of a nakshatra; Mula has two.</summary>
    public static IEnumerable<Period> Varjyam(LimbSpan nakshatra) => Avoided[nakshatra.Number - 1].Select(start => Part(nakshatra, start));

    /// <summary>The sought part of a nakshatra.</summary>
    public static Period Amrita(LimbSpan nakshatra) => Part(nakshatra, Sought[nakshatra.Number - 1]);

    private static Period Part(LimbSpan nakshatra, int start)
    {
        var (from, days) = (nakshatra.Start, nakshatra.Period.Days);
        return new(from + days * start / OfNakshatra, from + days * (start + Length) / OfNakshatra);
    }
}
