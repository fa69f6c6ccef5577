using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Remedies;

/// <summary>Another plant that some list gives in place of the main one.</summary>
/// <param name="Slug">The plant.</param>
/// <param name="Region">Whose list it is.</param>
public sealed record PlantVariant(string Slug, string Region);

/// <summary>The tree of a nakshatra.</summary>
/// <param name="Nakshatra">Whose.</param>
/// <param name="Slug">The tree of most lists.</param>
/// <param name="Variants">What other lists give.</param>
public sealed record NakshatraPlant(Nakshatra Nakshatra, string Slug, IReadOnlyList<PlantVariant> Variants);

/// <summary>
/// The trees of the 27 nakshatras: the Nakshatra Vana lists of Sringeri and of the Punitvan at Gandhinagar (Shah and Patel 2014), reviewed
/// by Maneesha et al. 2021 (doi 10.23910/1.2021.2165). Where regions differ, the other tree stands as a variant.
/// </summary>
public static class NakshatraPlants
{
    /// <summary>The source of every row.</summary>
    public const string Source = "Nakshatra Vana lists (Sringeri; Punitvan Gandhinagar, Shah and Patel 2014; Maneesha et al. 2021)";

    private static readonly NakshatraPlant[] Rows =
    [
        new(Nakshatra.Ashwini, "kuchla", [new("vasaka", "Where the tree itself is too dangerous")]),
        new(Nakshatra.Bharani, "amla", []),
        new(Nakshatra.Krittika, "gular", []),
        new(Nakshatra.Rohini, "jamun", []),
        new(Nakshatra.Mrigashira, "khadira", []),
        new(Nakshatra.Ardra, "agar", [new("pippali", "Other lists"), new("ebony", "Kerala")]),
        new(Nakshatra.Punarvasu, "bamboo", []),
        new(Nakshatra.Pushya, "peepal", []),
        new(Nakshatra.Ashlesha, "nagkesar", [new("punnaga", "Other lists")]),
        new(Nakshatra.Magha, "banyan", []),
        new(Nakshatra.PurvaPhalguni, "palasha", []),
        new(Nakshatra.UttaraPhalguni, "pakar", [new("kaner", "Other lists"), new("itthi", "Kerala")]),
        new(Nakshatra.Hasta, "amrataka", [new("mogra", "Other lists")]),
        new(Nakshatra.Chitra, "bel", [new("varuna", "Other lists")]),
        new(Nakshatra.Swati, "arjuna", [new("jarul", "Other lists")]),
        new(Nakshatra.Vishakha, "kaith", [new("paniala", "Kerala"), new("nagkesar", "Other lists")]),
        new(Nakshatra.Anuradha, "maulsari", []),
        new(Nakshatra.Jyeshtha, "chir-pine", [new("vetti", "Kerala"), new("semal", "Other lists")]),
        new(Nakshatra.Mula, "kala-dammar", [new("safed-dammar", "Kerala"), new("anjan", "Other lists")]),
        new(Nakshatra.PurvaAshadha, "ashoka", [new("willow", "Other lists"), new("bet", "Other lists"), new("giloy", "Other lists")]),
        new(Nakshatra.UttaraAshadha, "kathal", []),
        new(Nakshatra.Shravana, "arka", [new("aak", "Other lists")]),
        new(Nakshatra.Dhanishta, "shami", [new("safed-khair", "Other lists")]),
        new(Nakshatra.Shatabhisha, "kadamba", []),
        new(Nakshatra.PurvaBhadrapada, "mango", [new("neem", "Bengaluru")]),
        new(Nakshatra.UttaraBhadrapada, "neem", [new("mango", "Bengaluru"), new("palmyra", "Kerala")]),
        new(Nakshatra.Revati, "mahua", []),
    ];

    /// <summary>Ashwini … Revati.</summary>
    public static IReadOnlyList<NakshatraPlant> All => Rows;

    /// <summary>The tree of a nakshatra.</summary>
    public static NakshatraPlant Of(Nakshatra nakshatra) => Rows[(int)nakshatra];
}
