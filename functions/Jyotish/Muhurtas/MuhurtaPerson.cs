using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;
using static Kundli.Jyotish.Muhurtas.Verdict;

namespace Kundli.Jyotish.Muhurtas;

/// <summary>For whom a time is sought.</summary>
/// <param name="Moon">Where the Moon stood at birth.</param>
/// <param name="Lagna">The rising sign of birth, or null.</param>
public sealed record MuhurtaPerson(SiderealLongitude Moon, Rashi? Lagna = null)
{
    private const string Source = "Muhurta Chintamani, Gochara Prakarana; Raman, Muhurtha";
    private const int Taras = 9;
    private const int Eighth = 8;
    private const int Purnima = 15;

    private static readonly LocalName[] TaraNames =
    [
        new("Janma", "जन्म"), new("Sampat", "सम्पत्"), new("Vipat", "विपत्"), new("Kshema", "क्षेम"), new("Pratyari", "प्रत्यरि"), new("Sadhaka", "साधक"), new("Vadha", "वध"), new("Mitra", "मित्र"),
        new("Atimitra", "अतिमित्र"),
    ];

    /// <summary>Whether a sign is the eighth from the Moon or from the lagna of birth.</summary>
    public bool IsEighth(Rashi sign) => sign.HouseFrom(Moon.Rashi) == Eighth || (Lagna is { } lagna && sign.HouseFrom(lagna) == Eighth);

    /// <summary>The strength of the star of the day (tarabala): counted in nines from the star of birth.</summary>
    /// <param name="star">The star of the day.</param>
    /// <param name="number">Whose birth this is, from 1.</param>
    public MuhurtaReason Tarabala(Nakshatra star, int number)
    {
        var tara = ((star.CountFrom(Moon.Nakshatra) - 1) % Taras) + 1;
        var (name, verdict) = (TaraNames[tara - 1], tara switch { 7 => Forbids, 1 or 3 or 5 => Against, _ => For });
        return new("tarabala", verdict, new($"Tarabala: the star is {name.En}, {tara} of 9.", $"ताराबल: {name.Hi} तारा, 9 में {tara}।"), Source, number);
    }

    /// <summary>The strength of the Moon of the day (chandrabala): its house from the Moon of birth.</summary>
    /// <param name="sign">The Moon's sign of the day.</param>
    /// <param name="tithi">The tithi, since second, fifth and ninth are good in the bright half alone.</param>
    /// <param name="number">Whose birth this is, from 1.</param>
    public MuhurtaReason Chandrabala(Rashi sign, int tithi, int number)
    {
        var house = sign.HouseFrom(Moon.Rashi);
        var verdict = house switch { Eighth => Forbids, 4 or 12 => Against, 2 or 5 or 9 when tithi > Purnima => Against, _ => For };
        return new("chandrabala", verdict, new($"Chandrabala: the Moon is {house} from the Moon of birth.", $"चन्द्रबल: चन्द्रमा जन्म राशि से {house} है।"), Source, number);
    }
}
