using System.Security.Cryptography;
using System.Text.Json;
using Kundli.Features.Plants;
using Microsoft.ML.OnnxRuntime;

namespace Kundli.Adapters.Vision;

/// <summary>
/// The plant net that ships with the product (functions/PlantTraining makes it): the network as ONNX and what belongs to it as JSON. It is loaded
/// when it is first asked, once in a process, so that a process that never sees a photo never pays for it.
/// </summary>
public sealed class EmbeddedModel : IDisposable
{
    private const string NetworkFile = "plants.onnx";
    private const string CardFile = "plants.json";

    private readonly Lazy<Loaded> _loaded = new(Load);

    internal Loaded Value => _loaded.Value;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_loaded.IsValueCreated)
            _loaded.Value.Session.Dispose();
    }

    private static Loaded Load()
    {
        var network = Read(NetworkFile);
        var card = JsonSerializer.Deserialize<ModelCard>(Read(CardFile), JsonSerializerOptions.Web) ?? throw new InvalidDataException($"{CardFile} is empty.");
        // One thread a photo: several photos are analysed side by side, and threads that wait for each other by spinning would only take cores away.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new(new InferenceSession(network, options), card, Convert.ToHexStringLower(SHA256.HashData(network))[..16]);
    }

    private static byte[] Read(string file)
    {
        var assembly = typeof(EmbeddedModel).Assembly;
        using var stream = assembly.GetManifestResourceStream($"Kundli.Adapters.Vision.Model.{file}") ?? throw new InvalidDataException($"{file} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The network in memory.</summary>
    internal sealed record Loaded(InferenceSession Session, ModelCard Card, string Hash);

    /// <summary>What the training wrote beside the network.</summary>
    internal sealed record ModelCard(string Name, string Version, IReadOnlyList<string> Labels, string Negative, VisionThresholds Thresholds, PrototypeRule Prototypes);
}
