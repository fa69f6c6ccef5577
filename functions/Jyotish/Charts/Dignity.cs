using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Charts;

/// <summary>How a graha stands in a sign, best first.</summary>
public enum Dignity
{
    /// <summary>Uccha.</summary>
    Exalted,

    /// <summary>Its office.</summary>
    Moolatrikona,

    /// <summary>Swakshetra.</summary>
    Own,

    /// <summary>Adhi mitra: in the sign of a great friend.</summary>
    GreatFriend,

    /// <summary>Mitra.</summary>
    Friend,

    /// <summary>Sama.</summary>
    Neutral,

    /// <summary>Shatru.</summary>
    Enemy,

    /// <summary>Adhi shatru.</summary>
    GreatEnemy,

    /// <summary>Neecha.</summary>
    Debilitated,
}

/// <summary>
/// Exaltation, moolatrikona and own signs (BPHS 3.49-54). Rahu and Ketu have exaltation signs by schools: here Taurus and Scorpio (BPHS 47.34-36), and own
/// signs Aquarius and Scorpio, whose co-lords Jaimini makes them.
/// </summary>
public static class Dignities
{
    // Deepest exaltation, degrees of the zodiac: Sun 10 Aries, Moon 3 Taurus, Mars 28 Capricorn, Mercury 15 Virgo, Jupiter 5 Cancer, Venus 27 Pisces,
    // Saturn 20 Libra, Rahu 20 Taurus, Ketu 20 Scorpio.
    private static readonly double[] DeepestExaltation = [10, 33, 298, 165, 95, 357, 200, 50, 230];

    private static readonly (Rashi Sign, double From, double To)[] Moolatrikonas =
    [
        (Rashi.Leo, 0, 20), (Rashi.Taurus, 4, 30), (Rashi.Aries, 0, 12), (Rashi.Virgo, 16, 20),
        (Rashi.Sagittarius, 0, 10), (Rashi.Libra, 0, 15), (Rashi.Aquarius, 0, 20),
    ];

    /// <summary>The degree of deepest exaltation.</summary>
    /// <exception cref="IndexOutOfRangeException">An outer planet has none.</exception>
    public static SiderealLongitude ExaltationOf(Graha graha) => new(DeepestExaltation[(int)graha]);

    /// <summary>The sign of exaltation.</summary>
    public static Rashi ExaltationSign(Graha graha) => ExaltationOf(graha).Rashi;

    /// <summary>The sign of debilitation: the opposite one.</summary>
    public static Rashi DebilitationSign(Graha graha) => ExaltationSign(graha).Plus(6);

    /// <summary>The moolatrikona part of a sign, for Sun … Saturn.</summary>
    public static (Rashi Sign, double From, double To) MoolatrikonaOf(Graha graha) => Moolatrikonas[(int)graha];

    /// <summary>Whether a graha owns a sign.</summary>
    public static bool Owns(Graha graha, Rashi sign) => sign.Lord() == graha;

    /// <summary>Exalted, in its own sign or in its moolatrikona, by sign.</summary>
    public static bool IsStrong(Graha graha, Rashi sign) => ExaltationSign(graha) == sign || Owns(graha, sign);

    /// <summary>
    /// The dignity by longitude. Mercury in Virgo is exalted to 15°, in moolatrikona from 16° to 20°, else at home; the Moon in Taurus is exalted in the first
    /// 3°, then in moolatrikona (BPHS 3.51-54). Where neither holds, the compound friendship with the lord of the sign decides.
    /// </summary>
    /// <param name="graha">Which graha.</param>
    /// <param name="longitude">Where it stands.</param>
    /// <param name="compound">The compound friendship of the graha to the lord of the sign; null when the lord's place is not known, which gives the natural one.</param>
    public static Dignity Of(Graha graha, SiderealLongitude longitude, Friendship? compound = null)
    {
        var sign = longitude.Rashi;
        var within = longitude.InRashi;
        if (ExaltationSign(graha) == sign && IsExaltedPart(graha, within))
            return Dignity.Exalted;
        if (DebilitationSign(graha) == sign)
            return Dignity.Debilitated;
        if (!graha.IsNode() && MoolatrikonaOf(graha) is var part && part.Sign == sign && within >= part.From && within < part.To)
            return Dignity.Moolatrikona;
        if (Owns(graha, sign) || (graha, sign) is (Graha.Rahu, Rashi.Aquarius) or (Graha.Ketu, Rashi.Scorpio))
            return Dignity.Own;
        return (compound ?? Friendships.Natural(graha, sign.Lord())) switch
        {
            Friendship.GreatFriend => Dignity.GreatFriend,
            Friendship.Friend => Dignity.Friend,
            Friendship.Neutral => Dignity.Neutral,
            Friendship.Enemy => Dignity.Enemy,
            _ => Dignity.GreatEnemy,
        };
    }

    private static bool IsExaltedPart(Graha graha, double within) => graha switch
    {
        Graha.Moon => within < 4,
        Graha.Mercury => within < 16,
        _ => true,
    };
}
