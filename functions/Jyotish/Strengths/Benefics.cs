using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Strengths;

/// <summary>
/// Who is benefic where strengths are weighed: Jupiter, Venus, a waxing Moon, and Mercury unless he is only in malefic company (BPHS 3.11; so Raman's and two
/// other published tables of strengths count him).
/// </summary>
internal static class Benefics
{
    public static bool IsBenefic(BirthChart chart, Graha graha) => graha switch
    {
        Graha.Jupiter or Graha.Venus => true,
        Graha.Moon => chart.MoonIsWaxing,
        Graha.Mercury => IsMercuryBenefic(chart),
        _ => false,
    };

    private static bool IsMercuryBenefic(BirthChart chart)
    {
        var malefic = false;
        foreach (var other in Grahas.Nine)
        {
            if (other == Graha.Mercury || !chart.Has(other) || !Aspects.Together(chart, Graha.Mercury, other))
                continue;
            if (other is Graha.Jupiter or Graha.Venus || (other == Graha.Moon && chart.MoonIsWaxing))
                return true;
            malefic = true;
        }
        return !malefic;
    }
}
