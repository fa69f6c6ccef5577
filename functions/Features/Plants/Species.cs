using Kundli.Jyotish.Remedies;

namespace Kundli.Features.Plants;

/// <summary>How much light a plant wants.</summary>
public enum Light
{
    /// <summary>At least six hours of sun.</summary>
    FullSun,

    /// <summary>Some hours of sun, or bright shade.</summary>
    PartShade,

    /// <summary>No direct sun.</summary>
    Shade,
}

/// <summary>How much water a plant wants in its growing season.</summary>
public enum Water
{
    /// <summary>Let the soil dry out between waterings.</summary>
    Low,

    /// <summary>When the top of the soil is dry.</summary>
    Medium,

    /// <summary>Keep the soil moist.</summary>
    High,

    /// <summary>Grows in water or mud.</summary>
    Aquatic,
}

/// <summary>How a plant grows.</summary>
public enum Habit
{
    /// <summary>A tree.</summary>
    Tree,

    /// <summary>A shrub.</summary>
    Shrub,

    /// <summary>A climber or creeper.</summary>
    Climber,

    /// <summary>A herb without woody stems.</summary>
    Herb,

    /// <summary>A grass, sedge or reed.</summary>
    Grass,

    /// <summary>A plant of fleshy leaves or stems.</summary>
    Succulent,

    /// <summary>A herb from a bulb, corm or rhizome.</summary>
    Bulb,

    /// <summary>A palm.</summary>
    Palm,

    /// <summary>A plant in water.</summary>
    Aquatic,
}

/// <summary>A fact's dangers.</summary>
/// <param name="People">To people.</param>
/// <param name="Pets">To cats and dogs.</param>
/// <param name="Warning">What is dangerous; null where nothing is known to be.</param>
public sealed record PlantToxicity(Toxicity People, Toxicity Pets, CommonNames? Warning);

/// <summary>Where the facts of a plant are from.</summary>
/// <param name="Name">Of the names.</param>
/// <param name="Care">Of light, water, season and care.</param>
/// <param name="Toxicity">Of the dangers.</param>
/// <param name="Growth">Of family and habit.</param>
/// <param name="Sale">Of what the shop does with it.</param>
/// <param name="Lookalikes">Of the plants that it is mistaken for.</param>
public sealed record PlantSources(string Name, string Care, string Toxicity, string Growth, string Sale, string Lookalikes);

/// <summary>A plant of the table: what is true of it, each fact with its source.</summary>
/// <param name="Slug">Its key.</param>
/// <param name="ScientificName">The accepted botanical name, or the genus where many species go by one name.</param>
/// <param name="CommonNames">Names as people say them.</param>
/// <param name="Family">The botanical family.</param>
/// <param name="Habit">How it grows.</param>
/// <param name="Light">How much light it wants.</param>
/// <param name="Water">How much water it wants.</param>
/// <param name="Season">When it flowers, or what it is grown in.</param>
/// <param name="Care">How it is kept, in a sentence.</param>
/// <param name="Toxicity">Its dangers.</param>
/// <param name="Sale">Whether the shop may offer it.</param>
/// <param name="Lookalikes">Plants to mistake it for.</param>
/// <param name="Sources">Where the facts are from.</param>
public sealed record Species(
    string Slug, string ScientificName, CommonNames CommonNames, string Family, Habit Habit, Light Light, Water Water, string Season, string Care, PlantToxicity Toxicity,
    SalePolicy Sale, IReadOnlyList<string> Lookalikes, PlantSources Sources)
{
    /// <summary>Its key in the tables of the tradition.</summary>
    public string TraditionSlug => Slug.Replace('_', '-');
}

/// <summary>The plants that are known here.</summary>
public interface ISpeciesTable
{
    /// <summary>Every plant, in the order of the slugs.</summary>
    IReadOnlyList<Species> All { get; }

    /// <summary>One plant; null when there is none of that key.</summary>
    Species? Find(string slug);
}
