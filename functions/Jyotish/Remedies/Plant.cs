using Kundli.Jyotish.Zodiac;

namespace Kundli.Jyotish.Remedies;

/// <summary>How dangerous a plant is to people and pets.</summary>
public enum Toxicity
{
    /// <summary>No part is known to harm when it is handled and grown.</summary>
    None,

    /// <summary>Sap, hairs or thorns hurt skin or eyes, or eating raw parts upsets the stomach.</summary>
    Irritant,

    /// <summary>Eating a part can cause serious poisoning.</summary>
    Poisonous,
}

/// <summary>Whether the shop may offer a plant.</summary>
public enum SalePolicy
{
    /// <summary>Sold without restriction.</summary>
    Sold,

    /// <summary>Sold to adults, with its warning; never as an offer for homes with children or pets.</summary>
    AdultsWithWarning,

    /// <summary>Never sold.</summary>
    NotSold,
}

/// <summary>Where a plant can live.</summary>
public enum PlantSite
{
    /// <summary>A pot on a balcony or a window sill.</summary>
    Pot,

    /// <summary>The bed of a house.</summary>
    Garden,

    /// <summary>Open ground: a tree that needs room.</summary>
    Land,
}

/// <summary>
/// A plant of the tradition. Accepted names: Plants of the World Online. Toxicity: the alkaloids, glycosides or latex that standard
/// references (Nelson, Shih and Balick, Handbook of Poisonous and Injurious Plants) name. Never to be eaten on our word.
/// </summary>
/// <param name="Slug">Stable kebab-case key, shared by catalog, finder and remedies.</param>
/// <param name="ScientificName">The accepted botanical name.</param>
/// <param name="Name">The common name in English and Hindi.</param>
/// <param name="Synonyms">Other botanical names that books and nurseries use.</param>
/// <param name="Sites">Where it can live, the most modest place first.</param>
/// <param name="Toxicity">How dangerous it is.</param>
/// <param name="Warning">What exactly is dangerous, or null.</param>
/// <param name="Sale">Whether it may be offered.</param>
public sealed record Plant(
    string Slug, string ScientificName, LocalName Name, IReadOnlyList<string> Synonyms, IReadOnlyList<PlantSite> Sites, Toxicity Toxicity, LocalName? Warning, SalePolicy Sale)
{
    /// <summary>Why the plant is never sold, or null when it may be.</summary>
    public LocalName? NotSoldBecause => Sale == SalePolicy.NotSold ? Warning : null;
}
