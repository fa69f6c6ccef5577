using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Compatibility;

/// <summary>The ten agreements of the South.</summary>
public enum Porutham
{
    /// <summary>Health: the count of stars.</summary>
    Dina,

    /// <summary>Temper.</summary>
    Gana,

    /// <summary>Prosperity.</summary>
    Mahendra,

    /// <summary>The bride's well-being.</summary>
    StreeDeergha,

    /// <summary>Intimacy.</summary>
    Yoni,

    /// <summary>Harmony of signs.</summary>
    Rasi,

    /// <summary>Friendship of lords.</summary>
    Rasyadhipati,

    /// <summary>Attraction.</summary>
    Vashya,

    /// <summary>Lasting bond.</summary>
    Rajju,

    /// <summary>Freedom from mutual affliction.</summary>
    Vedha,
}

/// <summary>Whether an agreement is given.</summary>
/// <param name="Porutham">Which.</param>
/// <param name="Agrees">Whether it is.</param>
public sealed record PoruthamScore(Porutham Porutham, bool Agrees);

/// <summary>Dasha porutham: Kalaprakashika 17 and Prashna Marga 21, counted from the bride's star to the groom's.</summary>
public static class Poruthams
{
    // Pairs that afflict each other; Mrigashira, Chitra and Dhanishta all do.
    private static readonly (Nakshatra, Nakshatra)[] VedhaPairs =
    [
        (Nakshatra.Ashwini, Nakshatra.Jyeshtha), (Nakshatra.Bharani, Nakshatra.Anuradha), (Nakshatra.Krittika, Nakshatra.Vishakha), (Nakshatra.Rohini, Nakshatra.Swati),
        (Nakshatra.Ardra, Nakshatra.Shravana), (Nakshatra.Punarvasu, Nakshatra.UttaraAshadha), (Nakshatra.Pushya, Nakshatra.PurvaAshadha), (Nakshatra.Ashlesha, Nakshatra.Mula),
        (Nakshatra.Magha, Nakshatra.Revati), (Nakshatra.PurvaPhalguni, Nakshatra.UttaraBhadrapada), (Nakshatra.UttaraPhalguni, Nakshatra.PurvaBhadrapada),
        (Nakshatra.Hasta, Nakshatra.Shatabhisha), (Nakshatra.Mrigashira, Nakshatra.Chitra), (Nakshatra.Chitra, Nakshatra.Dhanishta), (Nakshatra.Mrigashira, Nakshatra.Dhanishta),
    ];

    // Signs that are drawn to a sign.
    private static readonly Rashi[][] Vashyas =
    [
        [Rashi.Leo, Rashi.Scorpio], [Rashi.Cancer, Rashi.Libra], [Rashi.Virgo], [Rashi.Scorpio, Rashi.Sagittarius], [Rashi.Libra], [Rashi.Gemini, Rashi.Pisces],
        [Rashi.Virgo, Rashi.Capricorn], [Rashi.Cancer], [Rashi.Pisces], [Rashi.Aries, Rashi.Aquarius], [Rashi.Aries], [Rashi.Capricorn],
    ];

    /// <summary>The ten agreements of a bride and a groom.</summary>
    public static IReadOnlyList<PoruthamScore> Of(MoonPlace bride, MoonPlace groom)
    {
        var count = groom.Nakshatra.CountFrom(bride.Nakshatra);
        var (brideFacts, groomFacts) = (bride.Nakshatra.Facts(), groom.Nakshatra.Facts());
        return
        [
            new(Porutham.Dina, count % 9 is 2 or 4 or 6 or 8 or 0),
            new(Porutham.Gana, brideFacts.Gana == groomFacts.Gana || (groomFacts.Gana, brideFacts.Gana) is (Gana.Deva, Gana.Manushya) or (Gana.Manushya, Gana.Deva)),
            new(Porutham.Mahendra, count is 4 or 7 or 10 or 13 or 16 or 19 or 22 or 25),
            new(Porutham.StreeDeergha, count > 13),
            new(Porutham.Yoni, KutaTables.YoniScore(brideFacts.Yoni, groomFacts.Yoni) > 0),
            new(Porutham.Rasi, bride.Rashi == groom.Rashi || groom.Rashi.HouseFrom(bride.Rashi) >= 7 && groom.Rashi.HouseFrom(bride.Rashi) != 8),
            new(Porutham.Rasyadhipati, bride.Lord == groom.Lord || (Friendships.Natural(bride.Lord, groom.Lord) != Friendship.Enemy && Friendships.Natural(groom.Lord, bride.Lord) != Friendship.Enemy)),
            new(Porutham.Vashya, bride.Rashi == groom.Rashi || Vashyas[(int)bride.Rashi].Contains(groom.Rashi) || Vashyas[(int)groom.Rashi].Contains(bride.Rashi)),
            new(Porutham.Rajju, brideFacts.Rajju != groomFacts.Rajju),
            new(Porutham.Vedha, !VedhaPairs.Any(pair => pair == (bride.Nakshatra, groom.Nakshatra) || pair == (groom.Nakshatra, bride.Nakshatra))),
        ];
    }
}
