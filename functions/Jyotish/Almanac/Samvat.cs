namespace Kundli.Jyotish.Almanac;

/// <summary>The years of the eras in use.</summary>
/// <param name="Vikram">The Vikram era, whose years begin with Chaitra in the north.</param>
/// <param name="Shaka">The Shaka era: 135 fewer.</param>
/// <param name="Gujarati">The Vikram era as Gujarat counts it, from Kartika on.</param>
/// <param name="Samvatsara">The year's name in the cycle of sixty, as the south counts it, 1 (Prabhava) to 60.</param>
public sealed record Samvat(int Vikram, int Shaka, int Gujarati, int Samvatsara)
{
    private const int ShakaEpoch = 78;
    private const int VikramOfShaka = 135;
    private const int Cycle = 60;

    private static readonly string[] Names =
    [
        "prabhava", "vibhava", "shukla", "pramoda", "prajapati", "angirasa", "shrimukha", "bhava", "yuva", "dhata", "ishvara", "bahudhanya", "pramathi", "vikrama", "vrisha",
        "chitrabhanu", "svabhanu", "tarana", "parthiva", "vyaya", "sarvajit", "sarvadhari", "virodhi", "vikriti", "khara", "nandana", "vijaya", "jaya", "manmatha", "durmukha",
        "hemalamba", "vilamba", "vikari", "sharvari", "plava", "shubhakrit", "shobhakrit", "krodhi", "vishvavasu", "parabhava", "plavanga", "kilaka", "saumya", "sadharana", "virodhakrit",
        "paridhavi", "pramadi", "ananda", "rakshasa", "nala", "pingala", "kalayukta", "siddharthi", "raudra", "durmati", "dundubhi", "rudhirodgari", "raktakshi", "krodhana", "akshaya",
    ];

    /// <summary>The camelCase key of the samvatsara.</summary>
    public string SamvatsaraKey => Names[Samvatsara - 1];

    /// <summary>The years in which a lunar month lies.</summary>
    public static Samvat Of(LunarMonth month)
    {
        var shaka = month.ChaitraYear - ShakaEpoch;
        var vikram = shaka + VikramOfShaka;
        // Shaka 1909 (1987) was the first of a cycle: Prabhava.
        return new(vikram, shaka, month.Masa >= Masa.Kartika ? vikram : vikram - 1, Zodiac.Rashis.Modulo(shaka - 1909, Cycle) + 1);
    }
}
