using System.Globalization;
using System.Text;
using Kundli.Adapters.Vision;
using Kundli.Astronomy.Sky;
using Kundli.Features.Plants;
using Kundli.Jyotish.Remedies;
using Kundli.Testing;
using Xunit;

namespace Kundli.Adapters.Tests.Vision;

/// <summary>
/// How each sacred plant of the stars and planets is reached, and each that a region plants in its place. <c>COVERAGE.md</c> beside the model is this table: run once with
/// <c>KUNDLI_APPROVE=1</c> after a change.
/// </summary>
public sealed class SacredCoverageTests : IDisposable
{
    private const int ReachedMin = 30;

    private static readonly string File = Repository.At("functions", "Adapters", "Vision", "Model", "COVERAGE.md");

    private readonly EmbeddedTrunk _trunk = new();
    private readonly EmbeddedModel _model;

    public SacredCoverageTests() => _model = new(_trunk);

    public void Dispose()
    {
        _model.Dispose();
        _trunk.Dispose();
    }

    [Fact]
    public async Task At_least_thirty_of_the_sacred_plants_are_recognised_or_can_be_confirmed_and_the_published_table_says_which()
    {
        var rows = Rows();
        Assert.InRange(rows.Count(row => row.IsReached), ReachedMin, rows.Count);
        Assert.All(rows.Where(row => !row.IsVariant), row => Assert.True(row.IsReached, row.Slug));
        if (Environment.GetEnvironmentVariable("KUNDLI_APPROVE") == "1")
            await System.IO.File.WriteAllTextAsync(File, Text(rows));
        Assert.Equal(await System.IO.File.ReadAllTextAsync(File), Text(rows));
    }

    private List<Row> Rows()
    {
        var table = new SpeciesTable();
        var labels = _model.Value.Card.Labels.ToHashSet(StringComparer.Ordinal);
        var key = new GuidedKey(table);
        var inKey = key.Narrow(new Dictionary<string, string>(StringComparer.Ordinal)).Select(candidate => candidate.Slug).ToHashSet(StringComparer.Ordinal);
        var named = NakshatraPlants.All.SelectMany(plant => Named(plant.Slug, plant.Variants, plant.Nakshatra.ToString()))
            .Concat(Enumerable.Range(0, 9).Select(graha => (Graha)graha).SelectMany(graha => Named(GrahaPlants.Of(graha), GrahaPlants.VariantsOf(graha), graha.ToString())));
        return
        [
            .. named.GroupBy(entry => entry.Slug, StringComparer.Ordinal).OrderBy(group => group.All(entry => entry.IsVariant)).ThenBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => (Species: table.All.Single(species => species.TraditionSlug == group.Key), Entries: group.ToList()))
                .Select(plant => new Row(
                    plant.Species.Slug, plant.Species.ScientificName, string.Join(", ", plant.Entries.Select(entry => entry.Subject).Distinct()), plant.Entries.TrueForAll(entry => entry.IsVariant),
                    labels.Contains(plant.Species.Slug), inKey.Contains(plant.Species.Slug))),
        ];
    }

    private static IEnumerable<(string Slug, string Subject, bool IsVariant)> Named(string slug, IEnumerable<PlantVariant> variants, string subject) =>
        variants.Select(variant => (variant.Slug, subject, true)).Prepend((slug, subject, false));

    private static string Text(List<Row> rows)
    {
        var text = new StringBuilder("# How the sacred plants are reached\n\nRecognised: by the net. Confirmable: a person answers the guided key, and the answer says so. Every plant of the species table can also be taught by reference photos.\n");
        foreach (var (title, part) in new[] { ("Plants of the 27 stars and nine planets", rows.Where(row => !row.IsVariant).ToList()), ("What regions plant in their place", rows.Where(row => row.IsVariant).ToList()) })
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\nOf {part.Count}: {part.Count(row => row.Recognised)} recognised, {part.Count(row => !row.Recognised && row.Confirmable)} more confirmable by the key, {part.Count(row => !row.IsReached)} by neither.\n\n");
            text.Append("| plant | botanical name | of | recognised | confirmable |\n|---|---|---|---|---|\n");
            foreach (var row in part)
                text.Append(CultureInfo.InvariantCulture, $"| {row.Slug} | {row.ScientificName} | {row.Subjects} | {Mark(row.Recognised)} | {Mark(row.Confirmable)} |\n");
        }
        return text.ToString();
    }

    private static string Mark(bool yes) => yes ? "yes" : "no";

    private sealed record Row(string Slug, string ScientificName, string Subjects, bool IsVariant, bool Recognised, bool Confirmable)
    {
        public bool IsReached => Recognised || Confirmable;
    }
}
