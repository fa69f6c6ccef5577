using Kundli.Features.Plants;

namespace Kundli.Adapters.Vision.Outside;

/// <summary>From the botanical names that a service says to the keys of our table.</summary>
internal sealed class Names(ISpeciesTable table)
{
    private readonly Dictionary<string, string> _slugs = table.All.GroupBy(species => species.ScientificName, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().Slug, StringComparer.OrdinalIgnoreCase);

    /// <summary>A score under our key, or under a key made of the name where the table lacks the plant.</summary>
    public SpeciesScore Score(string scientificName, double probability)
    {
        var name = scientificName.Trim();
        return new(_slugs.GetValueOrDefault(name) ?? name.ToLowerInvariant().Replace(' ', '-'), Math.Clamp(probability, 0, 1)) { ScientificName = name };
    }
}
