using Kundli.Features.Plants;
using Microsoft.ML.OnnxRuntime;

namespace Kundli.Adapters.Vision;

/// <summary>
/// The classifier of the npm package <c>nsfwjs</c> (MIT), unchanged (functions/PlantTraining/moderation.py): drawing, hentai, neutral, porn, sexy. Its
/// package states about 93% accuracy. Loaded at the first photo, once in a process.
/// </summary>
/// <param name="trunk">The blocks below it.</param>
public sealed class EmbeddedModeration(EmbeddedTrunk trunk) : IPhotoModeration, IDisposable
{
    private const int Hentai = 1;
    private const int Porn = 3;

    /// <summary>Refused from this probability on: of 7,210 photos of plants and things, 11 reach it, and none should.</summary>
    private const double RefusedFrom = 0.9;

    private readonly Lazy<InferenceSession> _session = new(() => EmbeddedNetwork.Open(EmbeddedNetwork.Read("moderation.onnx")));

    /// <inheritdoc/>
    public void Load() => _ = _session.Value;

    /// <inheritdoc/>
    public bool MayKeep(CleanPhoto photo)
    {
        using var outputs = _session.Value.Run([trunk.FeaturesOf([photo])], ["probs"]);
        var probabilities = outputs[0].AsTensor<float>();
        return probabilities[0, Hentai] + probabilities[0, Porn] < RefusedFrom;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_session.IsValueCreated)
            _session.Value.Dispose();
    }
}
