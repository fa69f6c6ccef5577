using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Vargas;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Strengths;

/// <summary>Vimshopaka bala: the worth of a graha over groups of divisions, 0 to 20 (BPHS 7.17-27).</summary>
/// <param name="Shadvarga">Six divisions.</param>
/// <param name="Saptavarga">Seven.</param>
/// <param name="Dashavarga">Ten.</param>
/// <param name="Shodashavarga">Sixteen.</param>
public sealed record Vimshopaka(double Shadvarga, double Saptavarga, double Dashavarga, double Shodashavarga)
{
    private const double WholeWorth = 20;

    private static readonly (Varga Varga, double Six, double Seven, double Ten, double Sixteen)[] Weights =
    [
        (Varga.D1, 6, 5, 3, 3.5), (Varga.D2, 2, 2, 1.5, 1), (Varga.D3, 4, 3, 1.5, 1), (Varga.D4, 0, 0, 0, 0.5), (Varga.D7, 0, 2.5, 1.5, 0.5), (Varga.D9, 5, 4.5, 1.5, 3),
        (Varga.D10, 0, 0, 1.5, 0.5), (Varga.D12, 2, 2, 1.5, 0.5), (Varga.D16, 0, 0, 1.5, 2), (Varga.D20, 0, 0, 0, 0.5), (Varga.D24, 0, 0, 0, 0.5), (Varga.D27, 0, 0, 0, 0.5),
        (Varga.D30, 1, 1, 1.5, 1), (Varga.D40, 0, 0, 0, 0.5), (Varga.D45, 0, 0, 0, 0.5), (Varga.D60, 0, 0, 5, 4),
    ];

    /// <summary>The worth of a graha of a chart, Sun … Ketu.</summary>
    public static Vimshopaka Of(BirthChart chart, Graha graha)
    {
        double six = 0, seven = 0, ten = 0, sixteen = 0;
        foreach (var row in Weights)
        {
            var worth = Worth(chart, graha, row.Varga.Sign(chart[graha].Longitude)) / WholeWorth;
            six += row.Six * worth;
            seven += row.Seven * worth;
            ten += row.Ten * worth;
            sixteen += row.Sixteen * worth;
        }
        return new(six, seven, ten, sixteen);
    }

    /// <summary>BPHS 7.25-27: own sign 20, great friend 18, friend 15, neutral 10, enemy 7, great enemy 5; friendship as in the birth chart.</summary>
    private static double Worth(BirthChart chart, Graha graha, Rashi sign)
    {
        if (Dignities.IsStrong(graha, sign))
            return WholeWorth;
        return Friendships.Compound(chart, graha, sign.Lord()) switch
        {
            Friendship.GreatFriend => 18,
            Friendship.Friend => 15,
            Friendship.Neutral => 10,
            Friendship.Enemy => 7,
            _ => 5,
        };
    }
}
