using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Charts;

/// <summary>How one graha regards another, worst first.</summary>
public enum Friendship
{
    /// <summary>Adhi shatru.</summary>
    GreatEnemy = -2,

    /// <summary>Shatru.</summary>
    Enemy = -1,

    /// <summary>Sama.</summary>
    Neutral = 0,

    /// <summary>Mitra.</summary>
    Friend = 1,

    /// <summary>Adhi mitra.</summary>
    GreatFriend = 2,
}

/// <summary>Natural (BPHS 3.55), temporary (BPHS 3.56) and compound (BPHS 3.57-58) friendship. It is not mutual.</summary>
public static class Friendships
{
    // Rows regard columns, Sun … Saturn, Rahu, Ketu. The nodes follow BPHS 47: friends of Mercury, Venus and Saturn; Ketu like Mars.
    private static readonly string[] Rows =
    [
        "=++=+----", // Sun
        "+==+=====", // Moon: no enemies
        "++=-+==-=", // Mars
        "+-===+===", // Mercury
        "+++-=-===", // Jupiter
        "--=+==+==", // Venus
        "---+=+===", // Saturn
        "---+=++==", // Rahu
        "--+=++===", // Ketu
    ];

    /// <summary>How a graha regards another by nature.</summary>
    /// <exception cref="IndexOutOfRangeException">An outer planet has no friends.</exception>
    public static Friendship Natural(Graha graha, Graha other) => Rows[(int)graha][(int)other] switch
    {
        '+' => Friendship.Friend,
        '-' => Friendship.Enemy,
        _ => Friendship.Neutral,
    };

    /// <summary>A graha in the 2nd, 3rd, 4th, 10th, 11th or 12th from another is its friend for this chart, else its enemy.</summary>
    public static Friendship Temporary(Rashi graha, Rashi other) =>
        other.HouseFrom(graha) is 2 or 3 or 4 or 10 or 11 or 12 ? Friendship.Friend : Friendship.Enemy;

    /// <summary>Natural and temporary friendship together.</summary>
    public static Friendship Compound(Graha graha, Rashi place, Graha other, Rashi otherPlace) =>
        (Friendship)((int)Natural(graha, other) + (int)Temporary(place, otherPlace));

    /// <summary>The compound friendship in a chart; natural alone when the other graha is not known there.</summary>
    public static Friendship Compound(BirthChart chart, Graha graha, Graha other) =>
        chart.Has(graha) && chart.Has(other) ? Compound(graha, chart.Sign(graha), other, chart.Sign(other)) : Natural(graha, other);
}
