using Kundli.Features.Plants;
using Microsoft.ML.OnnxRuntime;

namespace Kundli.Adapters.Vision;

/// <summary>Our own net, in this process: no photo leaves the house.</summary>
public sealed class EmbeddedVision(EmbeddedModel model) : IPlantVision
{
    /// <inheritdoc/>
    public void Load() => _ = model.Value;

    /// <inheritdoc/>
    public Task<Sighting> LookAsync(IReadOnlyList<CleanPhoto> photos, CancellationToken cancellation) => Task.FromResult(Look(photos));

    private Sighting Look(IReadOnlyList<CleanPhoto> photos)
    {
        var (session, trunk, card, hash) = model.Value;
        var (probabilities, embeddings) = Run(session, trunk.FeaturesOf(photos), photos.Count, card.Labels.Count);
        var fused = Fusion.MeanLog(probabilities);
        var negative = card.Labels.ToList().IndexOf(card.Negative);
        return new(
            [.. card.Labels.Select((slug, index) => new SpeciesScore(slug, fused[index])).Where(score => score.Slug != card.Negative)],
            1 - fused[negative], new(card.Name, card.Version, hash), card.Thresholds)
        {
            Embeddings = embeddings,
            Prototypes = card.Prototypes,
        };
    }

    private static (IReadOnlyList<IReadOnlyList<float>> Probabilities, IReadOnlyList<ReadOnlyMemory<float>> Embeddings) Run(InferenceSession session, NamedOnnxValue features, int photos, int classes)
    {
        using var outputs = session.Run([features], ["probs", "embedding"]);
        var (probabilities, embeddings) = (Rows(outputs[0], photos), Rows(outputs[1], photos));
        return probabilities[0].Length == classes
            ? (probabilities, [.. embeddings.Select(row => new ReadOnlyMemory<float>(row))])
            : throw new InvalidDataException($"The network has {probabilities[0].Length} classes, its labels are {classes}.");
    }

    private static float[][] Rows(DisposableNamedOnnxValue output, int count)
    {
        var values = output.AsTensor<float>().ToArray();
        return [.. values.Chunk(values.Length / count)];
    }
}
