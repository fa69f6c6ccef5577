using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Strengths;

/// <summary>
/// The six strengths of a graha in virupas (sixty make a rupa): BPHS 27, worked out as in Raman, Graha and Bhava Balas. As there, Sun and Moon
/// have no strength of motion in the sum; in the two phalas the Sun's is by his ayana (tropical longitude + 90°) and the Moon's by her elongation.
/// </summary>
/// <param name="Graha">Sun … Saturn.</param>
/// <param name="Sthana">Of position.</param>
/// <param name="Dig">Of direction.</param>
/// <param name="Kala">Of time.</param>
/// <param name="Cheshta">Of motion.</param>
/// <param name="Naisargika">By nature.</param>
/// <param name="Drik">Of glances: may be negative.</param>
/// <param name="IshtaPhala">The share of good results, 0 to 60.</param>
/// <param name="KashtaPhala">The share of hard results, 0 to 60.</param>
public sealed record Shadbala(
    Graha Graha, SthanaBala Sthana, double Dig, KalaBala Kala, double Cheshta, double Naisargika, double Drik, double IshtaPhala, double KashtaPhala)
{
    /// <summary>Virupas of a rupa.</summary>
    public const double VirupasOfRupa = 60;

    private const double WarDegrees = 1;

    // What each needs to be called strong, in rupas: Sun … Saturn (Raman, Graha and Bhava Balas 8).
    private static readonly double[] RequiredRupas = [5, 6, 5, 7, 6.5, 5.5, 5];

    // Sevenths of a rupa, Sun … Saturn: Saturn is weakest, then Mars, Mercury, Jupiter, Venus, Moon, Sun (BPHS 27.14).
    private static readonly int[] Sevenths = [7, 6, 2, 3, 4, 5, 1];

    // Diameters of the discs in war, in seconds of arc: Mars … Saturn (Raman, Graha and Bhava Balas 4).
    private static readonly double[] Discs = [0, 0, 9.4, 6.6, 190.4, 16.6, 158.0];

    /// <summary>The sum of the six, in virupas.</summary>
    public double Total => Sthana.Total + Dig + Kala.Total + Cheshta + Naisargika + Drik;

    /// <summary>The sum in rupas.</summary>
    public double Rupas => Total / VirupasOfRupa;

    /// <summary>The rupas it needs.</summary>
    public double Required => RequiredRupas[(int)Graha];

    /// <summary>The strengths of Sun … Saturn, or null for a chart without a sky or a lagna.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="day">The Hindu day of the birth.</param>
    public static IReadOnlyList<Shadbala>? Of(BirthChart chart, HinduDay day)
    {
        if (chart.Sky is null || chart.Lagna is null)
            return null;
        var all = new Shadbala[Grahas.Seven.Count];
        for (var i = 0; i < all.Length; i++)
            all[i] = Of(chart, day, Grahas.Seven[i]);
        Wage(chart, all);
        return all;
    }

    /// <summary>The fourth part of the glances of benefics less those of malefics (BPHS 27.19).</summary>
    /// <param name="chart">A chart in which Sun … Saturn are known.</param>
    /// <param name="graha">Who is looked at.</param>
    public static double DrikOf(BirthChart chart, Graha graha)
    {
        var sum = 0.0;
        foreach (var other in Grahas.Seven)
            if (other != graha)
                sum += (Benefics.IsBenefic(chart, other) ? 1 : -1) * Aspects.Virupas(other, chart[other].Longitude, chart[graha].Longitude);
        return sum / 4;
    }

    private static Shadbala Of(BirthChart chart, HinduDay day, Graha graha)
    {
        var place = chart[graha].Longitude;
        var sthana = SthanaBala.Of(chart, graha);
        var cheshta = graha is Graha.Sun or Graha.Moon ? 0 : MeanMotion.CheshtaOf(graha, place, chart.Sky!.Local.Ut);
        var motion = graha switch
        {
            Graha.Sun => Math.Abs(chart[graha].Sky!.Value.Longitude + 90 - new TropicalLongitude(0)) / 3,
            Graha.Moon => place.Apart(chart[Graha.Sun].Longitude) / 3,
            _ => cheshta,
        };
        return new(
            graha, sthana, DigOf(chart, graha), KalaBala.Of(chart, day, graha), cheshta, Sevenths[(int)graha] * VirupasOfRupa / 7, DrikOf(chart, graha),
            Math.Sqrt(sthana.Uccha * motion), Math.Sqrt((VirupasOfRupa - sthana.Uccha) * (VirupasOfRupa - motion)));
    }

    /// <summary>A third of the degrees from the point of no strength: the nadir for Sun and Mars, the descendant for Mercury and Jupiter, the midheaven for Moon and Venus, the lagna for Saturn.</summary>
    private static double DigOf(BirthChart chart, Graha graha)
    {
        var sky = chart.Sky!;
        var midheaven = sky.Local.Midheaven.ToSidereal(sky.Ayanamsa);
        var weak = graha switch
        {
            Graha.Sun or Graha.Mars => midheaven + 180,
            Graha.Mercury or Graha.Jupiter => chart.Lagna!.Value + 180,
            Graha.Moon or Graha.Venus => midheaven,
            _ => chart.Lagna!.Value,
        };
        return chart[graha].Longitude.Apart(weak) / 3;
    }

    /// <summary>
    /// Graha yuddha: of two of Mars … Saturn within a degree, the northern one wins the difference of what both have so far, divided by the difference of
    /// their discs; the other loses it.
    /// </summary>
    private static void Wage(BirthChart chart, Shadbala[] all)
    {
        foreach (var one in Grahas.Five)
            foreach (var other in Grahas.Five)
            {
                if (one >= other || chart[one].Longitude.Apart(chart[other].Longitude) >= WarDegrees)
                    continue;
                var spoil = Math.Abs(BeforeWar(all[(int)one]) - BeforeWar(all[(int)other])) / Math.Abs(Discs[(int)one] - Discs[(int)other]);
                var oneWins = chart[one].Sky!.Value.LatitudeDegrees > chart[other].Sky!.Value.LatitudeDegrees;
                all[(int)one] = Add(all[(int)one], oneWins ? spoil : -spoil);
                all[(int)other] = Add(all[(int)other], oneWins ? -spoil : spoil);
            }

        static double BeforeWar(Shadbala strength) => strength.Sthana.Total + strength.Dig + strength.Kala.Total - strength.Kala.Ayana - strength.Kala.Yuddha;

        static Shadbala Add(Shadbala strength, double spoil) => strength with { Kala = strength.Kala with { Yuddha = strength.Kala.Yuddha + spoil } };
    }
}
