using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Vargas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Strengths;

/// <summary>The strength of position, in virupas: BPHS 27.2-7 in the scale of Raman, Graha and Bhava Balas 2.</summary>
/// <param name="Uccha">Nearness to the degree of deepest exaltation, 0 to 60.</param>
/// <param name="Saptavargaja">Dignity in seven divisions.</param>
/// <param name="Ojayugma">Odd or even sign and navamsa, 0, 15 or 30.</param>
/// <param name="Kendradi">60 in a kendra, 30 in a panaphara, 15 in an apoklima, by sign.</param>
/// <param name="Drekkana">15 in the decanate of its sex.</param>
public sealed record SthanaBala(double Uccha, double Saptavargaja, double Ojayugma, double Kendradi, double Drekkana)
{
    private const double Quarter = 15;

    private static readonly Varga[] Seven = [Varga.D1, Varga.D2, Varga.D3, Varga.D7, Varga.D9, Varga.D12, Varga.D30];

    /// <summary>The sum of the parts.</summary>
    public double Total => Uccha + Saptavargaja + Ojayugma + Kendradi + Drekkana;

    /// <summary>The strength of one of Sun … Saturn in a chart whose lagna is known.</summary>
    public static SthanaBala Of(BirthChart chart, Graha graha)
    {
        var longitude = chart[graha].Longitude;
        return new(UcchaOf(graha, longitude), SaptavargajaOf(chart, graha, longitude), OjayugmaOf(graha, longitude), KendradiOf(chart.SignHouse(graha)), DrekkanaOf(graha, longitude));
    }

    /// <summary>A third of the degrees from deepest debilitation.</summary>
    public static double UcchaOf(Graha graha, SiderealLongitude longitude) => longitude.Apart(Dignities.ExaltationOf(graha) + 180) / 3;

    /// <summary>
    /// In the birth chart 45 in the sign of the moolatrikona; in each division 30 at home, else by the compound friendship of the birth chart with the lord
    /// of the sign: 22.5, 15, 7.5, 3.75, 1.875.
    /// </summary>
    private static double SaptavargajaOf(BirthChart chart, Graha graha, SiderealLongitude longitude)
    {
        var sum = 0.0;
        foreach (var varga in Seven)
        {
            var sign = varga.Sign(longitude);
            sum += varga == Varga.D1 && Dignities.MoolatrikonaOf(graha).Sign == sign ? 45
                : Dignities.Owns(graha, sign) ? 30
                : Friendships.Compound(chart, graha, sign.Lord()) switch
                {
                    Friendship.GreatFriend => 22.5,
                    Friendship.Friend => 15,
                    Friendship.Neutral => 7.5,
                    Friendship.Enemy => 3.75,
                    _ => 1.875,
                };
        }
        return sum;
    }

    private static double OjayugmaOf(Graha graha, SiderealLongitude longitude)
    {
        var wantsOdd = !IsFemale(graha);
        return (longitude.Rashi.IsOdd() == wantsOdd ? Quarter : 0) + (Varga.D9.Sign(longitude).IsOdd() == wantsOdd ? Quarter : 0);
    }

    private static double KendradiOf(int house) => (house % 3) switch { 1 => 60, 2 => 30, _ => 15 };

    /// <summary>Male grahas in the first decanate, those without sex in the second, female ones in the third.</summary>
    private static double DrekkanaOf(Graha graha, SiderealLongitude longitude)
    {
        var strong = graha switch { Graha.Mercury or Graha.Saturn => 1, _ => IsFemale(graha) ? 2 : 0 };
        return VargaRules.Part(longitude, 3) == strong ? Quarter : 0;
    }

    private static bool IsFemale(Graha graha) => graha is Graha.Moon or Graha.Venus;
}
