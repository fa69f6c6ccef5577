using Kundli.Features.Catalog;
using Kundli.Jyotish.Remedies;

namespace Kundli.Features.Plants;

/// <summary>A danger of a plant that the photos may show.</summary>
/// <param name="Slug">The plant.</param>
/// <param name="ScientificName">Its botanical name.</param>
/// <param name="People">How dangerous it is to people.</param>
/// <param name="Pets">How dangerous it is to cats and dogs.</param>
/// <param name="Text">What is dangerous.</param>
public sealed record ToxicityWarning(string Slug, string ScientificName, Toxicity People, Toxicity Pets, CommonNames Text);

/// <summary>What a plant belongs to, by the tables of the tradition.</summary>
/// <param name="Nakshatras">Keys of the birth stars whose tree it is.</param>
/// <param name="Grahas">Keys of the planets whose wood or grass it is.</param>
/// <param name="Rashis">Keys of the signs whose tree it is.</param>
/// <param name="Deities">Keys of the deities to whom it is offered.</param>
/// <param name="ForYou">The caller's saved charts to which it belongs; absent where there are none, and for guests.</param>
public sealed record AssociationsView(
    IReadOnlyList<string> Nakshatras, IReadOnlyList<string> Grahas, IReadOnlyList<string> Rashis, IReadOnlyList<string> Deities, IReadOnlyList<OwnPlant>? ForYou = null)
{
    /// <summary>What a plant belongs to; all empty for one that no table names, and for none.</summary>
    public static AssociationsView Of(Species? species)
    {
        var found = species is null ? PlantAssociations.Empty : PlantAssociations.Of(species.TraditionSlug);
        return new([.. found.Nakshatras.Select(Key)], [.. found.Grahas.Select(Key)], [.. found.Rashis.Select(Key)], found.Deities);
    }

    private static string Key<T>(T value)
        where T : struct, Enum => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];
}

/// <summary>A plant that was named or confirmed, with what to do with it.</summary>
/// <param name="Slug">The plant.</param>
/// <param name="ScientificName">Its botanical name.</param>
/// <param name="CommonNames">Names as people say them.</param>
/// <param name="Care">How it is kept.</param>
/// <param name="Lookalikes">Keys of plants to mistake it for.</param>
/// <param name="Sources">Where the facts are from.</param>
public sealed record NamedPlant(string Slug, string ScientificName, CommonNames CommonNames, string Care, IReadOnlyList<string> Lookalikes, PlantSources Sources);

/// <summary>An identification as it is read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Result">The result, once it succeeded.</param>
/// <param name="Plant">The plant that was named by the model or confirmed by a person; null while none is.</param>
/// <param name="Warnings">The dangers of every plant that the photos may show, whatever the verdict.</param>
/// <param name="Products">What the shop has of the plant.</param>
/// <param name="Associations">What the plant belongs to.</param>
/// <param name="Key">The questions that may find a sacred plant, where the model was unsure.</param>
/// <param name="Notice">What is to be kept in mind with every answer.</param>
/// <param name="Failure">The reason, once it failed.</param>
public sealed record IdentificationView(
    string Id, IdentificationStatus Status, PlantResult? Result, NamedPlant? Plant, IReadOnlyList<ToxicityWarning> Warnings, IReadOnlyList<PlantOffer> Products,
    AssociationsView Associations, IReadOnlyList<KeyQuestion>? Key, string Notice, IdentificationFailure? Failure);

/// <summary>Tells how far an identification is, its result, and what follows from it: care, dangers, whose plant it is, and where to get it.</summary>
public sealed class ReadIdentification(IIdentificationStore identifications, ISpeciesTable table, OfferPlants offers, MatchOwnCharts own)
{
    private const string Notice = "A name from a photo is a suggestion. Never eat a plant, or give it to anybody, because of it.";

    /// <summary>Reads it; one that is another customer's is not found.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="id">Which one.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="withChildrenOrPets">Whether the home has children or pets: then nothing that is for adults alone is offered.</param>
    public async Task<Outcome<IdentificationView>> RunAsync(Caller caller, string id, CancellationToken cancellation, bool withChildrenOrPets = false) =>
        IsId(id) && await identifications.FindAsync(id, cancellation) is { } stored && stored.Value.IsVisibleTo(caller)
            ? await ViewAsync(caller, stored.Value, withChildrenOrPets, cancellation)
            : Problem.NotFound();

    /// <summary>Whether a text can be an id at all, so that no other text reaches the store.</summary>
    internal static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    private async Task<IdentificationView> ViewAsync(Caller caller, Identification identification, bool withChildrenOrPets, CancellationToken cancellation)
    {
        var result = identification.ConfirmedSlug is null ? identification.Result : identification.Result! with { Verdict = Verdict.ConfirmedByUser };
        var named = identification.NamedSlug is { } slug ? table.Find(slug) : null;
        var products = named is null ? [] : await offers.RunAsync(named.TraditionSlug, withChildrenOrPets, cancellation);
        var forYou = named is null ? [] : await own.RunAsync(caller.UserId, named.TraditionSlug, cancellation);
        return new(
            identification.Id, identification.Status, result, named is null ? null : PlantOf(named), WarningsOf(result, named), products, AssociationsView.Of(named) with { ForYou = forYou.Count > 0 ? forYou : null },
            result?.Verdict == Verdict.Unsure ? GuidedKey.Questions : null, Notice, identification.Failure);
    }

    private static NamedPlant PlantOf(Species species) =>
        new(species.Slug, species.ScientificName, species.CommonNames, species.Care, species.Lookalikes, species.Sources);

    private List<ToxicityWarning> WarningsOf(PlantResult? result, Species? named) =>
    [
        .. (result?.Suggestions ?? []).Select(suggestion => table.Find(suggestion.Slug)).Append(named).OfType<Species>().DistinctBy(species => species.Slug)
            .Where(species => species.Toxicity.Warning is not null)
            .Select(species => new ToxicityWarning(species.Slug, species.ScientificName, species.Toxicity.People, species.Toxicity.Pets, species.Toxicity.Warning!)),
    ];
}
