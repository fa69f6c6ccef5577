namespace Kundli.Features.Plants;

/// <summary>
/// What stands behind the look-alikes of a plant: a publication that names the pair (Data/lookalikes.tsv); or that both are of one genus or of one family; or nothing but our
/// own judgement, which is then said. Kinship is a fact with a source; that the eye takes kin for each other stays a judgement.
/// </summary>
internal sealed class LookalikeSources
{
    private const string Kin = "by Plants of the World Online, Royal Botanic Gardens, Kew; that they look alike is our own judgement";

    private readonly Dictionary<(string A, string B), string> _published = DataTable.Rows("lookalikes").ToDictionary(row => (row[0], row[1]), row => row[2]);

    /// <summary>The source of each look-alike of a plant, look-alikes of one source together.</summary>
    /// <param name="species">The plant.</param>
    /// <param name="lookalikes">The plants that it is mistaken for.</param>
    public string Of(Species species, IEnumerable<Species> lookalikes)
    {
        var grounds = lookalikes.ToLookup(other => Ground(species, other), other => other.Slug, StringComparer.Ordinal);
        return grounds.Count == 0 ? "No look-alike is listed" : string.Join(". ", grounds.Select(ground => $"{string.Join(", ", ground)}: {ground.Key}"));
    }

    private string Ground(Species one, Species other) =>
        _published.GetValueOrDefault((one.Slug, other.Slug)) ?? _published.GetValueOrDefault((other.Slug, one.Slug))
        ?? (Genus(one) == Genus(other) ? $"of one genus, {Genus(one)}, {Kin}" : one.Family == other.Family ? $"of one family, {one.Family}, {Kin}" : "our own judgement; no publication stands behind it");

    private static string Genus(Species species) => species.ScientificName.Split(' ')[0];
}
