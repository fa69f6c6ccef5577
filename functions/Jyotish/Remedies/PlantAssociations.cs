using Kundli.Astronomy.Sky;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Remedies;

/// <summary>Everything that a plant belongs to: the tables of this folder read the other way round, so that both directions agree.</summary>
/// <param name="Nakshatras">Whose tree it is in most lists or in some.</param>
/// <param name="Rashis">Whose tree it is.</param>
/// <param name="Grahas">Whose samidha it is.</param>
/// <param name="Deities">Keys of deities.</param>
/// <param name="Weekdays">Days on which it is used.</param>
/// <param name="Festivals">Keys of festivals.</param>
public sealed record PlantAssociations(
    IReadOnlyList<Nakshatra> Nakshatras, IReadOnlyList<Rashi> Rashis, IReadOnlyList<Graha> Grahas, IReadOnlyList<string> Deities, IReadOnlyList<string> Weekdays, IReadOnlyList<string> Festivals)
{
    private static readonly Dictionary<string, PlantAssociations> BySlug = Plants.All.ToDictionary(plant => plant.Slug, plant => Find(plant.Slug), StringComparer.Ordinal);

    /// <summary>What belongs to no plant of ours.</summary>
    public static PlantAssociations Empty { get; } = new([], [], [], [], [], []);

    /// <summary>What a plant belongs to; <see cref="Empty"/> for a slug that no rule names.</summary>
    public static PlantAssociations Of(string slug) => BySlug.GetValueOrDefault(slug, Empty);

    private static PlantAssociations Find(string slug) => new(
        [.. NakshatraPlants.All.Where(row => row.Slug == slug || row.Variants.Any(variant => variant.Slug == slug)).Select(row => row.Nakshatra)],
        [.. Zodiac.Rashis.All.Where(rashi => RashiPlants.Of(rashi) == slug)],
        [.. Zodiac.Grahas.Nine.Where(graha => GrahaPlants.Of(graha) == slug || GrahaPlants.VariantsOf(graha).Any(variant => variant.Slug == slug))],
        Custom(CustomKind.Deity, slug), Custom(CustomKind.Weekday, slug), Custom(CustomKind.Festival, slug));

    private static string[] Custom(CustomKind kind, string slug) =>
        [.. CustomPlants.All.Where(row => row.Kind == kind && row.Slug == slug).Select(row => row.Subject)];
}
