using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Dashas;

/// <summary>The dashas that start from the Moon's nakshatra.</summary>
public static class NakshatraDashas
{
    // BPHS 46: nakshatras of each Ashtottari lord from Ardra, with Abhijit as a 28th between Uttara Ashadha and Shravana.
    private static readonly int[] AshtottariCounts = [4, 3, 4, 3, 4, 3, 4, 3];

    private const double NakshatraSpan = 360.0 / Nakshatras.Count;
    private const double AbhijitFrom = 276 + 40 / 60.0;
    private const double AbhijitTo = 280 + 53 / 60.0 + 20 / 3600.0;
    private const int ArdraIndex = 5;
    private const int UttaraAshadhaIndex = 20;

    /// <summary>120 years in the order of the nakshatra lords: BPHS 46.12-16.</summary>
    public static NakshatraDasha Vimshottari { get; } = new(
        "vimshottari",
        [Graha.Ketu, Graha.Venus, Graha.Sun, Graha.Moon, Graha.Mars, Graha.Rahu, Graha.Jupiter, Graha.Saturn, Graha.Mercury],
        [7, 20, 6, 10, 7, 18, 16, 19, 17],
        moon => ((int)moon.Nakshatra % 9, moon.NakshatraFraction));

    /// <summary>36 years of the eight yoginis: BPHS 46.182-189. The yogini is (nakshatra + 3) mod 8 from Mangala.</summary>
    public static NakshatraDasha Yogini { get; } = new(
        "yogini",
        [Graha.Moon, Graha.Sun, Graha.Jupiter, Graha.Mars, Graha.Mercury, Graha.Saturn, Graha.Venus, Graha.Rahu],
        [1, 2, 3, 4, 5, 6, 7, 8],
        moon => (((int)moon.Nakshatra + 1 + 3 + 7) % 8, moon.NakshatraFraction));

    /// <summary>108 years from Ardra: BPHS 46.17-23. A conditional dasha (Rahu in a kendra or trikona from the lord of the lagna); it is given for every chart.</summary>
    public static NakshatraDasha Ashtottari { get; } = new(
        "ashtottari",
        [Graha.Sun, Graha.Moon, Graha.Mars, Graha.Mercury, Graha.Saturn, Graha.Jupiter, Graha.Rahu, Graha.Venus],
        [6, 15, 8, 17, 10, 19, 12, 21],
        AshtottariStart);

    /// <summary>The yoginis in the order of <see cref="Yogini"/>.</summary>
    public static IReadOnlyList<string> YoginiNames { get; } = ["Mangala", "Pingala", "Dhanya", "Bhramari", "Bhadrika", "Ulka", "Siddha", "Sankata"];

    /// <summary>The yogini whose period a graha rules.</summary>
    public static string YoginiOf(Graha lord)
    {
        for (var i = 0; i < Yogini.Lords.Count; i++)
            if (Yogini.Lords[i] == lord)
                return YoginiNames[i];
        throw new ArgumentOutOfRangeException(nameof(lord), lord, "No yogini has this lord.");
    }

    /// <summary>A dasha by its name, or null.</summary>
    public static NakshatraDasha? Find(string name) => new[] { Vimshottari, Yogini, Ashtottari }.FirstOrDefault(dasha => dasha.Name == name);

    private static (int Index, double Elapsed) AshtottariStart(SiderealLongitude moon)
    {
        var (number, fraction) = OfTwentyEight(moon);
        var from = Rashis.Modulo(number - ArdraIndex, Nakshatras.Count + 1);
        for (var lord = 0; lord < AshtottariCounts.Length; lord++)
        {
            if (from < AshtottariCounts[lord])
                return (lord, (from + fraction) / AshtottariCounts[lord]);
            from -= AshtottariCounts[lord];
        }
        throw new InvalidOperationException("The counts cover all twenty-eight.");
    }

    /// <summary>The nakshatra among 28, Ashwini 0, Abhijit 21, and the share of it that is traversed.</summary>
    private static (int Number, double Fraction) OfTwentyEight(SiderealLongitude moon)
    {
        var degrees = moon.Degrees;
        const double shravanaTo = NakshatraSpan * (UttaraAshadhaIndex + 2);
        return degrees switch
        {
            >= AbhijitFrom and < AbhijitTo => (UttaraAshadhaIndex + 1, (degrees - AbhijitFrom) / (AbhijitTo - AbhijitFrom)),
            >= AbhijitTo and < shravanaTo => (UttaraAshadhaIndex + 2, (degrees - AbhijitTo) / (shravanaTo - AbhijitTo)),
            >= shravanaTo => ((int)moon.Nakshatra + 1, moon.NakshatraFraction),
            >= NakshatraSpan * UttaraAshadhaIndex => (UttaraAshadhaIndex, (degrees - NakshatraSpan * UttaraAshadhaIndex) / (AbhijitFrom - NakshatraSpan * UttaraAshadhaIndex)),
            _ => ((int)moon.Nakshatra, moon.NakshatraFraction),
        };
    }
}
