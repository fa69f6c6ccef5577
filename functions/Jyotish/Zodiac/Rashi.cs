using Kundli.Astronomy.Sky;

namespace Kundli.Jyotish.Zodiac;

/// <summary>The twelve signs of 30° each, Aries first.</summary>
public enum Rashi
{
    /// <summary>Mesha, 0°–30°.</summary>
    Aries,

    /// <summary>Vrishabha, 30°–60°.</summary>
    Taurus,

    /// <summary>Mithuna, 60°–90°.</summary>
    Gemini,

    /// <summary>Karka, 90°–120°.</summary>
    Cancer,

    /// <summary>Simha, 120°–150°.</summary>
    Leo,

    /// <summary>Kanya, 150°–180°.</summary>
    Virgo,

    /// <summary>Tula, 180°–210°.</summary>
    Libra,

    /// <summary>Vrishchika, 210°–240°.</summary>
    Scorpio,

    /// <summary>Dhanu, 240°–270°.</summary>
    Sagittarius,

    /// <summary>Makara, 270°–300°.</summary>
    Capricorn,

    /// <summary>Kumbha, 300°–330°.</summary>
    Aquarius,

    /// <summary>Meena, 330°–360°.</summary>
    Pisces,
}

/// <summary>Chara, sthira, dvisvabhava.</summary>
public enum Mode
{
    /// <summary>Chara: Aries, Cancer, Libra, Capricorn.</summary>
    Movable,

    /// <summary>Sthira: Taurus, Leo, Scorpio, Aquarius.</summary>
    Fixed,

    /// <summary>Dvisvabhava: Gemini, Virgo, Sagittarius, Pisces.</summary>
    Dual,
}

/// <summary>The four elements of the signs.</summary>
public enum Element
{
    /// <summary>Agni.</summary>
    Fire,

    /// <summary>Prithvi.</summary>
    Earth,

    /// <summary>Vayu.</summary>
    Air,

    /// <summary>Jala.</summary>
    Water,
}

/// <summary>What belongs to a sign by itself (BPHS 4).</summary>
public static class Rashis
{
    /// <summary>The number of signs.</summary>
    public const int Count = 12;

    private static readonly Graha[] Lords =
    [
        Graha.Mars, Graha.Venus, Graha.Mercury, Graha.Moon, Graha.Sun, Graha.Mercury,
        Graha.Venus, Graha.Mars, Graha.Jupiter, Graha.Saturn, Graha.Saturn, Graha.Jupiter,
    ];

    /// <summary>Aries … Pisces.</summary>
    public static IReadOnlyList<Rashi> All { get; } = Enum.GetValues<Rashi>();

    /// <summary>The sign <paramref name="steps"/> signs on; negative steps go back.</summary>
    public static Rashi Plus(this Rashi rashi, int steps) => (Rashi)Modulo((int)rashi + steps, Count);

    /// <summary>How far <paramref name="to"/> is from <paramref name="from"/>, counted inclusively as the books do: 1 for the same sign, 7 for the opposite.</summary>
    public static int HouseFrom(this Rashi to, Rashi from) => Modulo(to - from, Count) + 1;

    /// <summary>The graha that owns the sign.</summary>
    public static Graha Lord(this Rashi rashi) => Lords[(int)rashi];

    /// <summary>Movable, fixed or dual.</summary>
    public static Mode Mode(this Rashi rashi) => (Mode)((int)rashi % 3);

    /// <summary>Fire, earth, air or water.</summary>
    public static Element Element(this Rashi rashi) => (Element)((int)rashi % 4);

    /// <summary>Aries, Gemini, Leo …: odd signs, which the books call male.</summary>
    public static bool IsOdd(this Rashi rashi) => (int)rashi % 2 == 0;

    /// <summary>The non-negative remainder.</summary>
    public static int Modulo(int value, int cycle) => ((value % cycle) + cycle) % cycle;
}
