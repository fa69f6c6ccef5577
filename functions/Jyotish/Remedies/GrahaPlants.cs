using Kundli.Astronomy.Sky;

namespace Kundli.Jyotish.Remedies;

/// <summary>
/// The nine samidhas, the woods and grasses of the offering to each graha: "arkah palashah khadirash chapamargo 'tha pippalah / audumbarah
/// shami durva kushash cha samidhah kramat" (Garuda Purana; the same order in Yajnavalkya Smriti 1.302).
/// </summary>
public static class GrahaPlants
{
    /// <summary>The source of every row.</summary>
    public const string Source = "Yajnavalkya Smriti 1.302; Garuda Purana";

    private static readonly Row[] Rows =
    [
        new("arka", [new("aak", "Other lists")]),
        new("palasha", []),
        new("khadira", []),
        new("apamarga", []),
        new("peepal", []),
        new("gular", []),
        new("shami", []),
        new("durva", []),
        new("kusha", [new("cogon-grass", "Other lists")]),
    ];

    /// <summary>The slug of the plant of a graha, Sun … Ketu.</summary>
    /// <exception cref="IndexOutOfRangeException">An outer planet has none.</exception>
    public static string Of(Graha graha) => Rows[(int)graha].Slug;

    /// <summary>What other lists give in its place.</summary>
    public static IReadOnlyList<PlantVariant> VariantsOf(Graha graha) => Rows[(int)graha].Variants;

    private sealed record Row(string Slug, IReadOnlyList<PlantVariant> Variants);
}
