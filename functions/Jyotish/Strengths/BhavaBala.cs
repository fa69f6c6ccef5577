using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Strengths;

/// <summary>The strength of a bhava in virupas: BPHS 27.24-29 as Raman, Graha and Bhava Balas 9 works it out.</summary>
/// <param name="House">1 to 12, of Sripati's bhavas.</param>
/// <param name="Adhipati">The shadbala of the lord of the middle of the bhava.</param>
/// <param name="Dig">How near the bhava is to the direction in which its kind of sign is strong, 0 to 60.</param>
/// <param name="Drishti">A fourth of the glances at its middle; Jupiter and Mercury count whole.</param>
public sealed record BhavaBala(int House, double Adhipati, double Dig, double Drishti)
{
    private const double LostPerHouse = 10;

    /// <summary>The sum in virupas.</summary>
    public double Total => Adhipati + Dig + Drishti;

    /// <summary>The sum in rupas.</summary>
    public double Rupas => Total / Shadbala.VirupasOfRupa;

    /// <summary>The strengths of the twelve bhavas of a chart with a sky.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="shadbala">The strengths of Sun … Saturn in it.</param>
    public static IReadOnlyList<BhavaBala> Of(BirthChart chart, IReadOnlyList<Shadbala> shadbala)
    {
        var middles = Houses.Sidereal(HouseSystem.Sripati, chart.Sky!.Local, chart.Sky.Ayanamsa);
        return [.. Enumerable.Range(1, Rashis.Count).Select(house => Of(chart, shadbala, house, middles[house]))];
    }

    private static BhavaBala Of(BirthChart chart, IReadOnlyList<Shadbala> shadbala, int house, SiderealLongitude middle)
    {
        var apart = Rashis.Modulo(house - StrongHouse(middle), Rashis.Count);
        return new(house, shadbala[(int)middle.Rashi.Lord()].Total, Shadbala.VirupasOfRupa - LostPerHouse * Math.Min(apart, Rashis.Count - apart), DrishtiOf(chart, middle));
    }

    /// <summary>Human signs in the first, watery ones in the fourth, the insect in the seventh, quadrupeds in the tenth; Sagittarius and Capricorn change at 15°.</summary>
    private static int StrongHouse(SiderealLongitude middle) => (middle.Rashi, middle.InRashi < 15) switch
    {
        (Rashi.Gemini or Rashi.Virgo or Rashi.Libra or Rashi.Aquarius, _) or (Rashi.Sagittarius, true) => 1,
        (Rashi.Cancer or Rashi.Pisces, _) or (Rashi.Capricorn, false) => 4,
        (Rashi.Scorpio, _) => 7,
        _ => 10,
    };

    private static double DrishtiOf(BirthChart chart, SiderealLongitude middle)
    {
        var sum = 0.0;
        foreach (var graha in Grahas.Seven)
        {
            var glance = Aspects.Virupas(graha, chart[graha].Longitude, middle);
            var share = graha is Graha.Jupiter or Graha.Mercury ? 1 : 0.25;
            sum += (Benefics.IsBenefic(chart, graha) ? share : -share) * glance;
        }
        return sum;
    }
}
