using Kundli.Astronomy.Sky;

namespace Kundli.Jyotish.Zodiac;

/// <summary>
/// One row of the nakshatra table. Deities: Brihat Samhita 98. Gana, yoni, nadi and rajju: Muhurta Chintamani 6; four published
/// implementations agree on every row.
/// </summary>
/// <param name="Nakshatra">Which.</param>
/// <param name="Deity">Its deity.</param>
/// <param name="Gana">Its temper.</param>
/// <param name="Yoni">Its animal.</param>
/// <param name="YoniIsMale">The sex of the animal.</param>
/// <param name="Nadi">Its channel.</param>
/// <param name="Rajju">Its limb.</param>
/// <param name="Symbol">What it is drawn as.</param>
public sealed record NakshatraFacts(Nakshatra Nakshatra, string Deity, Gana Gana, Yoni Yoni, bool YoniIsMale, Nadi Nadi, Rajju Rajju, string Symbol);

/// <summary>What belongs to a nakshatra by itself.</summary>
public static class Nakshatras
{
    /// <summary>The number of nakshatras.</summary>
    public const int Count = 27;

    private static readonly NakshatraFacts[] Rows =
    [
        new(Nakshatra.Ashwini, "Ashvini Kumaras", Gana.Deva, Yoni.Horse, true, Nadi.Adi, Rajju.Foot, "Horse head"),
        new(Nakshatra.Bharani, "Yama", Gana.Manushya, Yoni.Elephant, true, Nadi.Madhya, Rajju.Waist, "Yoni"),
        new(Nakshatra.Krittika, "Agni", Gana.Rakshasa, Yoni.Sheep, false, Nadi.Antya, Rajju.Stomach, "Razor, flame"),
        new(Nakshatra.Rohini, "Brahma (Prajapati)", Gana.Manushya, Yoni.Serpent, true, Nadi.Antya, Rajju.Neck, "Cart"),
        new(Nakshatra.Mrigashira, "Soma", Gana.Deva, Yoni.Serpent, false, Nadi.Madhya, Rajju.Head, "Deer head"),
        new(Nakshatra.Ardra, "Rudra", Gana.Manushya, Yoni.Dog, false, Nadi.Adi, Rajju.Neck, "Teardrop"),
        new(Nakshatra.Punarvasu, "Aditi", Gana.Deva, Yoni.Cat, false, Nadi.Adi, Rajju.Stomach, "Quiver"),
        new(Nakshatra.Pushya, "Brihaspati", Gana.Deva, Yoni.Sheep, true, Nadi.Madhya, Rajju.Waist, "Udder, lotus"),
        new(Nakshatra.Ashlesha, "Nagas (Sarpa)", Gana.Rakshasa, Yoni.Cat, true, Nadi.Antya, Rajju.Foot, "Coiled snake"),
        new(Nakshatra.Magha, "Pitris", Gana.Rakshasa, Yoni.Rat, true, Nadi.Antya, Rajju.Foot, "Throne"),
        new(Nakshatra.PurvaPhalguni, "Bhaga (some: Aryaman)", Gana.Manushya, Yoni.Rat, false, Nadi.Madhya, Rajju.Waist, "Front of bed"),
        new(Nakshatra.UttaraPhalguni, "Aryaman (some: Bhaga)", Gana.Manushya, Yoni.Cow, true, Nadi.Adi, Rajju.Stomach, "Back of bed"),
        new(Nakshatra.Hasta, "Savitar", Gana.Deva, Yoni.Buffalo, false, Nadi.Adi, Rajju.Neck, "Hand"),
        new(Nakshatra.Chitra, "Tvashtar", Gana.Rakshasa, Yoni.Tiger, false, Nadi.Madhya, Rajju.Head, "Pearl"),
        new(Nakshatra.Swati, "Vayu", Gana.Deva, Yoni.Buffalo, true, Nadi.Antya, Rajju.Neck, "Shoot, coral"),
        new(Nakshatra.Vishakha, "Indra-Agni", Gana.Rakshasa, Yoni.Tiger, true, Nadi.Antya, Rajju.Stomach, "Gate, potter's wheel"),
        new(Nakshatra.Anuradha, "Mitra", Gana.Deva, Yoni.Deer, false, Nadi.Madhya, Rajju.Waist, "Lotus"),
        new(Nakshatra.Jyeshtha, "Indra", Gana.Rakshasa, Yoni.Deer, true, Nadi.Adi, Rajju.Foot, "Earring, umbrella"),
        new(Nakshatra.Mula, "Nirriti", Gana.Rakshasa, Yoni.Dog, true, Nadi.Adi, Rajju.Foot, "Bunch of roots"),
        new(Nakshatra.PurvaAshadha, "Apas", Gana.Manushya, Yoni.Monkey, true, Nadi.Madhya, Rajju.Waist, "Fan, tusk"),
        new(Nakshatra.UttaraAshadha, "Vishvedevas", Gana.Manushya, Yoni.Mongoose, true, Nadi.Antya, Rajju.Stomach, "Tusk, planks"),
        new(Nakshatra.Shravana, "Vishnu", Gana.Deva, Yoni.Monkey, false, Nadi.Antya, Rajju.Neck, "Ear, three footprints"),
        new(Nakshatra.Dhanishta, "Vasus", Gana.Rakshasa, Yoni.Lion, false, Nadi.Madhya, Rajju.Head, "Drum"),
        new(Nakshatra.Shatabhisha, "Varuna", Gana.Rakshasa, Yoni.Horse, false, Nadi.Adi, Rajju.Neck, "Empty circle"),
        new(Nakshatra.PurvaBhadrapada, "Aja Ekapada", Gana.Manushya, Yoni.Lion, true, Nadi.Adi, Rajju.Stomach, "Front of bier, two-faced man"),
        new(Nakshatra.UttaraBhadrapada, "Ahirbudhnya", Gana.Manushya, Yoni.Cow, false, Nadi.Madhya, Rajju.Waist, "Back of bier"),
        new(Nakshatra.Revati, "Pushan", Gana.Deva, Yoni.Elephant, false, Nadi.Antya, Rajju.Foot, "Fish, drum"),
    ];

    // BPHS 46.12-14: the nine lords repeat three times from Ashwini.
    private static readonly Graha[] Lords = [Graha.Ketu, Graha.Venus, Graha.Sun, Graha.Moon, Graha.Mars, Graha.Rahu, Graha.Jupiter, Graha.Saturn, Graha.Mercury];

    /// <summary>Ashwini … Revati.</summary>
    public static IReadOnlyList<Nakshatra> All { get; } = Enum.GetValues<Nakshatra>();

    /// <summary>The row of a nakshatra.</summary>
    public static NakshatraFacts Facts(this Nakshatra nakshatra) => Rows[(int)nakshatra];

    /// <summary>The lord in the Vimshottari order.</summary>
    public static Graha Lord(this Nakshatra nakshatra) => Lords[(int)nakshatra % Lords.Length];

    /// <summary>The nakshatra <paramref name="steps"/> on; negative steps go back.</summary>
    public static Nakshatra Plus(this Nakshatra nakshatra, int steps) => (Nakshatra)Rashis.Modulo((int)nakshatra + steps, Count);

    /// <summary>The count from <paramref name="from"/>, inclusive: 1 for the same nakshatra, at most 27.</summary>
    public static int CountFrom(this Nakshatra to, Nakshatra from) => Rashis.Modulo(to - from, Count) + 1;

    /// <summary>The six junction nakshatras of Ketu and Mercury (Muhurta Chintamani, Gandanta).</summary>
    public static bool IsGandmool(this Nakshatra nakshatra) => nakshatra.Lord() is Graha.Ketu or Graha.Mercury;
}
