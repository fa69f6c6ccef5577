using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Compatibility;

/// <summary>The nature of a sign in the vashya kuta.</summary>
public enum VashyaKind
{
    /// <summary>Chatushpada.</summary>
    Quadruped,

    /// <summary>Manava.</summary>
    Human,

    /// <summary>Jalachara.</summary>
    Aquatic,

    /// <summary>Vanachara.</summary>
    Wild,

    /// <summary>Keeta.</summary>
    Insect,
}

/// <summary>The tables behind the eight kutas: Muhurta Chintamani 6 (Vivaha) in the form that almanacs and services print.</summary>
public static class KutaTables
{
    /// <summary>Rows: the groom; columns: the bride; quadruped, human, aquatic, wild, insect. The least agreed of the tables.</summary>
    private static readonly double[][] VashyaPoints =
    [
        [2, 1, 1, 0.5, 1],
        [1, 2, 0.5, 0, 1],
        [1, 0.5, 2, 1, 1],
        [0.5, 0, 1, 2, 0],
        [1, 1, 1, 0, 2],
    ];

    /// <summary>Rows and columns in the order of <see cref="Yoni"/>; it is symmetric.</summary>
    private static readonly string[] YoniPoints =
    [
        "42232221011321", // Horse
        "24332222312320", // Elephant
        "23421213312031", // Sheep
        "33242111122202", // Serpent
        "22124212210211", // Dog
        "22212402213321", // Cat
        "22111042222212", // Rat
        "12312224303221", // Cow
        "03312223412221", // Buffalo
        "11121120141121", // Tiger
        "12220323214221", // Deer
        "33022322212432", // Monkey
        "22301212222342", // Mongoose
        "10121121111224", // Lion
    ];

    /// <summary>Rows: the groom; columns: the bride; deva, manushya, rakshasa.</summary>
    private static readonly int[][] GanaPoints = [[6, 6, 0], [5, 6, 0], [0, 0, 6]];

    /// <summary>The rank of a sign in the varna kuta, 4 to 1: water, fire, earth, air. Shown as points only.</summary>
    public static int VarnaRank(Rashi rashi) => rashi.Element() switch
    {
        Element.Water => 4,
        Element.Fire => 3,
        Element.Earth => 2,
        _ => 1,
    };

    /// <summary>The nature of the Moon's sign; Sagittarius and Capricorn change at 15°.</summary>
    public static VashyaKind Vashya(SiderealLongitude moon) => (moon.Rashi, moon.InRashi < 15) switch
    {
        (Rashi.Aries or Rashi.Taurus, _) => VashyaKind.Quadruped,
        (Rashi.Sagittarius, false) or (Rashi.Capricorn, true) => VashyaKind.Quadruped,
        (Rashi.Sagittarius, true) => VashyaKind.Human,
        (Rashi.Capricorn, false) => VashyaKind.Aquatic,
        (Rashi.Cancer or Rashi.Pisces, _) => VashyaKind.Aquatic,
        (Rashi.Leo, _) => VashyaKind.Wild,
        (Rashi.Scorpio, _) => VashyaKind.Insect,
        _ => VashyaKind.Human,
    };

    /// <summary>Points of the vashya kuta.</summary>
    public static double VashyaScore(VashyaKind groom, VashyaKind bride) => VashyaPoints[(int)groom][(int)bride];

    /// <summary>Points of the yoni kuta.</summary>
    public static int YoniScore(Yoni one, Yoni other) => YoniPoints[(int)one][(int)other] - '0';

    /// <summary>Points of the gana kuta.</summary>
    public static int GanaScore(Gana groom, Gana bride) => GanaPoints[(int)groom][(int)bride];

    /// <summary>Points of the graha maitri kuta by the natural friendship of the two lords.</summary>
    public static double MaitriScore(Graha one, Graha other)
    {
        if (one == other)
            return 5;
        var (there, back) = (Friendships.Natural(one, other), Friendships.Natural(other, one));
        var (low, high) = there < back ? (there, back) : (back, there);
        return (low, high) switch
        {
            (Friendship.Friend, Friendship.Friend) => 5,
            (Friendship.Neutral, Friendship.Friend) => 4,
            (Friendship.Neutral, Friendship.Neutral) => 3,
            (Friendship.Enemy, Friendship.Friend) => 1,
            (Friendship.Enemy, Friendship.Neutral) => 0.5,
            _ => 0,
        };
    }

    /// <summary>Whether the count from one nakshatra to another, modulo nine, is none of vipat (3), pratyari (5), vadha (7).</summary>
    public static bool IsGoodTara(Nakshatra from, Nakshatra to) => to.CountFrom(from) % 9 is not (3 or 5 or 7);

    /// <summary>Whether two signs stand 2/12, 5/9 or 6/8 from each other.</summary>
    public static bool IsBadDistance(Rashi one, Rashi other) => other.HouseFrom(one) is 2 or 12 or 5 or 9 or 6 or 8;
}
