using Kundli.Jyotish.Remedies;

namespace Kundli.Features.Plants;

/// <summary>
/// The table that ships with the product (Data/species.tsv). What the tables of the tradition say of a plant (names, danger to people, sale) is
/// taken from there, so that finder, remedies and shop never disagree. Names: Plants of the World Online. Danger: Nelson, Shih and Balick 2007,
/// and for pets the ASPCA's list. Care: the source that Data/care.tsv names. Look-alikes: <see cref="LookalikeSources"/>.
/// </summary>
public sealed class SpeciesTable : ISpeciesTable
{
    private const string NameSource = "Plants of the World Online, Royal Botanic Gardens, Kew";
    private const string DangerSource = "Nelson, Shih and Balick 2007, Handbook of Poisonous and Injurious Plants; pets: ASPCA, Toxic and Non-Toxic Plants";
    private const string NoDangerSource = "Not listed in Nelson, Shih and Balick 2007, nor as toxic by the ASPCA";

    private const string TraditionSource = "The shop's policy for plants of the tradition: what is protected or poisonous is not sold";
    private const string SaleSource = "The shop's policy, by the dangers stated here";

    private readonly Dictionary<string, Species> _bySlug;

    /// <summary>Reads the table.</summary>
    public SpeciesTable()
    {
        var care = DataTable.Rows("care").ToDictionary(row => row[0], row => (Text: row[1], Source: row[2]), StringComparer.Ordinal);
        var dangers = DataTable.Rows("dangers").ToDictionary(row => row[0], row => new CommonNames(row[1], row[2]), StringComparer.Ordinal);
        var tradition = Jyotish.Remedies.Plants.All.ToDictionary(plant => plant.Slug, StringComparer.Ordinal);
        var read = DataTable.Rows("species").Select(row => Read(row, care, dangers, tradition)).ToDictionary(species => species.Slug, StringComparer.Ordinal);
        // A look-alike's source depends on both plants, so it is told when all are read.
        var lookalikes = new LookalikeSources();
        _bySlug = read.Values.Select(species => species with { Sources = species.Sources with { Lookalikes = lookalikes.Of(species, species.Lookalikes.Select(slug => read[slug])) } })
            .ToDictionary(species => species.Slug, StringComparer.Ordinal);
        All = [.. _bySlug.Values.OrderBy(species => species.Slug, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Species> All { get; }

    /// <inheritdoc/>
    public Species? Find(string slug) => _bySlug.GetValueOrDefault(slug);

    private static Species Read(
        string[] row, Dictionary<string, (string Text, string Source)> care, Dictionary<string, CommonNames> dangers, Dictionary<string, Plant> tradition)
    {
        var plant = tradition.GetValueOrDefault(row[0].Replace('_', '-'));
        var people = plant?.Toxicity ?? Parse<Toxicity>(row[10]);
        var pets = Parse<Toxicity>(row[11]);
        var warning = plant?.Warning is { } told ? new CommonNames(told.En, told.Hi) : row[12].Length > 0 ? dangers[row[12]] : null;
        var danger = people == Toxicity.None && pets == Toxicity.None ? NoDangerSource : DangerSource;
        return new(
            row[0], plant?.ScientificName ?? row[1], plant is null ? new(row[2], row[3].Length > 0 ? row[3] : null) : new(plant.Name.En, plant.Name.Hi),
            row[4], Parse<Habit>(row[5]), Parse<Light>(row[6]), Parse<Water>(row[7]), row[8], care[row[9]].Text, new(people, pets, warning),
            plant?.Sale ?? Parse<SalePolicy>(row[13]), row[14].Split(',', StringSplitOptions.RemoveEmptyEntries), new(NameSource, care[row[9]].Source, danger, NameSource, plant is null ? SaleSource : TraditionSource, ""));
    }

    private static T Parse<T>(string text)
        where T : struct, Enum => Enum.Parse<T>(text, ignoreCase: true);
}
