using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Remedies;

/// <summary>The trees of the twelve signs: the Rashi Vana of the Karnataka forest lists (Mysuru Dasara exhibition). Other states differ.</summary>
public static class RashiPlants
{
    /// <summary>The source of every row.</summary>
    public const string Source = "Rashi Vana, Karnataka forest lists";

    private static readonly string[] Slugs =
    [
        "lal-chandan", "saptaparni", "kathal", "palasha", "patala", "mango", "maulsari", "khadira", "peepal", "shisham", "shami", "banyan",
    ];

    /// <summary>The slug of the tree of a sign.</summary>
    public static string Of(Rashi rashi) => Slugs[(int)rashi];
}
