using Kundli.Features.Plants;
using Xunit;

namespace Kundli.Features.Tests.Plants;

public sealed class JudgementTests
{
    private static readonly SpeciesTable Table = new();
    private static readonly VisionThresholds Thresholds = new(0.6, 0.1, 0.5, 0.6);

    [Fact]
    public void A_likely_species_is_identified() => Assert.Equal(Verdict.Identified, Judge(0.95, ("tulsi", 0.8), ("ram_tulsi", 0.1)).Verdict);

    [Fact]
    public void Two_species_that_are_close_leave_it_unsure() => Assert.Equal(Verdict.Unsure, Judge(1, ("tulsi", 0.61), ("neem", 0.55)).Verdict);

    [Fact]
    public void Two_species_of_one_genus_that_sum_up_give_the_genus()
    {
        var result = Judge(0.95, ("tulsi", 0.45), ("ram_tulsi", 0.4), ("neem", 0.05));
        Assert.Equal(Verdict.Unsure, result.Verdict);
        Assert.Equal(new GenusSuggestion("Ocimum", 0.85), result.Genus);
    }

    [Fact]
    public void One_species_alone_gives_no_genus() => Assert.Null(Judge(0.9, ("tulsi", 0.5), ("neem", 0.3)).Genus);

    [Fact]
    public void What_is_probably_no_plant_is_never_named()
    {
        var result = Judge(0.4, ("tulsi", 0.39));
        Assert.Equal(Verdict.NotAPlant, result.Verdict);
        Assert.Equal(new PlantPresence(0.4, false), result.IsPlant);
    }

    [Fact]
    public void At_most_five_are_suggested_the_likeliest_first()
    {
        var result = Judge(1, ("neem", 0.1), ("tulsi", 0.3), ("bel", 0.2), ("mango", 0.15), ("jamun", 0.12), ("arjuna", 0.11));
        Assert.Equal(["tulsi", "bel", "mango", "jamun", "arjuna"], result.Suggestions.Select(suggestion => suggestion.Slug));
    }

    [Fact]
    public void A_model_that_knows_nothing_claims_nothing()
    {
        var result = Judgement.Of(new([], null, null, Thresholds), Table, []);
        Assert.Equal((Verdict.Unsure, null, 0), (result.Verdict, result.IsPlant, result.Suggestions.Count));
    }

    [Fact]
    public void Several_photos_speak_as_their_mean_log_probability()
    {
        var fused = Fusion.MeanLog([[0.9f, 0.1f], [0.4f, 0.6f]]);
        Assert.Equal(Math.Sqrt(0.36) / (Math.Sqrt(0.36) + Math.Sqrt(0.06)), fused[0], 6);
        Assert.Equal(1, fused.Sum(), 9);
    }

    [Fact]
    public void One_blind_photo_cannot_rule_a_species_out()
    {
        var fused = Fusion.MeanLog([[0.99f, 0.01f], [0.99f, 0.01f], [0.99f, 0.01f], [0f, 1f]]);
        Assert.True(fused[0] > fused[1]);
    }

    [Fact]
    public void A_reference_species_takes_its_share_and_leaves_the_order_of_the_others()
    {
        var sighting = Seen(("tulsi", 0.6), ("neem", 0.3));
        var joined = Prototypes.Join(sighting, [new("banyan", "m", [.. Enumerable.Repeat(new[] { 1f, 0f }, 5)])]);
        // The similarity is 1, which is 0.2 above even: odds e^2 against all else.
        var banyan = Math.Exp(2) / (1 + Math.Exp(2));
        Assert.Equal(banyan, joined.Scores.Single(score => score.Slug == "banyan").Probability, 6);
        Assert.Equal(0.6 * (1 - banyan), joined.Scores.Single(score => score.Slug == "tulsi").Probability, 6);
        Assert.Equal(1 - 0.1 * (1 - banyan), joined.PlantProbability!.Value, 6);
    }

    [Fact]
    public void References_of_another_model_or_of_a_known_species_take_no_part()
    {
        var sighting = Seen(("tulsi", 0.6), ("neem", 0.3));
        float[][] alike = [[1f, 0f]];
        Assert.Equal(sighting.Scores, Prototypes.Join(sighting, [new("banyan", "other", alike), new("tulsi", "m", alike)]).Scores);
    }

    private static Sighting Seen(params (string Slug, double Probability)[] scores) =>
        new([.. scores.Select(score => new SpeciesScore(score.Slug, score.Probability))], 0.9, new("test", "1", "m"), Thresholds)
        {
            Embeddings = [new float[] { 1, 0 }],
            Prototypes = new(0.8, 0.1),
        };

    private static PlantResult Judge(double plant, params (string Slug, double Probability)[] scores) =>
        Judgement.Of(new([.. scores.Select(score => new SpeciesScore(score.Slug, score.Probability))], plant, new("test", "1"), Thresholds), Table, []);
}
