using System.Globalization;
using Kundli.Astronomy.Sky;
using Kundli.Astronomy.Time;
using Kundli.Features.Catalog;
using Kundli.Features.Charts;
using Kundli.Jyotish.Charts;
using Kundli.Jyotish.Dashas;
using Kundli.Jyotish.Remedies;
using Kundli.Jyotish.Zodiac;

namespace Kundli.Features.Readings;

/// <summary>Why a plant, a stone or a mantra is named.</summary>
/// <param name="Rule">Stable name of the rule.</param>
/// <param name="Placements">The placements that it rests on: <c>moon in krittika</c>.</param>
/// <param name="Source">The book or list.</param>
public sealed record RemedyReason(string Rule, IReadOnlyList<string> Placements, string Source)
{
    /// <summary>The reason as a sentence, in both languages.</summary>
    public required LocalName Text { get; init; }

    /// <summary>A reason whose sentence names terms of the glossary.</summary>
    /// <param name="rule">The rule, and its sentence where <paramref name="sentence"/> names no other.</param>
    /// <param name="placement">What it rests on.</param>
    /// <param name="source">The book or list.</param>
    /// <param name="names">Terms in the order of the sentence's places.</param>
    /// <param name="sentence">The sentence, where a rule has several.</param>
    internal static RemedyReason Of(string rule, string placement, string source, (string Category, string Key)[] names, string? sentence = null) =>
        new(rule, [placement], source) { Text = new(Say("en", sentence ?? rule, names), Say("hi", sentence ?? rule, names)) };

    private static string Say(string language, string sentence, (string Category, string Key)[] names)
    {
        var pack = LanguagePack.Of(language);
        var said = string.Format(CultureInfo.InvariantCulture, pack.Term("remedies", sentence).Text, [.. names.Select(name => pack.Term(name.Category, name.Key).Text)]);
        return char.ToUpperInvariant(said[0]) + said[1..];
    }
}

/// <summary>A product beside a plant.</summary>
/// <param name="Sku">Stock-keeping unit.</param>
/// <param name="Slug">Its product.</param>
/// <param name="Title">Its title.</param>
/// <param name="Price">With GST.</param>
/// <param name="Available">Whether it can be had now.</param>
public sealed record RemedyProduct(string Sku, string Slug, string Title, Money Price, bool Available)
{
    /// <summary>The title in Hindi.</summary>
    public required string TitleHindi { get; init; }
}

/// <summary>A plant of the chart.</summary>
/// <param name="Role"><c>birthStar</c>, <c>moonSign</c>, <c>lagna</c> or <c>graha</c>.</param>
/// <param name="Subject">The nakshatra, sign or graha.</param>
/// <param name="Slug">The plant.</param>
/// <param name="ScientificName">Its accepted botanical name.</param>
/// <param name="Names">Its names.</param>
/// <param name="Variants">What other regions plant in its place.</param>
/// <param name="Reason">Why.</param>
/// <param name="SuitableFor">Where it can live.</param>
/// <param name="Toxicity">How dangerous it is.</param>
/// <param name="Warning">What exactly is dangerous; absent where nothing is.</param>
/// <param name="NotSoldBecause">Why it is never sold; absent where it may be.</param>
/// <param name="Products">What the shop has of it, or of its safe variant where it isn't sold.</param>
public sealed record RemedyPlant(
    string Role, string Subject, string Slug, string ScientificName, LocalName Names, IReadOnlyList<PlantVariant> Variants, RemedyReason Reason, IReadOnlyList<PlantSite> SuitableFor,
    Toxicity Toxicity, LocalName? Warning, LocalName? NotSoldBecause, IReadOnlyList<RemedyProduct> Products);

/// <summary>The stone of a graha, as tradition.</summary>
/// <param name="Graha">Whose.</param>
/// <param name="Slug">The stone.</param>
/// <param name="Names">Its names.</param>
/// <param name="Substitutes">Less costly stones in its place.</param>
/// <param name="Reason">Why.</param>
public sealed record RemedyStone(Graha Graha, string Slug, LocalName Names, IReadOnlyList<string> Substitutes, RemedyReason Reason);

/// <summary>The mantra of a graha.</summary>
/// <param name="Graha">Whose.</param>
/// <param name="Text">In Latin letters.</param>
/// <param name="Devanagari">In Devanagari.</param>
/// <param name="Count">Repetitions of a full course.</param>
/// <param name="Reason">Why.</param>
public sealed record RemedyMantra(Graha Graha, string Text, string Devanagari, int Count, RemedyReason Reason);

/// <summary>What the tradition plants, says and wears for a chart. Free things come first; it never speaks of doshas, since it names products.</summary>
/// <param name="Mantras">For the grahas that are weak or rule the running period.</param>
/// <param name="Plants">The birth star's first.</param>
/// <param name="Gemstones">Tradition only; nothing is sold from fear.</param>
/// <param name="Note">How to take all this.</param>
public sealed record Remedies(IReadOnlyList<RemedyMantra> Mantras, IReadOnlyList<RemedyPlant> Plants, IReadOnlyList<RemedyStone> Gemstones, string Note);

/// <summary>From a chart to its plants and what the shop has of them.</summary>
/// <param name="draw">Finds the chart.</param>
/// <param name="offers">What the shop has.</param>
/// <param name="time">Which dasha runs now.</param>
public sealed class SuggestRemedies(DrawChart draw, OfferPlants offers, TimeProvider time)
{
    private const string Note = "These are customs of a tradition: planting and watering a tree is a remedy in itself, and nothing here needs to be bought.";

    /// <summary>The remedies of a birth or of given longitudes; nothing is stored.</summary>
    /// <param name="request">The chart.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="withOffers">Whether products of the shop may be named.</param>
    /// <param name="withChildrenOrPets">Whether the home has children or pets: then a safe variant takes the place of what is for adults alone.</param>
    public async Task<Outcome<Remedies>> RunAsync(ChartRequest request, CancellationToken cancellation, bool withOffers = true, bool withChildrenOrPets = false)
    {
        var found = draw.Find(request);
        if (!found.IsOk)
            return found.Problem;
        var grahas = Grahas(found.Value);
        var plants = new List<RemedyPlant>();
        foreach (var (role, subject, slug, variants, reason) in Subjects(found.Value, grahas))
            plants.Add(await PlantAsync(role, subject, slug, variants, reason, plant => withOffers ? offers.RunAsync(plant, withChildrenOrPets, cancellation) : Task.FromResult<IReadOnlyList<PlantOffer>>([])));
        return new Remedies(
            [.. grahas.Select(item => Mantra(item.Graha, item.Reason))],
            plants,
            [.. grahas.Select(item => Stone(item.Graha, item.Reason))],
            Note);
    }

    private static IEnumerable<(string Role, string Subject, string Slug, IReadOnlyList<PlantVariant> Variants, RemedyReason Reason)> Subjects(
        FoundChart found, IReadOnlyList<(Graha Graha, RemedyReason Reason)> grahas)
    {
        var chart = found.Chart;
        if (chart.Placements.Any(placement => placement.Graha == Graha.Moon))
        {
            var stars = BirthStarsOf(found);
            foreach (var nakshatra in stars)
            {
                var tree = NakshatraPlants.Of(nakshatra);
                yield return ("birthStar", Words.Key(nakshatra), tree.Slug, tree.Variants, RemedyReason.Of("birthStarTree", $"moon in {Words.Key(nakshatra)}", NakshatraPlants.Source, [("stars", Words.Key(nakshatra))], stars.Count > 1 ? "birthStarTreeMaybe" : null));
            }
            var sign = chart.Sign(Graha.Moon);
            if (found.TimeIsKnown || found.Moment is null)
                yield return ("moonSign", Words.Key(sign), RashiPlants.Of(sign), [], RemedyReason.Of("moonSignTree", $"moon in {Words.Key(sign)}", RashiPlants.Source, [("signs", Words.Key(sign))]));
        }
        if (chart.Lagna is { } lagna)
            yield return ("lagna", Words.Key(lagna.Rashi), RashiPlants.Of(lagna.Rashi), [], RemedyReason.Of("lagnaTree", $"lagna in {Words.Key(lagna.Rashi)}", RashiPlants.Source, [("signs", Words.Key(lagna.Rashi))]));
        foreach (var (graha, reason) in grahas)
            yield return ("graha", Words.Key(graha), GrahaPlants.Of(graha), GrahaPlants.VariantsOf(graha), reason with { Source = GrahaPlants.Source });
    }

    // Without a birth time the Moon may have changed its nakshatra on that day: then both trees are named.
    private static IReadOnlyList<Nakshatra> BirthStarsOf(FoundChart found)
    {
        var star = BirthStars.Of(found);
        return star.Candidates is { Count: > 0 } candidates ? [.. candidates.Select(candidate => candidate.Nakshatra)] : [star.Nakshatra];
    }

    // The lord of the running period first, then the grahas that are debilitated or combust.
    private List<(Graha Graha, RemedyReason Reason)> Grahas(FoundChart found)
    {
        var chart = found.Chart;
        var grahas = new List<(Graha, RemedyReason)>();
        if (found is { TimeIsKnown: true, Moment: { } moment })
        {
            var running = NakshatraDashas.Vimshottari.Path(chart[Graha.Moon].Longitude, moment.JulianDay, found.Settings.DashaYear, JulianDayUt.From(time.GetUtcNow()), depth: 1);
            grahas.AddRange(running.Select(period => (period.Lord, RemedyReason.Of("runningDasha", $"vimshottari period of {Words.Key(period.Lord)}", Gemstones.Source, [("grahas", Words.Key(period.Lord))]))));
        }
        foreach (var placement in chart.Placements.Where(placement => placement.Graha <= Graha.Saturn && grahas.TrueForAll(item => item.Item1 != placement.Graha)))
        {
            if (Dignities.DebilitationSign(placement.Graha) == placement.Rashi)
                grahas.Add((placement.Graha, RemedyReason.Of("debilitatedGraha", $"{Words.Key(placement.Graha)} in {Words.Key(placement.Rashi)}", Gemstones.Source, [("grahas", Words.Key(placement.Graha)), ("signs", Words.Key(placement.Rashi))])));
            else if (chart.Placements.Any(other => other.Graha == Graha.Sun) && Combustion.IsCombust(chart, placement.Graha))
                grahas.Add((placement.Graha, RemedyReason.Of("combustGraha", $"{Words.Key(placement.Graha)} near the sun", Gemstones.Source, [("grahas", Words.Key(placement.Graha))])));
        }
        return grahas;
    }

    private static async Task<RemedyPlant> PlantAsync(string role, string subject, string slug, IReadOnlyList<PlantVariant> variants, RemedyReason reason, Func<string, Task<IReadOnlyList<PlantOffer>>> offersOf)
    {
        var plant = Jyotish.Remedies.Plants.Of(slug);
        // Where the plant itself is not sold, a variant that is takes its place in the shop, never in the tradition.
        var candidates = new[] { slug }.Concat(variants.Select(variant => variant.Slug));
        IReadOnlyList<PlantOffer> found = [];
        foreach (var candidate in candidates)
            if (found.Count == 0)
                found = await offersOf(candidate);
        return new(
            role, subject, slug, plant.ScientificName, plant.Name, variants, reason, plant.Sites, plant.Toxicity, plant.Warning, plant.NotSoldBecause,
            [.. found.Select(offer => new RemedyProduct(offer.Sku, offer.Slug, offer.Title, offer.Price, offer.Available) { TitleHindi = offer.TitleHindi })]);
    }

    private static RemedyMantra Mantra(Graha graha, RemedyReason reason)
    {
        var mantra = Mantras.Of(graha);
        return new(graha, mantra.Text, mantra.Devanagari, mantra.Count, reason with { Source = Mantras.Source });
    }

    private static RemedyStone Stone(Graha graha, RemedyReason reason)
    {
        var stone = Jyotish.Remedies.Gemstones.Of(graha);
        return new(graha, stone.Slug, stone.Name, stone.Substitutes, reason);
    }
}
