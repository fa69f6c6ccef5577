using Kundli.Jyotish.Almanac;
using Kundli.Jyotish.Zodiac;
using static Kundli.Jyotish.Zodiac.Nakshatra;

namespace Kundli.Jyotish.Muhurtas;

/// <summary>What a good time is sought for.</summary>
public enum Purpose
{
    /// <summary>Vivaha.</summary>
    Marriage,

    /// <summary>Griha pravesha.</summary>
    HouseEntry,

    /// <summary>Yatra.</summary>
    Travel,

    /// <summary>Namakarana.</summary>
    Naming,

    /// <summary>Kraya: what is bought to last.</summary>
    Purchase,
}

/// <summary>What the books ask of the limbs of the day for one purpose. What is in neither list is middling and left unsaid.</summary>
/// <param name="Purpose">The purpose.</param>
/// <param name="Name">What it is called within a sentence.</param>
/// <param name="Source">Where the rules stand.</param>
/// <param name="Good">Nakshatras that are praised.</param>
/// <param name="Middling">Nakshatras that are allowed; all others are forbidden.</param>
/// <param name="GoodTithis">Tithis that are praised, 1 to 15 within the half.</param>
/// <param name="PoorTithis">Tithis that are not.</param>
/// <param name="GoodVaras">Weekdays that are praised.</param>
/// <param name="PoorVaras">Weekdays that are not.</param>
/// <param name="GoodLagnas">Rising signs that are praised.</param>
/// <param name="PoorLagnas">Rising signs that are not.</param>
/// <param name="ByNight">Whether it may be done after sunset.</param>
/// <param name="IsRite">Whether seasons and the strength of Jupiter and Venus count.</param>
public sealed record PurposeRules(
    Purpose Purpose, LocalName Name, string Source, IReadOnlyList<Nakshatra> Good, IReadOnlyList<Nakshatra> Middling, IReadOnlyList<int> GoodTithis, IReadOnlyList<int> PoorTithis,
    IReadOnlyList<Vara> GoodVaras, IReadOnlyList<Vara> PoorVaras, IReadOnlyList<Rashi> GoodLagnas, IReadOnlyList<Rashi> PoorLagnas, bool ByNight, bool IsRite)
{
    private static readonly Vara[] OfBenefics = [Vara.Monday, Vara.Wednesday, Vara.Thursday, Vara.Friday];
    private static readonly int[] Usual = [2, 3, 5, 7, 10, 11, 13];

    private static readonly PurposeRules[] All =
    [
        // The eleven stars of marriage, and those that Paraskara adds with the three after each Uttara (Grihya Sutra 1.4); Gemini, Virgo and Libra rising are the best, the signs of Mars and Capricorn the worst.
        new(
            Purpose.Marriage, new("a marriage", "विवाह"), "Muhurta Chintamani, Vivaha Prakarana; Raman, Muhurtha, Marriage",
            [Rohini, Mrigashira, Magha, UttaraPhalguni, Hasta, Swati, Anuradha, Mula, UttaraAshadha, UttaraBhadrapada, Revati], [Ashwini, Chitra, Shravana, Dhanishta],
            Usual, [1, 6, 8, 12], OfBenefics, [Vara.Tuesday, Vara.Saturday],
            [Rashi.Gemini, Rashi.Virgo, Rashi.Libra], [Rashi.Aries, Rashi.Scorpio, Rashi.Capricorn], ByNight: true, IsRite: true),
        // Fixed and soft stars, a fixed sign rising.
        new(
            Purpose.HouseEntry, new("entering a house", "गृह प्रवेश"), "Muhurta Chintamani, Griha Pravesha Prakarana",
            [Rohini, Mrigashira, UttaraPhalguni, Chitra, Anuradha, UttaraAshadha, UttaraBhadrapada, Revati], [Pushya, Hasta, Swati, Dhanishta, Shatabhisha],
            Usual, [1, 6, 8], OfBenefics, [Vara.Sunday, Vara.Tuesday],
            [Rashi.Taurus, Rashi.Leo, Rashi.Scorpio, Rashi.Aquarius], [Rashi.Aries, Rashi.Cancer, Rashi.Libra, Rashi.Capricorn], ByNight: false, IsRite: true),
        new(
            Purpose.Travel, new("a journey", "यात्रा"), "Muhurta Chintamani, Yatra Prakarana",
            [Ashwini, Mrigashira, Punarvasu, Pushya, Hasta, Anuradha, Shravana, Dhanishta, Revati],
            [Rohini, PurvaPhalguni, UttaraPhalguni, Jyeshtha, Mula, PurvaAshadha, UttaraAshadha, Shatabhisha, PurvaBhadrapada, UttaraBhadrapada],
            Usual, [1, 6, 8, 12, 15], [Vara.Thursday, Vara.Friday], [Vara.Tuesday, Vara.Saturday],
            [], [Rashi.Aquarius], ByNight: false, IsRite: false),
        // Soft, fixed, quick and movable stars; a sign of a benefic rising.
        new(
            Purpose.Naming, new("a naming", "नामकरण"), "Muhurta Chintamani, Samskara Prakarana",
            [Ashwini, Rohini, Mrigashira, Punarvasu, Pushya, UttaraPhalguni, Hasta, Chitra, Swati, Anuradha, UttaraAshadha, Shravana, Dhanishta, Shatabhisha, UttaraBhadrapada, Revati], [],
            [1, 2, 3, 5, 7, 10, 11, 12, 13], [6, 8, 15], OfBenefics, [Vara.Tuesday, Vara.Saturday],
            [Rashi.Taurus, Rashi.Gemini, Rashi.Cancer, Rashi.Virgo, Rashi.Libra, Rashi.Sagittarius, Rashi.Pisces], [], ByNight: false, IsRite: false),
        new(
            Purpose.Purchase, new("a purchase", "क्रय"), "Muhurta Chintamani, Nakshatra Prakarana",
            [Ashwini, Pushya, Chitra, Swati, Shravana, Shatabhisha, Revati], [Rohini, Mrigashira, Punarvasu, UttaraPhalguni, Hasta, Anuradha, UttaraAshadha, Dhanishta, UttaraBhadrapada],
            [1, 2, 3, 5, 6, 7, 10, 11, 12, 13, 15], [8], OfBenefics, [Vara.Tuesday],
            [], [Rashi.Aquarius], ByNight: false, IsRite: false),
    ];

    /// <summary>The rules of a purpose.</summary>
    public static PurposeRules Of(Purpose purpose) => All[(int)purpose];
}
