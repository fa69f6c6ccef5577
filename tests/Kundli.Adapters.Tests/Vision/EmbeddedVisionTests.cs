using System.Text.Json;
using Kundli.Adapters.Vision;
using Kundli.Features.Plants;
using Kundli.Testing;
using SkiaSharp;
using Xunit;

namespace Kundli.Adapters.Tests.Vision;

public sealed class EmbeddedVisionTests : IDisposable
{
    private readonly EmbeddedTrunk _trunk = new();
    private readonly EmbeddedModel _model;

    public EmbeddedVisionTests() => _model = new(_trunk);

    public void Dispose()
    {
        _model.Dispose();
        _trunk.Dispose();
    }

    /// <summary>The numbers are the training pipeline's; the photos lie beside the checkout and are never part of it.</summary>
    [SharedFact("data/plants/photos")]
    public async Task Fifty_photos_have_the_same_probabilities_as_in_training()
    {
        var expected = JsonSerializer.Deserialize<List<Expected>>(await File.ReadAllTextAsync(Repository.At("tests", "Kundli.Adapters.Tests", "Vision", "parity.json")), JsonSerializerOptions.Web)!;
        var labels = _model.Value.Card.Labels;
        var worst = 0.0;
        foreach (var photo in expected)
        {
            var bytes = await File.ReadAllBytesAsync(Repository.Shared(["data", "plants", "photos", .. photo.Photo.Split('/')]));
            var seen = await Vision.LookAsync([new SkiaPhotoDecoder().Decode(bytes).Value], CancellationToken.None);
            var actual = seen.Scores.ToDictionary(score => score.Slug, score => score.Probability);
            foreach (var (label, index) in labels.Select((label, index) => (label, index)).Where(entry => entry.label != "not_a_plant"))
                worst = Math.Max(worst, Math.Abs(actual[label] - photo.Probs[index]));
        }
        Assert.Equal(50, expected.Count);
        Assert.True(worst <= 0.02, $"The worst difference is {worst:0.0000}.");
    }

    [Fact]
    public async Task What_the_model_says_sums_to_one_and_every_species_is_in_the_table()
    {
        var seen = await Vision.LookAsync([Drawn(), Drawn()], CancellationToken.None);
        Assert.Equal(1, seen.Scores.Sum(score => score.Probability) + (1 - seen.PlantProbability!.Value), 4);
        var table = new SpeciesTable();
        Assert.All(seen.Scores, score => Assert.NotNull(table.Find(score.Slug)));
        Assert.All(seen.Embeddings, embedding => Assert.Equal(1, embedding.ToArray().Sum(value => value * value), 3));
        Assert.Equal(16, seen.Model!.Hash!.Length);
    }

    [Fact]
    public async Task A_drawing_is_not_named()
    {
        var result = Judgement.Of(await Vision.LookAsync([Drawn()], CancellationToken.None), new SpeciesTable(), []);
        Assert.NotEqual(Verdict.Identified, result.Verdict);
    }

    [Fact]
    public void The_network_is_at_most_ten_megabytes_with_the_trunk_below_it() =>
        Assert.InRange(EmbeddedNetwork.Read("trunk.onnx").Length + EmbeddedNetwork.Read("plants.onnx").Length, 1_000_000, 10 * 1024 * 1024);

    [Fact]
    public async Task Photos_looked_at_together_are_seen_as_each_alone()
    {
        var photos = new[] { Drawn(), Drawn(SKColors.SeaGreen) };
        var together = await Vision.LookAsync(photos, CancellationToken.None);
        for (var index = 0; index < photos.Length; index++)
        {
            var alone = (await Vision.LookAsync([photos[index]], CancellationToken.None)).Embeddings[0].ToArray();
            Assert.All(together.Embeddings[index].ToArray().Zip(alone), pair => Assert.Equal(pair.Second, pair.First, 4));
        }
        Assert.NotEqual(together.Embeddings[0].ToArray(), together.Embeddings[1].ToArray());
    }

    private EmbeddedVision Vision => new(_model);

    private static CleanPhoto Drawn(SKColor? background = null)
    {
        using var bitmap = new SKBitmap(300, 300);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(background ?? SKColors.LightSteelBlue);
        using var paint = new SKPaint { Color = SKColors.DarkRed };
        canvas.DrawRect(60, 60, 120, 180, paint);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return new SkiaPhotoDecoder().Decode(data.ToArray()).Value;
    }

    private sealed record Expected(string Photo, IReadOnlyList<double> Probs);
}
