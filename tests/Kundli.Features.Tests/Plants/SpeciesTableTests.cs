using Kundli.Features.Plants;
using Kundli.Jyotish.Remedies;
using Kundli.Jyotish.Zodiac;
using Xunit;

namespace Kundli.Features.Tests.Plants;

public sealed class SpeciesTableTests
{
    private static readonly SpeciesTable Table = new();

    [Fact]
    public void At_least_150_plants_are_known_each_with_names_care_and_sources()
    {
        Assert.True(Table.All.Count >= 150, $"{Table.All.Count} plants.");
        Assert.All(Table.All, species =>
        {
            Assert.NotEmpty(species.ScientificName);
            Assert.NotEmpty(species.CommonNames.En);
            Assert.NotEmpty(species.Care);
            Assert.NotEmpty(species.Season);
            Assert.All(
                [species.Sources.Name, species.Sources.Care, species.Sources.Toxicity, species.Sources.Growth, species.Sources.Sale, species.Sources.Lookalikes], source => Assert.NotEmpty(source));
        });
    }

    [Fact]
    public void Every_plant_of_the_tradition_is_in_the_table_and_agrees_with_it() =>
        Assert.All(Jyotish.Remedies.Plants.All, plant =>
        {
            var species = Table.All.Single(species => species.TraditionSlug == plant.Slug);
            Assert.Equal((plant.ScientificName, plant.Sale, plant.Toxicity), (species.ScientificName, species.Sale, species.Toxicity.People));
        });

    [Fact]
    public void What_is_dangerous_says_what_is_dangerous_and_what_is_not_says_nothing() =>
        Assert.All(Table.All, species =>
            Assert.True(species.Toxicity is { People: Toxicity.None, Pets: Toxicity.None } || species.Toxicity.Warning is not null, species.Slug));

    [Theory]
    [InlineData("Strychnos")]
    [InlineData("Abrus")]
    [InlineData("Datura")]
    [InlineData("Gloriosa")]
    [InlineData("Nerium")]
    public void The_deadliest_genera_are_never_sold(string genus)
    {
        var species = Table.All.Where(species => species.ScientificName.StartsWith(genus, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(species);
        Assert.All(species, one => Assert.Equal(SalePolicy.NotSold, one.Sale));
    }

    [Fact]
    public void A_plant_and_its_star_name_each_other()
    {
        Assert.Equal(["bharani"], AssociationsView.Of(Table.Find("amla")).Nakshatras);
        Assert.Contains("shiva", AssociationsView.Of(Table.Find("datura_black")).Deities);
    }

    [Fact]
    public void Lookalikes_are_plants_of_the_table() =>
        Assert.All(Table.All.SelectMany(species => species.Lookalikes), slug => Assert.NotNull(Table.Find(slug)));

    [Theory]
    [InlineData("arjuna", "bahera, harad: of one genus, Terminalia, by Plants of the World Online")]
    [InlineData("colts_foot", "dandelion: of one family, Asteraceae, by Plants of the World Online")]
    [InlineData("ashoka", "false_ashoka: Mawar, Singh, Purvia and Lajurkar 2025")]
    [InlineData("false_ashoka", "ashoka: Mawar, Singh, Purvia and Lajurkar 2025")]
    [InlineData("champa", "frangipani: our own judgement; no publication stands behind it")]
    [InlineData("mango", "No look-alike is listed")]
    public void A_lookalike_says_what_stands_behind_it(string slug, string source) =>
        Assert.StartsWith(source, Table.Find(slug)!.Sources.Lookalikes, StringComparison.Ordinal);

    [Fact]
    public void Every_lookalike_has_its_source() =>
        Assert.All(Table.All, species => Assert.All(species.Lookalikes, slug => Assert.Contains(slug, species.Sources.Lookalikes, StringComparison.Ordinal)));

    [Fact]
    public void The_key_leads_to_every_tree_of_a_star_and_every_wood_of_a_graha()
    {
        var key = new GuidedKey(Table);
        var sacred = NakshatraPlants.All.Select(row => row.Slug).Concat(Grahas.Nine.Select(GrahaPlants.Of)).Concat(Enum.GetValues<Rashi>().Select(RashiPlants.Of)).Distinct().ToList();
        var all = key.Narrow(new Dictionary<string, string>()).Select(candidate => candidate.Slug).ToList();
        Assert.Empty(sacred.Except(all));
    }

    [Fact]
    public void Four_answers_leave_at_most_eight_plants_and_their_marks_differ()
    {
        var key = new GuidedKey(Table);
        var every = Paths(0, new Dictionary<string, string>(StringComparer.Ordinal)).Select(key.Narrow).ToList();
        Assert.True(every.Max(left => left.Count) <= 8, $"{every.Max(left => left.Count)} plants are left.");
        Assert.All(every, left => Assert.Equal(left.Count, left.Select(candidate => candidate.Mark.En).Distinct().Count()));
    }

    private static IEnumerable<Dictionary<string, string>> Paths(int question, Dictionary<string, string> answers) => question == GuidedKey.Questions.Count
        ? [answers]
        : GuidedKey.Questions[question].Options.SelectMany(option =>
            Paths(question + 1, new Dictionary<string, string>(answers, StringComparer.Ordinal) { [GuidedKey.Questions[question].Id] = option.Id }));
}
