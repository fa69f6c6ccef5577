using Kundli.Features.Catalog;

namespace Kundli.Features.Plants;

/// <summary>A plant in a list.</summary>
/// <param name="Slug">Its key.</param>
/// <param name="ScientificName">The accepted botanical name.</param>
/// <param name="CommonNames">Names as people say them.</param>
/// <param name="Toxicity">Its dangers.</param>
/// <param name="Sale">Whether the shop may offer it.</param>
/// <param name="Associations">What it belongs to.</param>
public sealed record SpeciesSummary(string Slug, string ScientificName, CommonNames CommonNames, PlantToxicity Toxicity, Jyotish.Remedies.SalePolicy Sale, AssociationsView Associations);

/// <summary>All that is known here of a plant.</summary>
/// <param name="Species">The facts with their sources.</param>
/// <param name="Associations">What it belongs to.</param>
/// <param name="Products">What the shop has of it.</param>
public sealed record SpeciesView(Species Species, AssociationsView Associations, IReadOnlyList<PlantOffer> Products);

/// <summary>Reads the species table.</summary>
public sealed class ReadSpecies(ISpeciesTable table, OfferPlants offers)
{
    /// <summary>A page of the table in the order of the slugs.</summary>
    /// <param name="query">Part of a name or slug; null for every plant.</param>
    /// <param name="limit">Plants of a page.</param>
    /// <param name="after">The slug that the page before ended with.</param>
    public Outcome<Page<SpeciesSummary>> List(string? query, int limit, string? after)
    {
        var found = table.All.Where(species => query is null || Matches(species, query)).SkipWhile(species => after is not null && string.CompareOrdinal(species.Slug, after) <= 0);
        var items = found.Take(limit + 1).ToList();
        return new Page<SpeciesSummary>([.. items.Take(limit).Select(Summary)], items.Count > limit ? items[limit - 1].Slug : null);
    }

    /// <summary>One plant.</summary>
    /// <param name="slug">Its key.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="withChildrenOrPets">Whether the home has children or pets: then nothing that is for adults alone is offered.</param>
    public async Task<Outcome<SpeciesView>> RunAsync(string slug, CancellationToken cancellation, bool withChildrenOrPets = false) => table.Find(slug) is { } species
        ? new SpeciesView(species, AssociationsView.Of(species), await offers.RunAsync(species.TraditionSlug, withChildrenOrPets, cancellation))
        : Problem.NotFound();

    /// <summary>The plant of the tradition's tables, as a remedy or a day names it.</summary>
    public async Task<Outcome<SpeciesView>> OfPlantAsync(string traditionSlug, CancellationToken cancellation) =>
        FactsOf(traditionSlug) is { } species ? await RunAsync(species.Slug, cancellation) : Problem.NotFound();

    /// <summary>What is known of that plant, without anything that is sold; null where the table has none such.</summary>
    public Species? FactsOf(string traditionSlug) => table.Find(traditionSlug) ?? table.Find(traditionSlug.Replace('-', '_'));

    private static SpeciesSummary Summary(Species species) =>
        new(species.Slug, species.ScientificName, species.CommonNames, species.Toxicity, species.Sale, AssociationsView.Of(species));

    private static bool Matches(Species species, string query) =>
        new[] { species.Slug, species.ScientificName, species.CommonNames.En, species.CommonNames.Hi ?? "" }.Any(name => name.Contains(query, StringComparison.OrdinalIgnoreCase));
}
